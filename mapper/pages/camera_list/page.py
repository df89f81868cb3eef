"""The page `/cameras/`, and the part of it that the map page shows beside the map."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import dateformat, timezone
from django.views.decorators.http import require_safe

from mapper.cameras.models import Camera
from mapper.cameras.rules import state_on
from mapper.geometry import Box
from mapper.pages.camera_list.looks import looks_in
from mapper.pages.camera_list.order import (
    DEFAULT_ORDER,
    ORDERS,
    mark_of,
    order_of,
    place_of,
    text_of,
    turned,
)
from mapper.pages.camera_list.private_homes import homes_within
from mapper.pages.camera_list.streets import street_names
from mapper.pages.errors import not_yet
from mapper.pages.filters import filters_for
from mapper.settings import limits
from mapper.tiles.index.current import IndexBeingBuiltError, current_index
from mapper.tiles.index.questions import Listed, Order, listed
from mapper.vocabulary import Answer, Kind, OperatorType, Selection, State


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asked the list for, checked."""

    box: Box | None
    box_text: str
    selection: Selection
    order: Order
    after: str

    def address(self, **changed: str) -> str:
        """The address of this list with something changed; an empty text leaves a part out."""
        parts = {"bbox": self.box_text, "sort": text_of(self.order), "after": self.after, **changed}
        pairs = [*self.selection.to_query(), *((key, text) for key, text in parts.items() if text)]
        return f"{reverse('camera-list')}?{urlencode(pairs, safe=',')}"


@dataclass(frozen=True, slots=True)
class Row:
    """One camera as the list shows it; whatever is written of it is written here.

    A hundred times what a template takes to write an address or a number is all it takes.
    """

    pk: int
    address: str
    kind: Kind
    state: State
    operator_type: OperatorType
    recognises_faces: bool
    reads_plates: bool
    last_seen_on: date | None
    last_seen: str
    lon: str
    lat: str
    place: str
    street: str


@require_safe
def camera_list(request: HttpRequest) -> HttpResponse:
    """The cameras in a box that fit the filters; four queries, whatever their number.

    400 with the reason in words where the address is not one of ours.
    """
    template = "list_part.html" if request.GET.get("part") == "list" else "list.html"
    try:
        context = _answer(_question_in(request.GET), timezone.now().date())
    except IndexBeingBuiltError:
        return not_yet(request)
    except ValueError as problem:
        context = {"problem": str(problem), "filters": filters_for(Selection())}
        return render(request, f"camera/{template}", context, status=400)
    return render(request, f"camera/{template}", context)


def _question_in(query: QueryDict) -> Question:
    pairs = ((key, value) for key in query for value in query.getlist(key))
    selection, problems = Selection.from_query(pairs)
    if problems:
        raise ValueError("; ".join(problems))
    box_text = query.get("bbox", "")
    return Question(
        box=Box.parse(box_text) if box_text else None,
        box_text=box_text,
        selection=selection,
        order=order_of(query.get("sort") or DEFAULT_ORDER),
        after=query.get("after", "").replace("\0", ""),
    )


def _answer(question: Question, today: date) -> dict[str, Any]:
    index, order = current_index(), question.order
    after = place_of(order, question.after)
    found = listed(index, question.box, question.selection, order, after, today)
    # What was hidden this very moment is not shown, though the index may not know it yet.
    cameras = Camera.objects.public().in_bulk(found.ids)
    homes = homes_within(index, question.box, question.selection)
    return {
        "question": question,
        "filters": filters_for(question.selection),
        "rows": _rows([cameras[pk] for pk in found.ids if pk in cameras], today),
        "total": found.total,
        "looks": looks_in(question.box) if question.box is not None else [],
        "homes": homes.fullest,
        "homes_total": homes.total,
        "orders": _order_links(question),
        "next_address": _next_address(question, found),
        "first_address": question.address(after="") if question.after else "",
        "unfiltered_address": Question(
            question.box, question.box_text, Selection(), question.order, ""
        ).address(),
    }


def _rows(cameras: list[Camera], today: date) -> list[Row]:
    before, _, behind = reverse("camera", args=[0]).rpartition("0")
    streets = street_names([(camera.location.x, camera.location.y) for camera in cameras])
    return [
        _row(camera, f"{before}{camera.pk}{behind}", street, today)
        for camera, street in zip(cameras, streets, strict=True)
    ]


def _row(camera: Camera, address: str, street: str, today: date) -> Row:
    lon, lat = camera.location.coords
    day = camera.last_seen_on
    return Row(
        pk=camera.pk,
        address=address,
        kind=Kind(camera.kind),
        state=state_on(State(camera.state), day, today),
        operator_type=OperatorType(camera.operator_type),
        recognises_faces=camera.face_recognition == Answer.YES,
        reads_plates=camera.plate_reading == Answer.YES,
        last_seen_on=day,
        last_seen="" if day is None else _in_words(day),
        lon=f"{lon:.6f}",
        lat=f"{lat:.6f}",
        place=f"{lat:.5f}/{lon:.5f}",
        street=street,
    )


@lru_cache(maxsize=limits.DAYS_REMEMBERED)
def _in_words(day: date) -> str:
    return dateformat.format(day, "j F Y")


def _order_links(question: Question) -> list[dict[str, Any]]:
    """A link for each order; the one in use turns it round."""
    links = []
    for name, title in ORDERS.items():
        current = name == question.order.name
        order = turned(question.order) if current else Order(name, backwards=name == "seen")
        address = question.address(sort=text_of(order), after="")
        backwards = question.order.backwards
        links.append(
            {"title": title, "address": address, "current": current, "backwards": backwards}
        )
    return links


def _next_address(question: Question, found: Listed) -> str:
    if not found.more:
        return ""
    return question.address(after=mark_of(question.order, found.keys[-1], found.ids[-1]))
