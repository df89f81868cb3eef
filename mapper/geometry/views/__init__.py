"""The ground a camera sees: how far, and where walls cut it off."""

from mapper.geometry.views.reach import reach_m

__all__ = ["reach_m"]
