"""A redline in place: the base's own Word file with every change tracked."""
