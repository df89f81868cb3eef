"""Every write to coverage: cells replaced as a whole, places summed, events worked in."""
