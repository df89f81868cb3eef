"""Reading from PostgreSQL's streaming replicas: which requests may, and from which of them."""
