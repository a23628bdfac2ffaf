"""Writing a resolution: edits of a Draft, completion, checks."""
