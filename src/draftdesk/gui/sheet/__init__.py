"""The sheet: one paragraph of the base and every proposal on it."""
