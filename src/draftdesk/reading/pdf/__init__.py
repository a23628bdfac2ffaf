"""Reading of PDF: letters on pages become lines, lines paragraphs."""
