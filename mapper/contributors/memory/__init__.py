"""What is known of addresses: keyed digests in this machine's memory, until the day is over."""
