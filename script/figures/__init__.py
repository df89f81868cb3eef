"""Computations whose results are told in the documentation: run again, they give the same."""
