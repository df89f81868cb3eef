"""Boundaries with populations, from any file of outlines, one generation at a time."""
