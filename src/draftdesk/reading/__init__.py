"""A file becomes a Draft."""
