"""Reading of RTF."""
