"""Computing cells anew and storing them, with the figures of the places they touch."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from django.db.models import Count

from mapper.coverage.compute import CellRows, compute
from mapper.coverage.inputs import inputs_now, read_block
from mapper.coverage.models import CountedCamera, CoverageCell
from mapper.coverage.services.follow_events import DUE, follow_events
from mapper.coverage.services.store_cells import store_cells
from mapper.coverage.services.store_place_figures import store_place_figures
from mapper.geometry.cells import coarser
from mapper.settings import limits

_ZOOM = limits.COVERAGE_CELL_ZOOM


def keep_up(*, today: date) -> int:
    """Work in what happened since, and compute what is due; gives how many cells that were."""
    while follow_events(today=today):
        pass
    due = list(CoverageCell.objects.filter(inputs=DUE).values_list("cell", flat=True))
    compute_cells(cells=due, day=today)
    return len(due)


def compute_cells(*, cells: Collection[int], day: date) -> None:
    """Compute and store some cells, block by block, and then the places they touch."""
    places: set[int] = set()
    for block in blocks_of(cells, cameras_in(cells)):
        inputs = inputs_now()
        places |= store_cells(rows=computed(block, day), inputs=inputs, day=day)
    for place in sorted(places):
        store_place_figures(place=place, day=day)


def computed(cells: Collection[int], day: date) -> list[CellRows]:
    """The figures of one block of cells as of a day, not yet stored."""
    return compute(read_block(cells, day))


def cameras_in(cells: Collection[int]) -> dict[int, int]:
    """How many cameras were counted in each of some cells when they were last computed."""
    counted = CountedCamera.objects.filter(cell__in=list(cells)[: limits.IMPORT_BATCH_ROWS])
    return dict(counted.values_list("cell").annotate(Count("pk")))


def blocks_of(cells: Collection[int], cameras: Mapping[int, int]) -> Iterator[list[int]]:
    """Share cells out into blocks of neighbours; the more cameras there are the fewer cells."""
    yield from _blocks(sorted(set(cells)), Counter(cameras), limits.COVERAGE_BLOCK_ZOOM)


def _blocks(cells: list[int], cameras: Counter[int], zoom: int) -> Iterator[list[int]]:
    grouped: dict[int, list[int]] = defaultdict(list)
    for cell in cells:
        grouped[coarser(cell, _ZOOM, zoom)].append(cell)
    for group in grouped.values():
        many = sum(cameras[cell] for cell in group) > limits.COVERAGE_BLOCK_CAMERAS
        if many and zoom < _ZOOM:
            yield from _blocks(group, cameras, zoom + 1)
        else:
            yield group
