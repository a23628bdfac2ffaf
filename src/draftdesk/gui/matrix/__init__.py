"""The matrix: paragraphs by drafts, painted, with the base in its place."""
