"""Sightings and claims, and turning them into a camera's state."""
