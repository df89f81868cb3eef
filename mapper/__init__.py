"""Mapper: citizens log the public cameras they can see, and councils answer for them."""
