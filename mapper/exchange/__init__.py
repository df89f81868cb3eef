"""Data in and out: one folder per kind of source and export."""
