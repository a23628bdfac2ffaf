"""Language versions of one text, laid side by side."""
