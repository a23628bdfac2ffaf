"""Writing in the working draft: the editor over a cell, and what is done to paragraphs and tables."""
