"""The use cases without Qt: the one door for window and command line."""
