"""Survey effort: what somebody looked along, when, and what she saw there."""
