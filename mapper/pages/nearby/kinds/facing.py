"""Cameras of which nobody knows which way they face."""

from collections.abc import Iterator

from mapper.pages.nearby.around import Around
from mapper.pages.nearby.task import Task, about
from mapper.settings import limits
from mapper.vocabulary import Kind

_ALL_ROUND = [kind for kind in Kind if kind.sees_all_round]


def facing(around: Around) -> Iterator[Task]:
    """Ask for the facing of those that do not look all round anyway; one query."""
    unknown = around.cameras.filter(facings=[]).exclude(kind__in=_ALL_ROUND)
    for camera in unknown.by_number()[: limits.NEARBY_EACH_KIND]:
        yield about(
            camera, "facing", "Which way does it face?", "Nobody has said yet.", around.here
        )
