"""How a draft was read, to be looked at and put right."""
