"""The aligned columns: a virtual list of painted rows, its text, its selection."""
