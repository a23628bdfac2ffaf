"""The versions of many delegations put together: in one tracked file, in brackets, as a table."""
