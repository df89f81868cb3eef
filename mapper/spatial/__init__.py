"""Questions of space that every record asks alike, on either database."""
