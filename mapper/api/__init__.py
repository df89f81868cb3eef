"""HTTP for machines, one file per resource."""
