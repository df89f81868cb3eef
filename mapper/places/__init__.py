"""Places with boundaries and populations, and the ground: streets, buildings, water, labels."""
