"""Anybody's list of cameras, from any file of rows: one more voice, and never the truth."""
