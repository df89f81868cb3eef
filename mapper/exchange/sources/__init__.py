"""Where records come from: one folder per kind of source."""
