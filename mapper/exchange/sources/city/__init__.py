"""Lanternhithe: an invented city of any size, made by arithmetic and always the same."""
