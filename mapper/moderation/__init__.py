"""What keeps the map decent: takedowns, what moderators decide, and the log of all they did."""
