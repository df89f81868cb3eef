"""Eyes and what they see: one row for each sector that one camera may look into."""

from dataclasses import dataclass

from mapper.geometry.arrays import F64, I64, Flags


@dataclass(frozen=True, slots=True)
class Eyes:
    """Sectors to be cut by walls; rows of one camera follow each other.

    Degrees clockwise from north, metres on the ground. An opening of 360 looks all round, and
    its near limit counts for nothing. An eye `indoors` that stands in a building sees that
    building's inside.
    """

    camera: I64
    lonlat: F64
    bearing: F64
    opening: F64
    near_m: F64
    far_m: F64
    indoors: Flags


@dataclass(frozen=True, slots=True)
class Views:
    """The ground each eye sees: one simple ring, or no corners where it sees nothing.

    Rings run with the clock and do not repeat their first corner; longitudes may go on beyond
    180. `area_m2` is the area before arcs became chords, `cut` the share of the open sector that
    walls took.
    """

    lonlat: F64
    starts: I64
    area_m2: F64
    cut: F64
