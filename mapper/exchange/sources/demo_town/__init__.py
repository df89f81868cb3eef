"""Thistlequay: an invented town on an invented island, made by code and always the same."""
