"""The index of public cameras at one moment: what was sorted, and what changed since."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from typing import Any, NamedTuple, Self

import numpy as np

from mapper.geometry.arrays import I64, Flags
from mapper.geometry.morton import BITS, codes_of
from mapper.settings import limits
from mapper.tiles.index.cells import count_all
from mapper.tiles.index.points import Points
from mapper.tiles.index.reading import HomeCells
from mapper.tiles.index.scanning import Cells

_NOTHING: I64 = np.empty(0, dtype=np.int64)
_STEPS = 64
"""Versions of which an index still knows what they changed: some seconds of a busy day."""
_versions = count(1)


@dataclass(frozen=True, slots=True)
class Homes:
    """Cameras at private homes by fixed cells: Z-order numbers of their middles, and counts."""

    codes: I64
    counts: I64
    cells: I64

    @classmethod
    def of(cls, found: HomeCells) -> Self:
        """Sort cells by their place on the map."""
        codes = middles_of(found.cells)
        order = np.argsort(codes)
        return cls(codes[order], found.counts[order], found.cells[order])

    def with_counted(self, counted: I64, found: HomeCells) -> Self:
        """The same after some cells were counted anew; those not found hold none now."""
        kept = ~np.isin(self.cells, counted)
        cells = np.concatenate((self.cells[kept], found.cells))
        return self.of(HomeCells(cells, np.concatenate((self.counts[kept], found.counts))))


class Step(NamedTuple):
    """The places, as Z-order numbers, that a version changed of the one before."""

    before: int
    codes: I64


@dataclass(frozen=True)
class CameraIndex:
    """Every public camera, and the counts of those at private homes.

    Never changed: what is newer is another index that shares the sorted part. `skipped` are
    positions in `base` of which something newer is known, sorted; `fresh` is what is newer.
    """

    base: Points
    levels: list[Cells]
    homes: Homes
    fresh: Points
    skipped: I64
    version: int
    steps: tuple[Step, ...] = ()

    @classmethod
    def of(cls, base: Points, homes: Homes, levels: list[Cells] | None = None) -> Self:
        """An index of what was just read; `levels` where they were counted before."""
        counted = count_all(base) if levels is None else levels
        return cls(base, counted, homes, Points.none(), _NOTHING, next(_versions))

    def with_changed(self, changed: Collection[int], now: Points) -> Self:
        """The index after some cameras changed; `now` are those of them that are public now."""
        ids = np.fromiter(changed, dtype=np.int64)
        positions = self.base.positions_of_ids(ids)
        outdated = np.isin(self.fresh.ids, ids)
        return replace(
            self,
            fresh=joined(self.fresh, ~outdated, now),
            skipped=np.union1d(self.skipped, positions),
            **self._stepped(self.base.codes[positions], self.fresh.codes[outdated], now.codes),
        )

    def with_homes(self, cells: Collection[int], found: HomeCells) -> Self:
        """The index after the homes of some cells were counted anew."""
        counted = np.fromiter(cells, dtype=np.int64)
        homes = self.homes.with_counted(counted, found)
        return replace(self, homes=homes, **self._stepped(middles_of(counted)))

    def merged(self) -> Self:
        """The same cameras, all of them sorted in."""
        keep = np.ones(len(self.base), dtype=np.bool_)
        keep[self.skipped] = False
        return self.of(joined(self.base, keep, self.fresh).tidied(), self.homes)

    def changed_since(self, version: int) -> I64 | None:
        """The places at which a version differs from this; None where nobody knows any more."""
        if version == self.version:
            return _NOTHING
        for place, step in enumerate(self.steps):
            if step.before == version:
                return np.concatenate([step.codes for step in self.steps[place:]])
        return None

    @cached_property
    def number(self) -> int:
        """How many public cameras there are."""
        return len(self.base) - len(self.skipped) + len(self.fresh)

    @property
    def changed(self) -> int:
        """How many changes are not sorted in yet."""
        return len(self.skipped) + len(self.fresh)

    def _stepped(self, *codes: I64) -> dict[str, Any]:
        step = Step(self.version, np.concatenate(codes))
        return {"version": next(_versions), "steps": (*self.steps, step)[-_STEPS:]}


def middles_of(cells: I64) -> I64:
    """The Z-order numbers of the middles of fixed cells."""
    zoom = limits.HOME_CELL_ZOOM
    half = 1 << BITS - zoom - 1
    columns, rows = cells >> zoom, cells & (1 << zoom) - 1
    return codes_of((columns << BITS - zoom) + half, (rows << BITS - zoom) + half)


def joined(points: Points, keep: Flags, more: Points) -> Points:
    """Some of one set of cameras and all of another, sorted together."""
    shifted = more.facings + np.uint32(len(points.texts))
    return Points.sorted_from(
        ids=np.concatenate((points.ids[keep], more.ids)),
        codes=np.concatenate((points.codes[keep], more.codes)),
        words=np.concatenate((points.words[keep], more.words)),
        seen=np.concatenate((points.seen[keep], more.seen)),
        facings=np.concatenate((points.facings[keep], shifted)),
        texts=points.texts.followed_by(more.texts),
        details=points.details.picked(keep).followed_by(more.details),
    )
