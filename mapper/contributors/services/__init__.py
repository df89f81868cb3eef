"""Every write of contributors."""
