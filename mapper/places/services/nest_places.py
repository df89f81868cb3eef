"""Working out which place holds which: wards in their district, districts in their city."""

from collections import defaultdict

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import AsWKB
from django.db import transaction
from numpy.typing import NDArray

from mapper.places.models import Place
from mapper.settings import limits
from mapper.vocabulary import Level

_RANK = {level.value: rank for rank, level in enumerate(Level)}


def nest_places() -> int:
    """Give every current place its parent; gives how many changed, none where all is as it was.

    The parent is the smallest current place of a higher level that holds more than
    `limits.PLACE_HELD_SHARE` of its area: boundaries of two sources never agree to the metre.
    """
    with transaction.atomic():
        places = Place.objects.current().order_by("pk").annotate(wkb=AsWKB("boundary"))
        rows = list(places.values_list("pk", "level", "parent_id", "wkb"))
        ranks = np.array([_RANK[level] for _, level, _, _ in rows], dtype=np.int64)
        shapes = shapely.from_wkb(np.array([bytes(wkb) for *_, wkb in rows], dtype=object))
        holders = _holders(shapely.make_valid(shapes), ranks)
        changed: dict[int | None, list[int]] = defaultdict(list)
        for (pk, _, before, _), holder in zip(rows, holders, strict=True):
            parent = rows[holder][0] if holder >= 0 else None
            if parent != before:
                changed[parent].append(pk)
        for parent, held in changed.items():
            _give(parent, held)
        return sum(map(len, changed.values()))


def _holders(shapes: NDArray[np.object_], ranks: NDArray[np.int64]) -> NDArray[np.int64]:
    """For every place the number of the smallest that holds it, -1 where none does."""
    held, holder = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    higher = ranks[holder] < ranks[held]
    held, holder = held[higher], holder[higher]
    areas = shapely.area(shapes)
    inside = shapely.area(shapely.intersection(shapes[held], shapes[holder]))
    most = inside > limits.PLACE_HELD_SHARE * areas[held]
    held, holder = held[most], holder[most]
    found = np.full(len(shapes), -1, dtype=np.int64)
    # The smallest is written last; of equals the lower level, then the one stored later.
    order = np.lexsort((holder, ranks[holder], -areas[holder]))
    found[held[order]] = holder[order]
    return found


def _give(parent: int | None, held: list[int]) -> None:
    for start in range(0, len(held), limits.IMPORT_BATCH_ROWS):
        some = held[start : start + limits.IMPORT_BATCH_ROWS]
        Place.objects.filter(pk__in=some).update(parent=parent)
