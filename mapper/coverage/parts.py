"""What each cell adds to each place: the sums that the figures of places are made of."""

import numpy as np

from mapper.coverage.block import STATES, Cameras, Places, areas_of
from mapper.coverage.records import COUNTS, PART, Rows
from mapper.geometry.areas_of_points import areas_of_points
from mapper.geometry.arrays import F64, I64, U8, Flags
from mapper.vocabulary import State, Trait


class Parts:
    """The parts of the places around some cells, cell by cell, as they are added up."""

    def __init__(self, cells: int, places: Places) -> None:
        self._areas = areas_of(places.shapes)
        self.rows = np.zeros((cells, len(places.pk)), PART)
        self.rows["place"] = places.pk

    def add_streets(self, cell: I64, place: I64, streets: Rows) -> None:
        """Add parts of streets: each of a cell and, as its place among the places, a place."""
        for number, counted in enumerate((streets["public"], np.ones(len(streets), np.bool_))):
            where = (cell[counted], place[counted])
            for name in ("length_m", "looked_m", "metres"):
                np.add.at(self.rows[name][:, :, number], where, streets[name][counted])

    def add_cameras(self, cell: I64, cameras: Cameras) -> None:
        """Count cameras, each of a cell; one on the border of two places counts in both."""
        camera, place = areas_of_points(cameras.lonlat, self._areas)
        np.add.at(self.rows["cameras"], (cell[camera], place), camera_counts(cameras)[camera])

    def add_sensitive(self, cell: I64, lonlat: F64, kind: I64, shares: F64) -> None:
        """Count sensitive places, each of a cell, with the shares of their fronts in view."""
        point, place = areas_of_points(lonlat, self._areas)
        where = (cell[point], place, kind[point])
        np.add.at(self.rows["sensitive"], where, 1)
        np.add.at(self.rows["fronts"], where, shares[point])

    def of_cell(self, cell: int) -> Rows:
        """What one cell, by its place among the cells, adds to the places it touches."""
        rows: Rows = self.rows[cell]
        touched = (rows["length_m"] > 0).any(axis=1)
        touched |= rows["cameras"].any(axis=1) | rows["sensitive"].any(axis=1)
        return rows[touched]


def camera_counts(cameras: Cameras) -> I64:
    """For each camera a row of ones and zeros: what it is counted by, in the order of `COUNTS`."""
    told = {
        "total": np.ones(len(cameras), np.bool_),
        "confirmed": cameras.state == STATES.index(State.CONFIRMED),
        "unconfirmed": cameras.state == STATES.index(State.UNCONFIRMED),
        "stale": cameras.state == STATES.index(State.STALE),
        "disputed": cameras.state == STATES.index(State.DISPUTED),
        "by_public": _has(cameras.traits, Trait.PUBLIC),
        "by_private": _has(cameras.traits, Trait.PRIVATE),
        "by_unknown": _has(cameras.traits, Trait.UNKNOWN),
        "face_recognition": _has(cameras.traits, Trait.FACES),
        "facing_unknown": cameras.facing_unknown,
    }
    return np.column_stack([told[name] for name in COUNTS]).astype(np.int64)


def _has(traits: U8, trait: Trait) -> Flags:
    return (traits & trait.value) > 0
