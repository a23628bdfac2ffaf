"""The desk: what is on it, and all that can be decided about it."""
