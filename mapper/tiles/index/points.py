"""Cameras as columns of numbers, sorted by their place on the map."""

from dataclasses import dataclass, field, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from mapper.geometry.arrays import I64, U16, U32
from mapper.geometry.morton import codes_of, units_of
from mapper.tiles.index.details import Details
from mapper.tiles.index.scanning import Scanned, positions_of_numbers
from mapper.tiles.index.texts import Texts

_FEW_RUNS = 64


@dataclass(frozen=True, slots=True)
class Points:
    """Public cameras, all arrays of shape (n,) in the order of `codes`.

    `codes` are Z-order numbers, `ids` the cameras' own, `words` and `seen` what `words.py` packs,
    `facings` the numbers of texts such as `90/60;180`, empty where nobody knows it. `details` are
    what no map asks for. `by_id` are positions in the order of ids.
    """

    codes: I64
    ids: I64
    words: U16
    seen: U16
    facings: U32
    texts: Texts
    details: Details = field(repr=False)
    by_id: U32 = field(repr=False)

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def scanned(self) -> Scanned:
        """What compiled loops pass over."""
        return Scanned(self.codes, self.words, self.seen)

    @classmethod
    def sorted_from(
        cls,
        ids: I64,
        codes: I64,
        words: U16,
        seen: U16,
        facings: U32,
        texts: Texts,
        details: Details | None = None,
    ) -> Self:
        """Sort cameras that come in any order; of what is on no map nothing may be known."""
        order = _order_of(codes)
        positions = np.empty(len(order), dtype=np.uint32)
        positions[order] = np.arange(len(order), dtype=np.uint32)
        return cls(
            codes=codes[order],
            ids=ids[order],
            words=words[order],
            seen=seen[order],
            facings=facings[order],
            texts=texts,
            details=Details.unknown(len(ids)) if details is None else details.picked(order),
            by_id=positions[_order_of(ids)],
        )

    @classmethod
    def none(cls) -> Self:
        """No cameras at all."""
        empty = np.empty(0, dtype=np.int64)
        small = np.empty(0, dtype=np.uint16)
        return cls.sorted_from(
            empty, empty, small, small, np.empty(0, dtype=np.uint32), Texts.of([b""])
        )

    def tidied(self) -> Self:
        """The same cameras with each text once, and none that no camera has."""
        used, numbers = np.unique(self.facings, return_inverse=True)
        known: dict[bytes, int] = {}
        renumbered = [known.setdefault(self.texts[number], len(known)) for number in used.tolist()]
        facings = np.array(renumbered, dtype=np.uint32)[numbers]
        return replace(
            self, facings=facings, texts=Texts.of(list(known)), details=self.details.tidied()
        )

    def positions_of_ids(self, ids: I64) -> I64:
        """Where cameras with these numbers stand; those that are not here are left out."""
        return positions_of_numbers(self.ids, self.by_id, ids)


def _order_of(numbers: I64) -> I64:
    """The positions of numbers in their order."""
    falls = np.count_nonzero(numbers[1:] < numbers[:-1])
    # Few runs in order are merged in one pass; what is mixed is sorted faster in no stable way.
    return np.argsort(numbers, kind="stable" if falls < _FEW_RUNS else "quicksort")


def codes_at(lon: NDArray[np.float64], lat: NDArray[np.float64]) -> I64:
    """The Z-order numbers of places in degrees."""
    return codes_of(*units_of(lon, lat))
