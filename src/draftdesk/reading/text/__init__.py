"""Reading of plain text: what stands at the front, lines, notes, furniture."""
