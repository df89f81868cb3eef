"""From a block to the figures of its cells: pure sums over arrays."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from mapper.coverage.block import Block, Streets, ways_joined
from mapper.coverage.looks import VARIANTS
from mapper.coverage.parts import Parts
from mapper.coverage.records import CAMERA, SENSITIVE, Rows
from mapper.coverage.runs import runs_of
from mapper.coverage.seen import CENTRAL, FACES, Seen, Sight, see
from mapper.coverage.windows import NOWHERE, Windows, windows_of
from mapper.geometry.arrays import F64, I64, Flags
from mapper.geometry.cells import cells_of
from mapper.geometry.stretches import Pieces, alone, lengths_of, pieces_inside, stretches_of
from mapper.settings import limits

_Item = TypeVar("_Item", bound=np.generic)


@dataclass(frozen=True, slots=True)
class CellRows:
    """All records of one cell, what it adds to each place, and where its cameras stand."""

    cell: int
    streets: Rows
    stretches: Rows
    cameras: Rows
    sensitive: Rows
    parts: Rows
    stood: F64

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in the cell that has figures."""
        return not (len(self.streets) or len(self.cameras) or len(self.sensitive))


@dataclass(frozen=True, slots=True)
class _Measured:
    """What the figures of a block's own streets rest on, and what they are."""

    streets: Streets
    seen: Seen
    sights: list[Sight]
    looked: Pieces
    rows: Rows
    shares: F64
    parts: Parts


def compute(block: Block) -> list[CellRows]:
    """The figures of every cell of a block, in ascending order."""
    of = _measured(block)
    others = block.streets.only(~_own(block))
    return _by_cell(
        block,
        of.rows,
        _stretches(block, of.streets, of.sights, of.looked),
        _cameras(block, of.seen, of.streets, others),
        _sensitive(block, of.shares),
        of.parts,
    )


def parts_of(block: Block) -> Rows:
    """What the cells of a block add to places, where nothing else is asked for."""
    parts = _measured(block).parts
    return np.concatenate([parts.of_cell(number) for number in range(len(block.cells))])


def _measured(block: Block) -> _Measured:
    streets = block.streets.only(_own(block))
    windows = windows_of(block, streets)
    seen = see(block, windows.ways)
    sights = _sights(windows, seen)
    metres = windows.metres(block, sights)
    looked = pieces_inside(streets.ways, block.looked.areas)
    rows = windows.street_rows(block, metres, looked)
    shares = windows.front_shares(block, metres)
    parts = _parts(block, windows, rows, shares)
    return _Measured(streets, seen, sights, looked, rows, shares, parts)


def _own(block: Block) -> Flags:
    """Which streets belong to the cells of a block."""
    return np.isin(block.streets.cell, block.cells)


def _sights(windows: Windows, seen: Seen) -> list[Sight]:
    """What is seen in each variant, in the open."""
    return [
        _in_the_open(windows, seen.sight(number, windows.ways)) for number in range(len(VARIANTS))
    ]


def _in_the_open(windows: Windows, sight: Sight) -> Sight:
    return Sight(windows.in_the_open(sight.pieces), sight.share, sight.camera)


def _stretches(block: Block, streets: Streets, sights: list[Sight], looked: Pieces) -> Rows:
    """Own streets cut where anything changes along them, with the number of each street."""
    central, faces = (
        stretches_of(streets.ways, sight.pieces, sight.share, sight.camera)
        for sight in (_on(streets, sights[number]) for number in (CENTRAL, FACES))
    )
    runs = runs_of(lengths_of(streets.ways), central, faces, looked, block.looked.looked_on)
    runs["street"] = streets.pk[runs["street"]]
    return runs


def _on(streets: Streets, sight: Sight) -> Sight:
    """A sight without what is seen of fronts."""
    return sight.only(sight.pieces.way < len(streets))


