"""What a tile of the base map shows, read from the database as shapes in degrees."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import AsWKB
from django.db.models import Exists, Model, OuterRef

from mapper.geometry import Box
from mapper.places.models import Building, Ground, GroundArea, Label, Place, Street
from mapper.spatial.querysets import InBoxQuerySet
from mapper.tiles.shapes import Shapes
from mapper.vocabulary import GroundKind, LabelRank, Level, StreetClass

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Rows:
    """Shapes in degrees with two words each: what they are, and their name where they have one."""

    shapes: Shapes
    kinds: Sequence[str]
    names: Sequence[str]

    def only(self, kinds: Sequence[str]) -> "Rows":
        """Those of some kinds."""
        chosen = [number for number, kind in enumerate(self.kinds) if kind in kinds]
        return Rows(
            self.shapes[chosen],
            [self.kinds[number] for number in chosen],
            [self.names[number] for number in chosen],
        )


def streets_in(box: Box, classes: Sequence[StreetClass]) -> Rows:
    """Streets of some classes."""
    found = Street.objects.filter(street_class__in=classes).in_box(box)
    return _rows(found, "line", "street_class", "name")


def buildings_in(box: Box) -> Rows:
    """Outlines of buildings; kind and name are the source's number for it."""
    return _rows(Building.objects.in_box(box), "outline", "external_id", "external_id")


def areas_in(box: Box, kinds: Sequence[GroundKind]) -> Rows:
    """What covers the ground, of some kinds."""
    found = GroundArea.objects.filter(kind__in=kinds).in_box(box)
    return _rows(found, "shape", "kind", "name")


def places_in(box: Box, levels: Sequence[Level]) -> Rows:
    """Places of some levels, as areas."""
    found = Place.objects.current().filter(level__in=levels).in_box(box)
    return _rows(found, "boundary", "level", "name")


def labels_in(box: Box, ranks: Sequence[LabelRank]) -> Rows:
    """Names of settlements of some ranks, as points."""
    found = Label.objects.filter(rank__in=ranks).in_box(box)
    return _rows(found, "location", "rank", "name")


def extents_with_land() -> Shapes:
    """The extents of the grounds that brought their own coast: it replaces the world's."""
    land = GroundArea.objects.filter(ground=OuterRef("pk"), kind=GroundKind.LAND)
    found = Ground.objects.filter(Exists(land)).annotate(wkb=AsWKB("extent"))
    return _shapes(found.values_list("wkb", flat=True))


def _rows(found: InBoxQuerySet[M], shape: str, kind: str, name: str) -> Rows:
    rows = found.order_by("pk").annotate(wkb=AsWKB(shape)).values_list("wkb", kind, name)
    wkb, kinds, names = zip(*rows, strict=True) if rows else ((), (), ())
    return Rows(_shapes(wkb), kinds, names)


def _shapes(wkb: Iterable[bytes | memoryview]) -> Shapes:
    return np.array(shapely.from_wkb([bytes(one) for one in wkb]), dtype=object)
