"""The list of changes at the right, its filters, and what stands below it."""
