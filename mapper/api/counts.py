"""`/api/cameras/counts`: how many cameras each filter would show."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router

from mapper.api.landing import READ
from mapper.api.query import SelectionQuery, box_in, selection_in
from mapper.api.schemas import Counts, Problem
from mapper.tiles.index.current import current_index
from mapper.tiles.index.questions import groups_in, homes_in
from mapper.tiles.index.words import FILTERS
from mapper.vocabulary import Age, Answer, Kind, OperatorType, Selection, State
from mapper.vocabulary.words import Word

router = Router(tags=["Cameras"])

_WORDS: dict[str, type[Word]] = {
    "kind": Kind,
    "operator_type": OperatorType,
    "state": State,
    "face_recognition": Answer,
    "plate_reading": Answer,
    "age": Age,
}

Group = tuple[tuple[str, ...], int]
"""The words of one group of like cameras, in the order of the filters, and how many there are."""


class CountsQuery(SelectionQuery):
    """What may be asked of the counts."""

    bbox: str | None = Field(None, description="west,south,east,north in degrees of WGS 84")


@router.api_operation(READ, "/cameras/counts", response={200: Counts, 400: Problem})
def counts(request: HttpRequest, query: Query[CountsQuery]) -> dict[str, Any]:
    """The cameras in a box that were chosen, and how many each word of each filter would show.

    The words of one filter are counted among what the other filters chose. Cameras at private
    homes are counted by themselves, in whole cells whose middle lies in the box.
    """
    selection, box = selection_in(request), box_in(query.bbox)
    index = current_index()
    groups = groups_in(index, box, timezone.localdate())
    cells = homes_in(index, box, selection)
    return {
        "total": sum(count for _, count in _chosen(groups, selection)),
        "homes": int(cells.counts.sum()),
        "counts": counts_by_word(groups, selection),
    }


def counts_by_word(groups: Sequence[Group], selection: Selection) -> dict[str, dict[str, int]]:
    """Count each word of each filter among what the other filters chose."""
    answer: dict[str, dict[str, int]] = {}
    for place, name in enumerate(FILTERS):
        found: Counter[str] = Counter()
        for values, count in _chosen(groups, selection, but=name):
            found[values[place]] += count
        answer[name] = {word.value: found[word.value] for word in _WORDS[name]}
    return answer


def _chosen(groups: Iterable[Group], selection: Selection, but: str = "") -> Iterable[Group]:
    """The groups that every filter lets through, or every filter but one."""
    wanted = [selection.chosen(name) if name != but else frozenset() for name in FILTERS]
    for values, count in groups:
        if all(not words or value in words for words, value in zip(wanted, values, strict=True)):
            yield values, count
