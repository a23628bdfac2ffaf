"""Reading of HTML: pages of the documents site, pages saved by Word, messages."""
