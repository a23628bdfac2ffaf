"""The page that a room sees on its projector."""
