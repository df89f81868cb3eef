"""Vector tiles: cameras, counts, and the base map."""
