"""What changed inside aligned paragraphs."""
