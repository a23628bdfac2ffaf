"""Checks of form in the window: signs in the margin, the list of findings, what is ticked before a text is tabled."""
