"""Benchmarks: a module with a `run()` that yields ratios is one; the others serve them."""
