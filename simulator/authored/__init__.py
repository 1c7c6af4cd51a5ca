"""Reads trainer-written text and keeps line and column for every key and value."""
