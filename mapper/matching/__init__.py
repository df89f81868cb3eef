"""Which cameras on the map a sighting may be of, and asking before a new one is logged."""
