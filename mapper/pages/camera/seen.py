"""What a camera sees, as its page tells it: figures, what they rest on, and paths to draw."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import floor, log10

from mapper.cameras.models import Camera
from mapper.coverage.camera_view import CameraView, view_of
from mapper.coverage.devices import DEVICES
from mapper.coverage.unique import CameraMetres, metres_of
from mapper.pages.camera.plane import Plane, path_of
from mapper.vocabulary import Detail, Kind, Lifecycle, Scenario, State

_FIGURES = 2
"""A view rests on so much that is assumed that a third figure would say nothing."""


@dataclass(frozen=True, slots=True)
class SeenPaths:
    """What the small map draws of a view; `assumed` where somebody must say more to know it."""

    observe: str
    recognise: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """The section of the page: rows of a name and its words, then what they rest on."""

    facts: tuple[tuple[str, str], ...]
    assumptions: tuple[str, ...]
    paths: SeenPaths


def seen_by(camera: Camera, today: date) -> Seen | None:
    """What a camera sees; None for one that is gone or out of use. Two queries."""
    if camera.state == State.GONE or camera.lifecycle == Lifecycle.DISUSED:
        return None
    view = view_of(camera, today)
    return Seen(
        facts=tuple(_facts(view, metres_of(camera))),
        assumptions=tuple(_assumptions(camera, view)),
        paths=_paths(camera, view),
    )


def _facts(view: CameraView, watched: CameraMetres | None) -> Iterator[tuple[str, str]]:
    yield "Ground in view", _range(view, Detail.OBSERVE)
    yield "Near enough for a face", _range(view, Detail.RECOGNISE)
    cut = view.ground[Scenario.CENTRAL, Detail.OBSERVE].cut
    yield "Cut off by buildings", f"{100 * cut:.0f} % of its reach"
    if watched is None:
        yield "Street in view", "not worked out yet for this part of the map"
        return
    yield "Street in view", f"about {about(watched.seen_m)} m of public ways"
    yield "If it went", f"{about(watched.unique_m)} m would be out of view of every known camera"


def _range(view: CameraView, detail: Detail) -> str:
    """Most likely, with the two bounds."""
    low, central, high = (about(view.ground[scenario, detail].area_m2) for scenario in Scenario)
    return f"about {central} m² (at least {low}, at most {high})"


def about(number: float) -> str:
    """A number to two figures, with commas between thousands."""
    if number < 1:
        return "0"
    digits = _FIGURES - 1 - floor(log10(number))
    return f"{round(number, digits):,.0f}"


def _assumptions(camera: Camera, view: CameraView) -> Iterator[str]:
    central = DEVICES[Scenario.CENTRAL]
    if Kind(camera.kind).sees_all_round:
        yield "It can look all round, so the whole circle counts, though not all of it at once."
    elif not camera.facings:
        yield (
            "Nobody has said which way it faces. Most likely it sees a part of the dashed ground"
            f" {central.opening:g}° wide; at least nothing, at most all of it."
        )
    elif any(facing["opening"] is None for facing in camera.facings):
        yield f"Nobody has said how wide it looks: {central.opening:g}° are assumed."
    yield (
        "Nobody knows its device: one with a picture of"
        f" {central.pixels_across:,.0f} pixels across is assumed."
        " A weaker and a stronger one bound the figures."
    )
    if camera.height_m is None:
        yield "Nobody has said how high it hangs, so the ground counts from right below it."
    if not view.walls:
        yield "No building is on the map here, so nothing cuts off its view."


def _paths(camera: Camera, view: CameraView) -> SeenPaths:
    plane = Plane(camera.location.x, camera.location.y)

    def drawn(detail: Detail) -> str:
        shapes = view.ground[Scenario.CENTRAL, detail].shapes
        return "".join(path_of(plane.drawn(shape)) for shape in shapes)

    known = Kind(camera.kind).sees_all_round or bool(camera.facings)
    return SeenPaths(drawn(Detail.OBSERVE), drawn(Detail.RECOGNISE), assumed=not known)
