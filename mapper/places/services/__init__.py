"""Every write to places and the ground: each function one transaction."""
