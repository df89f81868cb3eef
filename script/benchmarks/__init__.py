"""Benchmarks: every module here but `measure` has a `run()` that yields ratios."""
