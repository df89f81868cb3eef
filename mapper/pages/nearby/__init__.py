"""What needs doing where somebody is, each thing done in a tap or two."""

from mapper.pages.nearby.page import nearby

__all__ = ["nearby"]
