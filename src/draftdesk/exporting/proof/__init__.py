"""The proof of what was written: read again by rules of its own, which share nothing with the writers."""
