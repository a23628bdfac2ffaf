"""What words mean in a United Nations text: openings, symbols, labels, tokens, normal forms."""
