"""The versions of many delegations in one Word file, each change under its delegation's name."""
