"""What holds for a sighting: which reports are taken, and what claims say of a camera."""
