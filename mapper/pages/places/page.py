"""The page `/places/<slug>/`: what is watched in a place, with bounds, basis and dates."""

from typing import Any

from django.contrib.gis.db.models.functions import Envelope
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from mapper.cameras.models import Camera, Source
from mapper.coverage.figures import Figures
from mapper.geometry import Box
from mapper.pages.places.amounts import number_words
from mapper.pages.places.bars import Bar
from mapper.pages.places.behind import changed_after
from mapper.pages.places.facts import facts_of
from mapper.pages.places.lists import alone_rows, gap_rows
from mapper.pages.places.newer import newer_than
from mapper.pages.places.order import DEFAULT_ORDER, Order
from mapper.pages.places.rows import Table, fetched_figures, tables_of
from mapper.pages.places.sections import (
    answer_sentence,
    looked_sentence,
    rests_on,
    sections_of,
)
from mapper.pages.places.sensitive import sensitive_rows
from mapper.pages.places.streets import has_list
from mapper.pages.places.ways import Ways, ways_in
from mapper.pages.places.what_if import fits
from mapper.pages.search import zoom_for
from mapper.places.models import Ground, Place
from mapper.settings import limits
from mapper.vocabulary import Level

LEGEND = Bar(30.0, 55.0, 80.0)


def place_of(slug: str) -> Place:
    """The place of an address, its figures, its ground and what holds it; one query."""
    places = Place.objects.select_related("ground", "parent", "coverage")
    bare = places.defer("boundary", "parent__boundary", "ground__extent")
    return get_object_or_404(bare.annotate(envelope=Envelope("boundary")), slug=slug)


@require_safe
def place_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The page; the same few queries, whatever the number of its parts."""
    place, ways = place_of(slug), ways_in(request.GET)
    figures = fetched_figures(place)
    box = Box(*place.envelope.extent)  # type: ignore[attr-defined]
    context = {
        "place": place,
        "level": Level(place.level),
        "ways": ways,
        "figures": figures,
        "population": "" if place.population is None else number_words(place.population),
        "legend_bar": LEGEND,
        "newer": newer_than(place, box),
        "grounds": _grounds_of(box),
        "sources": _sources_of(box),
        "parts": _parts_of(place, ways),
        "map_address": _map_address(box),
        "list_address": f"{reverse('camera-list')}?bbox={_corners(box)}",
        **(_told(place, figures, ways) if figures else {}),
    }
    return render(request, "places/place.html", context)


def _told(place: Place, figures: Figures, ways: Ways) -> dict[str, Any]:
    """What the figures say."""
    length_m = ways.of(figures).length_m
    return {
        "answer": answer_sentence(place.name, figures, ways),
        "looked": looked_sentence(figures, ways),
        "rests_on": rests_on(figures, ways),
        "sections": sections_of(figures, ways) if length_m > 0 else [],
        "has_list": has_list(place),
        "what_if_fits": place.ground.retired_on is None and fits(place),
        "changed_on": changed_after(figures.computed_on),
        "lists": _lists(place, figures),
        "facts": facts_of(place, figures, ways),
        "sensitive": sensitive_rows(figures),
    }


def _lists(place: Place, figures: Figures) -> dict[str, Any]:
    """Gaps and cameras one by one, of a place that is not too large and still has its boundary."""
    if not has_list(place) or figures.public.length_m <= 0:
        return {}
    return {"gaps": gap_rows(place), "alone": alone_rows(place)}


def _grounds_of(box: Box) -> QuerySet[Ground]:
    """Where the streets and buildings around a place come from."""
    with_streets = Ground.objects.current().with_streets()
    return with_streets.in_box(box).defer("extent").order_by("title")


def _sources_of(box: Box) -> QuerySet[Source]:
    """The lists that name a camera around a place."""
    named = Camera.objects.public().in_box(box).filter(records__source=OuterRef("pk"))
    return Source.objects.filter(Exists(named)).order_by("title")


def _parts_of(place: Place, ways: Ways) -> list[Table]:
    """The current places inside this one, a table for each level."""
    parts = Place.objects.current().filter(parent=place).select_related("parent", "coverage")
    rows = parts.defer("boundary", "parent__boundary").order_by("name")[: limits.PLACES_ROWS]
    return tables_of(rows, ways, Order.parse(DEFAULT_ORDER))


def _map_address(box: Box) -> str:
    lat, lon = (box.south + box.north) / 2, (box.west + box.east) / 2
    return f"{reverse('map')}#{zoom_for(box)}/{lat:.5f}/{lon:.5f}"


def _corners(box: Box) -> str:
    return ",".join(f"{corner:.5f}" for corner in (box.west, box.south, box.east, box.north))
