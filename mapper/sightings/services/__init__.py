"""Every write of sightings, and the one place where a camera's state is decided from them."""
