"""What holds for contributors: their keys, where they send from, how much, and their standing."""
