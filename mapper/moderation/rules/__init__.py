"""What holds in moderation: what is hidden at once, and what waits for a person."""
