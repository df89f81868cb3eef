"""Views of many eyes at once: each cut by the walls that stand around it."""

from mapper.geometry.views.eyes import Eyes, Views
from mapper.geometry.views.horizons import horizons_of
from mapper.geometry.views.rings import rings_of
from mapper.geometry.views.standpoints import rows_of, standpoints_of
from mapper.geometry.views.wall_index import index_of
from mapper.geometry.views.walls import Walls


def views_of(eyes: Eyes, walls: Walls) -> Views:
    """Give the ground that each row sees; a camera looks around once for all its rows.

    1,440 directions are looked into, and walls are exact wherever one of them is hit.
    """
    index = index_of(walls)
    rows = rows_of(eyes)
    points = standpoints_of(rows, index)
    return rings_of(rows, points, horizons_of(index, points))
