"""A comparison laid out for paper or page, and its writers: Word, pages, tables, text."""
