"""Reading of Akoma Ntoso."""
