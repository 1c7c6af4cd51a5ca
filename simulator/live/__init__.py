"""A call while it happens: the conductor between devices and engine. No Qt."""