def _cameras(block: Block, seen: Seen, streets: Streets, others: Streets) -> Rows:
    """The records of all cameras of a block; right for those in its cells."""
    rows = np.zeros(len(block.cameras), CAMERA)
    rows["camera"] = block.cameras.pk
    central = seen.looks.variant == CENTRAL
    looks, views = seen.looks.only(central), seen.views
    expected = views.area_m2[central] * looks.share
    rows["area_m2"] = np.bincount(looks.camera, expected, len(rows))
    # Of several sectors each counts by the ground it would see if there were no walls.
    sector = looks.opening * (looks.far_m**2 - looks.near_m**2)
    cut = np.bincount(looks.camera, sector * views.cut[central], len(rows))
    rows["cut"] = cut / np.maximum(np.bincount(looks.camera, sector, len(rows)), 1e-9)
    rows["seen_m"], rows["unique_m"] = _alone(block, seen, streets, others)
    return rows


def _alone(block: Block, seen: Seen, streets: Streets, others: Streets) -> tuple[F64, F64]:
    """The metres of public street that each camera sees, and that no other one does."""
    counted = (one.only(one.public & ~one.tunnel).ways for one in (streets, others))
    ways = ways_joined(*counted)
    sight = seen.sight(CENTRAL, ways)
    number, lengths = np.arange(len(ways)), lengths_of(ways)
    return alone(
        Pieces(number, np.zeros(len(ways)), lengths, number),
        sight.pieces,
        share=sight.share,
        camera=sight.camera,
        cameras=len(block.cameras),
    )


def _sensitive(block: Block, shares: F64) -> Rows:
    rows = np.zeros(len(shares), SENSITIVE)
    rows["place"], rows["metres"] = block.sensitive.pk, shares
    return rows


def _parts(block: Block, windows: Windows, rows: Rows, shares: F64) -> Parts:
    """What each cell adds to the places around."""
    parts = Parts(len(block.cells), block.places)
    place = windows.place[windows.is_street]
    inside = (place != NOWHERE) & ~rows["tunnel"]
    cell_of_row = windows.streets.cell[windows.way[windows.is_street]]
    parts.add_streets(_number(block, cell_of_row[inside]), place[inside], rows[inside])
    cells = block.cameras.cell
    own = np.isin(cells, block.cells)
    parts.add_cameras(_number(block, cells[own]), block.cameras.only(own))
    sensitive = block.sensitive
    parts.add_sensitive(
        _number(block, _cells(sensitive.lonlat)), sensitive.lonlat, sensitive.kind, shares
    )
    return parts


def _by_cell(
    block: Block, streets: Rows, stretches: Rows, cameras: Rows, sensitive: Rows, parts: Parts
) -> list[CellRows]:
    """Everything sorted into its cell."""
    order = np.argsort(block.streets.pk)
    known = block.streets.pk[order]

    def cell_of(rows: Rows) -> I64:
        return block.streets.cell[order[np.searchsorted(known, rows["street"])]]

    camera_cell = block.cameras.cell
    split = zip(
        _split(block, streets, cell_of(streets)),
        _split(block, stretches, cell_of(stretches)),
        _split(block, cameras, camera_cell),
        _split(block, sensitive, _cells(block.sensitive.lonlat)),
        _split(block, block.cameras.lonlat, camera_cell),
        strict=True,
    )
    return [
        CellRows(int(cell), street, stretch, camera, place, parts.of_cell(number), stood)
        for number, (cell, (street, stretch, camera, place, stood)) in enumerate(
            zip(block.cells, split, strict=True)
        )
    ]


def _split(block: Block, rows: NDArray[_Item], cells: I64) -> list[NDArray[_Item]]:
    """Rows by cell of the block; those of other cells are left out."""
    order = np.argsort(cells, kind="stable")
    first = np.searchsorted(cells[order], block.cells)
    last = np.searchsorted(cells[order], block.cells, side="right")
    return [rows[order[begin:end]] for begin, end in zip(first, last, strict=True)]


def _number(block: Block, cells: I64) -> I64:
    """The number among a block's cells of each of some cells in it."""
    return np.searchsorted(block.cells, cells)


def _cells(lonlat: F64) -> I64:
    return cells_of(lonlat, limits.COVERAGE_CELL_ZOOM)
