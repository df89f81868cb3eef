"""The ground a camera sees: how far, and where walls cut it off."""

from mapper.geometry.views.cut import views_of
from mapper.geometry.views.exact import View, exact_view
from mapper.geometry.views.eyes import Eyes, Views
from mapper.geometry.views.reach import ground_limits, reach_m
from mapper.geometry.views.walls import Repair, Walls, walls_of

__all__ = [
    "Eyes",
    "Repair",
    "View",
    "Views",
    "Walls",
    "exact_view",
    "ground_limits",
    "reach_m",
    "views_of",
    "walls_of",
]
