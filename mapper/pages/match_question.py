"""The question that a report may be answered with: which camera on the map it is of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot
from string import ascii_uppercase

import numpy as np
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from mapper.cameras.models import Camera
from mapper.matching.candidates import Candidate
from mapper.pages.camera.plane import Plane
from mapper.pages.camera.small_map import Surroundings, surroundings
from mapper.pages.camera.words import title_of
from mapper.pages.camera_list.streets import street_names
from mapper.sightings.forms import ReportForm
from mapper.vocabulary import Kind

CONFLICT = 409
# Letters nearer than this, in metres of the drawing, would cover each other.
LETTER_APART_M = 11.0

# The fields that answer this question, and so are left to its buttons.
ANSWERS = frozenset({"camera", "another"})


@dataclass(frozen=True, slots=True)
class Choice:
    """One camera that it may be: its letter, where the letter stands in the drawing, its words."""

    letter: str
    x: float
    y: float
    candidate: Candidate
    title: str


def ask_which(
    request: HttpRequest, form: ReportForm, candidates: Sequence[Candidate]
) -> HttpResponse:
    """The question, with everything that was typed kept for the answer."""
    lat, lon = form.cleaned_data["where"]
    plane = Plane(lon, lat)
    ground = surroundings(plane)
    choices = list(choices_of(candidates, plane))
    context = {
        "ground": ground,
        "choices": choices,
        "description": description_of(ground, choices),
        "typed": list(typed(request.POST)),
    }
    return render(request, "sighting/which.html", context, status=CONFLICT)


def choices_of(candidates: Sequence[Candidate], plane: Plane) -> Iterable[Choice]:
    """The candidates with their letters and streets, the likeliest first; one query."""
    cameras = [one.camera for one in candidates]
    streets = street_names([(camera.location.x, camera.location.y) for camera in cameras])
    places = letter_places(plane.flatten(np.array([one.location.coords for one in cameras])))
    for letter, (x, y), one, street in zip(
        ascii_uppercase, places, candidates, streets, strict=False
    ):
        yield Choice(letter, x, y, one, _title(one.camera, street))


def letter_places(points: Iterable[Sequence[float]]) -> list[tuple[float, float]]:
    """Where to write letters for points in metres: each there, or as little east as is free."""
    taken: list[tuple[float, float]] = []
    for point in points:
        x, y = round(float(point[0]), 1), round(float(point[1]), 1)
        while any(hypot(x - left, y - top) < LETTER_APART_M for left, top in taken):
            x = round(x + 1.0, 1)
        taken.append((x, y))
    return taken


def description_of(ground: Surroundings, choices: Sequence[Choice]) -> str:
    """What the drawing shows, for those who do not see it."""
    letters = ", ".join(choice.letter for choice in choices)
    return (
        f"{ground.size_words} Your position is in the middle; cameras around it: {letters}."
        f" {ground.ground_words}"
    )


def typed(sent: QueryDict) -> Iterable[tuple[str, str]]:
    """Every field of the form and value it was sent with, in the order of its questions."""
    for name in ReportForm.base_fields:
        if name not in ANSWERS:
            for value in sent.getlist(name):
                yield name, str(value)


def _title(camera: Camera, street: str) -> str:
    kind = title_of(Kind(camera.kind))
    return f"{kind}, {street}" if street else kind
