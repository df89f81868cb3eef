"""The page `/places/`: the places of each level side by side, like with like."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from mapper.pages.places.levels import level_counted
from mapper.pages.places.order import DEFAULT_ORDER, TITLES, Order
from mapper.pages.places.rows import tables_of
from mapper.pages.places.ways import Ways, ways_in
from mapper.places.models import Place
from mapper.places.querysets import PlaceQuerySet
from mapper.places.search import folded
from mapper.settings import limits
from mapper.vocabulary import Level


@dataclass(frozen=True, slots=True)
class Link:
    """A way to narrow or to sort the tables: its words, its address, and whether it is in use."""

    words: str
    address: str
    current: bool = False
    count: int = 0
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asked the tables for."""

    text: str
    level: Level | None
    inside: str
    order: Order
    ways: Ways

    def address(self, **changed: str) -> str:
        """The address of this page with something changed; an empty text leaves a part out."""
        parts = {
            "q": self.text,
            "level": self.level or "",
            "in": self.inside,
            "sort": "" if str(self.order) == DEFAULT_ORDER else str(self.order),
            "ways": self.ways.in_address,
            **changed,
        }
        query = urlencode({key: text for key, text in parts.items() if text})
        return f"{reverse('places')}{'?' if query else ''}{query}"

    @property
    def narrows(self) -> bool:
        """Whether it leaves places out."""
        return bool(self.text or self.level or self.inside)


@require_safe
def place_index(request: HttpRequest) -> HttpResponse:
    """The tables; four queries, whatever the number of places."""
    return render(request, "places/index.html", _answer(_question_in(request.GET)))


def _question_in(query: QueryDict) -> Question:
    return Question(
        text=query.get("q", "").replace("\0", "").strip()[: limits.SEARCH_MAX_LENGTH],
        level=next((level for level in Level if level == query.get("level")), None),
        inside=query.get("in", "").replace("\0", ""),
        order=Order.parse(query.get("sort", "")),
        ways=ways_in(query),
    )


def _answer(question: Question) -> dict[str, Any]:
    places = _asked_for(question)
    # One more than is shown tells whether there are too many to stand side by side.
    rows = places.select_related("parent", "coverage").defer("boundary", "parent__boundary")
    found = list(rows[: limits.PLACES_ROWS + 1])
    too_many = len(found) > limits.PLACES_ROWS
    return {
        "question": question,
        "ways": question.ways,
        "tables": [] if too_many else tables_of(found, question.ways, question.order),
        "total": len(found),
        "computed": any(hasattr(place, "coverage") for place in found),
        "levels": _level_links(question),
        "holders": _holder_links(question, places) if too_many else [],
        "too_many": too_many,
        "orders": _order_links(question),
        "ways_address": question.address(ways=question.ways.other.in_address),
        "all_address": question.address(q="", level="", **{"in": ""}),
    }


def _asked_for(question: Question) -> PlaceQuerySet:
    places = Place.objects.current()
    if question.level:
        places = places.filter(level=question.level)
    if question.inside:
        places = places.filter(parent__slug=question.inside)
    if question.text:
        wanted = folded(question.text)
        names = places.values_list("pk", "name")
        fitting = [pk for pk, name in names if wanted in folded(name)]
        places = places.filter(pk__in=fitting[: limits.PLACES_ROWS + 1])
    return places


def _level_links(question: Question) -> list[Link]:
    """A link for each level that has places; none where all are of one level."""
    counts = Place.objects.current().order_by().values_list("level").annotate(Count("pk"))
    number = dict(counts)
    links = [
        Link(level.label, question.address(level=level), level == question.level, number[level])
        for level in Level
        if level in number
    ]
    return links if len(links) > 1 else []


def _holder_links(question: Question, places: PlaceQuerySet) -> list[Link]:
    """The places that hold those asked for, where these are too many for tables."""
    held = places.filter(parent__isnull=False).order_by("parent__name", "parent__slug", "level")
    rows = held.values_list("parent__name", "parent__slug", "level").annotate(Count("pk"))
    return [
        Link(
            f"{name}: {level_counted(level, count)}",
            question.address(level=level, **{"in": slug}),
        )
        for name, slug, level, count in rows[: limits.PLACES_ROWS]
    ]


def _order_links(question: Question) -> list[Link]:
    """A link for each order; the one in use turns it round."""
    links = []
    for name, title in TITLES.items():
        current = name == question.order.name
        order = question.order.turned if current else Order.first(name)
        address = question.address(sort="" if str(order) == DEFAULT_ORDER else str(order))
        links.append(Link(title, address, current, backwards=question.order.backwards))
    return links
