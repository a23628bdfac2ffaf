"""What a room sees on the projector."""
