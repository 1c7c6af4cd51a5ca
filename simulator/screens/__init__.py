"""What each window shows, as plain data."""
