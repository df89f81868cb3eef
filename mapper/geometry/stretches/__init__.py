"""Which stretches of street lie inside areas, and how many metres of them who sees."""

from mapper.geometry.stretches.areas import Areas
from mapper.geometry.stretches.measures import measured
from mapper.geometry.stretches.pieces import Pieces, pieces_inside
from mapper.geometry.stretches.runs import Stretches, stretches_of
from mapper.geometry.stretches.unique import alone
from mapper.geometry.stretches.ways import Ways, lengths_of

__all__ = [
    "Areas",
    "Pieces",
    "Stretches",
    "Ways",
    "alone",
    "lengths_of",
    "measured",
    "pieces_inside",
    "stretches_of",
]
