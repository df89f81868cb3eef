"""The streets of a place one by one: how long each is, and how much of it is in view."""

from dataclasses import dataclass

import numpy as np

from mapper.coverage.figures import WayFigures
from mapper.coverage.models import CoverageCell, PlacePart
from mapper.coverage.records import STREET, Rows, unpack
from mapper.coverage.sums import watched
from mapper.geometry import Box
from mapper.places.models import Place, Street


@dataclass(frozen=True, slots=True)
class StreetFigures:
    """All ways of one name in a place; those without a name stand together under an empty one."""

    name: str
    ways: WayFigures


def streets_of(place: Place, *, every: bool) -> list[StreetFigures]:
    """The streets in a place by name, as last computed; two queries.

    Tunnels and rails are left out, and service roads unless `every` way is asked for.
    """
    rows = _rows_of(place)
    rows = rows[(rows["place"] == place.pk) & ~rows["tunnel"] & (rows["public"] | every)]
    around = Street.objects.in_box(Box(*place.boundary.extent))
    name_of = dict(around.values_list("pk", "name"))
    # One that was taken away since has no name any more; its figures go with the next computing.
    rows = rows[np.isin(rows["street"], list(name_of))]
    names = [name_of[street] for street in rows["street"].tolist()]
    known, group = np.unique(np.array(names, dtype=object), return_inverse=True)
    return [_summed(str(name), rows[group == number]) for number, name in enumerate(known)]


def _rows_of(place: Place) -> Rows:
    """The records of all streets in the cells that a place touches."""
    cells = PlacePart.objects.filter(place=place).values("cell")
    packed = CoverageCell.objects.filter(cell__in=cells).values_list("streets", flat=True)
    found: Rows = np.concatenate(
        [np.empty(0, STREET), *(unpack(bytes(one), STREET) for one in packed)]
    )
    return found


def _summed(name: str, rows: Rows) -> StreetFigures:
    told = {
        "length_m": float(rows["length_m"].sum()),
        "looked_m": float(rows["looked_m"].sum()),
        "watched": watched(rows["metres"].sum(axis=0)),
    }
    return StreetFigures(name, WayFigures.read(told))
