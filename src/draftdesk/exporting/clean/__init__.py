"""A draft as a clean file: Word in the form of New York or Geneva, a page, plain text."""
