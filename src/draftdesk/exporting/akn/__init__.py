"""A draft as Akoma Ntoso."""
