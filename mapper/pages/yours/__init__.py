"""The page of everything one contributor sent: seen, taken back and forgotten with her key."""

from mapper.pages.yours.view import yours

__all__ = ["yours"]
