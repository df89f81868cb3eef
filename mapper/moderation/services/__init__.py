"""Every write of moderation: one transaction, with one act that says who did it and why."""
