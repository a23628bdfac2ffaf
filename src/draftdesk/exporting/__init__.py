"""A Draft or a Comparison becomes a file, and the proof of it."""
