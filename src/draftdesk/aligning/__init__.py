"""Which paragraph answers which."""
