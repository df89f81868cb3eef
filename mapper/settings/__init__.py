"""Settings: `site` is what Django reads, `limits` holds every number that is policy."""
