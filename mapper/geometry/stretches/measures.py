"""How many metres of ways are in view: by how many cameras, and by whose."""

import numpy as np

from mapper.geometry.arrays import F64, I64, U8, floats, integers
from mapper.geometry.compiled import compiled
from mapper.geometry.stretches.marks import Marks, marks_of
from mapper.geometry.stretches.pieces import Pieces
from mapper.geometry.stretches.watches import watches_of
from mapper.vocabulary.coverage_words import Measure, Trait

_BY_TRAIT = {
    Measure.BY_PUBLIC: Trait.PUBLIC,
    Measure.BY_PRIVATE: Trait.PRIVATE,
    Measure.BY_UNKNOWN: Trait.UNKNOWN,
    Measure.FACE_RECOGNITION: Trait.FACES,
    Measure.BY_CONFIRMED: Trait.CONFIRMED,
    Measure.BY_KNOWN: Trait.KNOWN,
}
_ALL = (Measure.AT_LEAST_ONE, Measure.AT_LEAST_TWO, Measure.AT_LEAST_THREE)
# The order of the columns; the loop below relies on it.
_COLUMNS = [list(Measure).index(measure) for measure in (*_ALL, *_BY_TRAIT)]


def measured(
    windows: Pieces, seen: Pieces, *, share: F64, camera: I64, traits: U8, rows: int
) -> F64:
    """Give the metres in view that are to be expected, a column for each `Measure` in its order.

    A row is the sum over the windows with its number as area: whole ways, or parts of them.
    `share` and `camera` belong to the numbers of the areas seen, `traits` to those of the cameras.
    Each camera is taken to see or not independently of the others, for it stands alone.
    """
    if len(windows) and not 0 <= windows.area.min() <= windows.area.max() < rows:
        raise ValueError("a window counts for a row there is not")
    wide = windows.to_m > windows.from_m
    watches = watches_of(seen, share, camera)
    bits = np.array([trait.value for trait in _BY_TRAIT.values()], dtype=np.uint8)
    traits_of = np.asarray(traits, dtype=np.uint8)[watches.camera]
    counted = np.ones((len(watches.way), 1 + len(bits)), dtype=np.int64)
    counted[:, 1:] = (traits_of[:, np.newaxis] & bits) > 0
    way = np.concatenate((watches.way, windows.way[wide]))
    marks = marks_of(
        integers(way),
        np.concatenate((watches.from_m, floats(windows.from_m[wide]))),
        np.concatenate((watches.to_m, floats(windows.to_m[wide]))),
        int(way.max()) + 1 if len(way) else 0,
    )
    row = integers(windows.area[wide])
    found: F64 = np.empty((rows, len(_COLUMNS)))
    found[:, _COLUMNS] = _measured(marks, watches.rank, watches.shares, counted, row, rows)
    return found


@compiled
def _measured(marks: Marks, rank: I64, shares: F64, counted: I64, row: I64, rows: int) -> F64:
    """Walk along every way and add up; the first pieces are those watched, then come windows."""
    found = np.zeros((rows, 9))
    # How many watch, by share: all of them, and those of each trait. Counts forget nothing when
    # a camera's piece ends, which a running product would.
    watching = np.zeros((len(shares), counted.shape[1]), dtype=np.int64)
    present = np.empty(len(shares), dtype=np.int64)
    so_far, missed = np.zeros(9), np.empty(6)
    before = np.empty((len(row), 9))
    for way in range(len(marks.starts) - 1):
        so_far[:] = 0
        windows = kinds = 0
        last = 0.0
        for mark in range(marks.starts[way], marks.starts[way + 1]):
            if windows and marks.at_m[mark] > last and kinds:
                _add(so_far, marks.at_m[mark] - last, shares, watching, present, kinds, missed)
            last = marks.at_m[mark]
            piece = marks.piece[mark]
            if piece < len(rank):
                if marks.begins[mark]:
                    kinds = _enter(rank[piece], present, kinds)
                    _count(watching, rank[piece], counted, piece, 1)
                else:
                    _count(watching, rank[piece], counted, piece, -1)
            elif marks.begins[mark]:
                windows += 1
                before[piece - len(rank), :] = so_far
            else:
                windows -= 1
                _leave(found, row[piece - len(rank)], so_far, before, piece - len(rank))
    return found


@compiled
def _leave(found: F64, row: int, so_far: F64, before: F64, window: int) -> None:
    """Add to a row what was seen since a window began."""
    for column in range(len(so_far)):
        found[row, column] += so_far[column] - before[window, column]


@compiled
def _count(watching: I64, rank: int, counted: I64, piece: int, more: int) -> None:
    """Count a piece as begun (1) or ended (-1), among all and by each trait."""
    for trait in range(counted.shape[1]):
        watching[rank, trait] += more * counted[piece, trait]


@compiled
def _enter(rank: int, present: I64, kinds: int) -> int:
    """Enter a share among those met on this way, in order; gives how many they are."""
    place = 0
    while place < kinds and present[place] < rank:
        place += 1
    if place < kinds and present[place] == rank:
        return kinds
    for other in range(kinds, place, -1):
        present[other] = present[other - 1]
    present[place] = rank
    return kinds + 1


@compiled
def _add(
    so_far: F64,
    metres: float,
    shares: F64,
    watching: I64,
    present: I64,
    kinds: int,
    missed: F64,
) -> None:
    """Add a stretch with the same cameras all along: metres times the probability."""
    none, one, two = 1.0, 0.0, 0.0
    missed[:] = 1
    for kind in range(kinds):
        rank = present[kind]
        count, hit = watching[rank, 0], shares[rank]
        if count == 0:
            continue
        # So many of equal share: the probabilities that none, one or two of them see.
        miss = 1 - hit
        no = miss**count
        single = count * hit * miss ** (count - 1)
        double = count * (count - 1) / 2 * hit**2 * miss ** max(0, count - 2)
        two = two * no + one * single + none * double
        one = one * no + none * single
        none *= no
        for trait in range(6):
            missed[trait] *= miss ** watching[rank, trait + 1]
    so_far[0] += metres * (1 - none)
    so_far[1] += metres * max(0.0, 1 - none - one)
    so_far[2] += metres * max(0.0, 1 - none - one - two)
    for trait in range(len(missed)):
        so_far[3 + trait] += metres * (1 - missed[trait])
