"""What a trainer wrote: the file format, its reader and its linter."""
