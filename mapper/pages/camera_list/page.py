"""The page `/cameras/`, and the part of it that the map page shows beside the map."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from mapper.cameras.models import Camera
from mapper.cameras.rules import state_on
from mapper.geometry import Box
from mapper.pages.camera_list.looks import looks_in
from mapper.pages.camera_list.order import DEFAULT_ORDER, ORDERS, Order, mark_of
from mapper.pages.camera_list.private_homes import homes_within
from mapper.pages.camera_list.streets import street_names
from mapper.pages.filters import filters_for
from mapper.settings import limits
from mapper.vocabulary import Answer, Kind, OperatorType, Selection, State

WORLD = Box(-180, -90, 180, 90)


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asked the list for, checked."""

    box: Box
    box_text: str
    selection: Selection
    order: Order
    after: str

    def address(self, **changed: str) -> str:
        """The address of this list with something changed; an empty text leaves a part out."""
        parts = {"bbox": self.box_text, "sort": str(self.order), "after": self.after, **changed}
        pairs = [*self.selection.to_query(), *((key, text) for key, text in parts.items() if text)]
        return f"{reverse('camera-list')}?{urlencode(pairs, safe=',')}"


@dataclass(frozen=True, slots=True)
class Row:
    """One camera as the list shows it."""

    pk: int
    kind: Kind
    state: State
    operator_type: OperatorType
    recognises_faces: bool
    reads_plates: bool
    last_seen_on: date | None
    lon: float
    lat: float
    street: str


@require_safe
def camera_list(request: HttpRequest) -> HttpResponse:
    """The cameras in a box that fit the filters; five queries, whatever their number.

    400 with the reason in words where the address is not one of ours.
    """
    template = "list_part.html" if request.GET.get("part") == "list" else "list.html"
    try:
        context = _answer(_question_in(request.GET), timezone.now().date())
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
        box=Box.parse(box_text) if box_text else WORLD,
        box_text=box_text,
        selection=selection,
        order=Order.parse(query.get("sort") or DEFAULT_ORDER),
        after=query.get("after", "").replace("\0", ""),
    )


def _answer(question: Question, today: date) -> dict[str, Any]:
    matching = Camera.objects.public().matching(question.selection, today)
    cameras = matching.in_box(question.box) if question.box_text else matching
    # One row more than is shown tells whether a next page exists.
    found = list(question.order.page(cameras, question.after, limits.LIST_PAGE_ROWS + 1, today))
    shown = found[: limits.LIST_PAGE_ROWS]
    homes = homes_within(question.box, question.selection)
    return {
        "question": question,
        "filters": filters_for(question.selection),
        "rows": _rows(shown, today),
        "total": cameras.count(),
        "looks": looks_in(question.box) if question.box_text else [],
        "homes": homes[: limits.LIST_PAGE_ROWS],
        "homes_total": sum(home.count for home in homes),
        "orders": _order_links(question),
        "next_address": _next_address(question, found, shown),
        "first_address": question.address(after="") if question.after else "",
        "unfiltered_address": Question(
            question.box, question.box_text, Selection(), question.order, ""
        ).address(),
    }


def _rows(cameras: list[Camera], today: date) -> list[Row]:
    streets = street_names([(camera.location.x, camera.location.y) for camera in cameras])
    return [_row(camera, street, today) for camera, street in zip(cameras, streets, strict=True)]


def _row(camera: Camera, street: str, today: date) -> Row:
    return Row(
        pk=camera.pk,
        kind=Kind(camera.kind),
        state=state_on(State(camera.state), camera.last_seen_on, today),
        operator_type=OperatorType(camera.operator_type),
        recognises_faces=camera.face_recognition == Answer.YES,
        reads_plates=camera.plate_reading == Answer.YES,
        last_seen_on=camera.last_seen_on,
        lon=camera.location.x,
        lat=camera.location.y,
        street=street,
    )


def _order_links(question: Question) -> list[dict[str, Any]]:
    """A link for each order; the one in use turns it round."""
    links = []
    for name, (title, _) in ORDERS.items():
        current = name == question.order.name
        order = question.order.turned if current else Order(name, backwards=name == "seen")
        address = question.address(sort=str(order), after="")
        backwards = question.order.backwards
        links.append(
            {"title": title, "address": address, "current": current, "backwards": backwards}
        )
    return links


def _next_address(question: Question, found: list[Camera], shown: list[Camera]) -> str:
    if len(found) == len(shown):
        return ""
    last = shown[-1]
    return question.address(after=mark_of(last.sort_key, last.pk))  # type: ignore[attr-defined]
