"""Models over the screens' data for Qt's views."""
