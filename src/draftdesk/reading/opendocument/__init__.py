"""Reading of OpenDocument text, with its tracked changes."""
