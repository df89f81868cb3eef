"""The forms of moderation: asking for a takedown, signing in, and giving a reason for an act."""
