"""The figures of a place as CSV and as JSON, with their dates and licences."""

import csv
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from mapper.cameras.models import Source
from mapper.coverage.figures import Figures
from mapper.pages.places.page import place_of
from mapper.pages.places.rows import fetched_figures
from mapper.pages.places.spreadsheets import DIGITS, safe_cell
from mapper.pages.places.table import Entry, entries_of
from mapper.places.models import Place


@require_safe
def place_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """One line for each figure, and on each its dates and licences, so that none is quoted bare."""
    place = place_of(slug)
    figures = fetched_figures(place)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{place.slug}-figures.csv"'
    around = {
        "place": place.name,
        "level": place.level,
        "computed_on": _day(figures.computed_on) if figures else "",
        "ground_vintage_on": _day(_vintage(place, figures)),
        "licence": "; ".join(f"{each['title']}: {each['licence']}" for each in _licences(place)),
        "address": request.build_absolute_uri(reverse("place", args=[place.slug])),
    }
    writer = csv.writer(answer)
    writer.writerow([*list(around)[:2], *Entry._fields, *list(around)[2:]])
    first, last = list(around.values())[:2], list(around.values())[2:]
    for entry in entries_of(place, figures):
        writer.writerow(safe_cell(cell) for cell in (*first, *entry, *last))
    return answer


@require_safe
def place_json(request: HttpRequest, slug: str) -> JsonResponse:
    """The same for programs."""
    place = place_of(slug)
    figures = fetched_figures(place)
    return JsonResponse(
        {
            "place": {
                "name": place.name,
                "level": place.level,
                "slug": place.slug,
                "inside": place.parent.slug if place.parent else None,
                "population": place.population,
                "population_year": place.population_year,
                "retired_on": _day(place.ground.retired_on) or None,
                "address": request.build_absolute_uri(reverse("place", args=[place.slug])),
            },
            "computed_on": _day(figures.computed_on) if figures else None,
            "ground_vintage_on": _day(_vintage(place, figures)),
            "licences": _licences(place),
            "figures": [_rounded(entry)._asdict() for entry in entries_of(place, figures)],
        }
    )


def _rounded(entry: Entry) -> Entry:
    values = (None if value is None else round(value, DIGITS) for value in entry[3:])
    return Entry(*entry[:3], *values)


def _vintage(place: Place, figures: Figures | None) -> date:
    """The day whose ground the figures are of."""
    return (figures.ground_vintage_on if figures else None) or place.ground.vintage_on


def _licences(place: Place) -> list[dict[str, Any]]:
    """Whose data the figures are made of: the ground of the place, and every list of cameras."""
    ground = {"title": place.ground.title, "licence": "", "attribution": place.ground.attribution}
    sources = Source.objects.order_by("title").values("title", "licence", "attribution")
    return [ground, *map(dict, sources)]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
