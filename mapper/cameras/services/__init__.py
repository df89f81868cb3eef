"""Every write to cameras: each function one transaction, with its event or its record."""
