"""Taking in reports: logged, or answered with the question which camera is meant."""
