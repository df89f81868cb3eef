"""HTML for people, one file per resource."""
