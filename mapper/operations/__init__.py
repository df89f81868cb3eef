"""Management commands: what an operator runs."""
