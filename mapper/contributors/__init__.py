"""Pseudonyms that send sightings, and their standing; knows nothing of cameras."""
