"""What every page with a map tells its script: where to begin, and whose tiles to draw."""

from collections.abc import Sequence

from mapper.places.models import Ground
from mapper.tiles.base_version import base_version

CAMERA_TILES = "/tiles/cameras/{z}/{x}/{y}.mvt"
SURVEY_TILES = "/tiles/surveys/{z}/{x}/{y}.mvt"
VIEW_TILES = "/tiles/views/{z}/{x}/{y}.mvt"
COVERAGE_TILES = "/tiles/coverage/{z}/{x}/{y}.mvt"


def base_map(grounds: Sequence[Ground]) -> dict[str, object]:
    """The context for a map that begins at the first of the grounds; costs one query."""
    return {
        "start": box_text(grounds[0]) if grounds else "",
        "attributions": sorted({ground.attribution for ground in grounds if ground.attribution}),
        "base_tiles": f"/tiles/base/{{z}}/{{x}}/{{y}}.mvt?v={base_version()}",
        "camera_tiles": CAMERA_TILES,
        "survey_tiles": SURVEY_TILES,
        "view_tiles": VIEW_TILES,
        "coverage_tiles": COVERAGE_TILES,
    }


def box_text(ground: Ground) -> str:
    """The box of a ground as `west,south,east,north`."""
    return ",".join(f"{degrees:.6f}" for degrees in ground.extent.extent)
