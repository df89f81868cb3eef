"""Which stretches of street lie inside areas, and how many metres of them who sees."""

from mapper.geometry.stretches.areas import Areas
from mapper.geometry.stretches.pieces import Pieces, pieces_inside
from mapper.geometry.stretches.ways import Ways, lengths_of

__all__ = ["Areas", "Pieces", "Ways", "lengths_of", "pieces_inside"]
