"""The sensitive places among shapes: each once, though its ground and a point in it tell of it."""

from collections.abc import Iterator, Sequence

import numpy as np
import shapely

from mapper.exchange.sources.osm.ground_tags import sensitive_kinds_of
from mapper.exchange.sources.osm.objects import Shape
from mapper.vocabulary import SensitiveKind


def sensitive_shapes(
    areas: Sequence[Shape], points: Sequence[Shape]
) -> Iterator[tuple[SensitiveKind, Shape]]:
    """Every sensitive place with its kind, outlines first.

    A point inside an outline of its own kind is the same place told twice, or a part of it (a
    ward of a hospital), and is left out.
    """
    for kind in SensitiveKind:
        outlines = [area for area in areas if kind in sensitive_kinds_of(area.tags)]
        spots = [point for point in points if kind in sensitive_kinds_of(point.tags)]
        yield from ((kind, outline) for outline in outlines)
        yield from ((kind, spot) for spot in _outside(spots, outlines))


def _outside(spots: Sequence[Shape], outlines: Sequence[Shape]) -> Iterator[Shape]:
    """The points that lie in none of some outlines."""
    tree = shapely.STRtree([outline.geometry for outline in outlines])
    shapes = np.array([spot.geometry for spot in spots], dtype=object)
    inside = set(tree.query(shapes, predicate="intersects")[0].tolist())
    return (spot for number, spot in enumerate(spots) if number not in inside)
