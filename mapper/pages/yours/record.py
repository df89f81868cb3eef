"""What a contributor sent and where she stands, as her own page tells it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mapper.cameras.models import Camera
from mapper.cameras.rules import state_on
from mapper.contributors.models import Contributor
from mapper.contributors.rules.allowance import allowance_left
from mapper.contributors.rules.standing import stands_on
from mapper.evidence.standing import right_reports
from mapper.pages.camera.words import title_of
from mapper.pages.camera_list.streets import street_names
from mapper.settings import limits
from mapper.sightings.models import Sighting
from mapper.sightings.rules.first_reports import counted_since, first_reports_of
from mapper.sightings.rules.own_sightings import own_sightings, resting_on_her_alone
from mapper.surveys.models import Survey
from mapper.vocabulary import Kind, State, Verdict


@dataclass(frozen=True, slots=True)
class Row:
    """One sighting of hers; `camera` and `state` are None where the camera is not shown."""

    sighting: Sighting
    verdict: Verdict
    camera: Camera | None
    title: str
    state: State | None


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """All that is kept of one contributor, in the order her page tells it."""

    rows: Sequence[Row]
    surveys: Sequence[Survey]
    is_cut_short: bool
    standing: str
    left: int


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What forgetting a contributor would do, in numbers."""

    taken_back: int
    severed: int
    surveys: int


def record_of(contributor: Contributor, today: date) -> OwnRecord:
    """Everything her page shows; ten queries at most, however much she sent."""
    sightings = list(own_sightings(contributor)[: limits.YOURS_ROWS + 1])
    surveys = Survey.objects.filter(contributor=contributor).order_by("-received_on", "-pk")
    return OwnRecord(
        rows=_rows(sightings[: limits.YOURS_ROWS], today),
        surveys=list(surveys.defer("area")[: limits.YOURS_ROWS]),
        is_cut_short=len(sightings) > limits.YOURS_ROWS,
        standing=standing_words(contributor, today),
        left=0 if contributor.blocked_on else allowance_left(contributor, today),
    )


def standing_words(contributor: Contributor, today: date) -> str:
    """Where a contributor stands, and what is still needed."""
    if contributor.blocked_on:
        return "A moderator has stopped this key from sending anything more."
    if stands_on(contributor, today):
        until = contributor.standing_until
        last = f" Without a sign of you it fades on {until:%-d %B %Y}." if until else ""
        return f"You have standing: what you say can confirm a camera.{last}"
    reports = first_reports_of(contributor, counted_since(contributor, today))
    right = len(right_reports(reports))
    needed = limits.STANDING_REPORTS
    was = "was" if right == 1 else "were"
    told = f"{right} of your first reports {was} confirmed by others"
    return f"{told}; {needed} are needed for standing."


def forgetting(contributor: Contributor) -> Forgetting:
    """What would become of everything she sent; three queries."""
    alone = resting_on_her_alone(contributor).count()
    heard = Sighting.objects.filter(contributor=contributor, withdrawn_on__isnull=True).count()
    surveys = Survey.objects.filter(contributor=contributor, withdrawn_on__isnull=True).count()
    return Forgetting(taken_back=alone, severed=heard - alone, surveys=surveys)


def _rows(sightings: Sequence[Sighting], today: date) -> list[Row]:
    shown = [one.camera for one in sightings if _is_shown(one.camera)]
    points = [(camera.location.x, camera.location.y) for camera in shown]
    names = zip(shown, street_names(points), strict=True)
    streets = {camera.pk: street for camera, street in names}
    return [_row(sighting, streets.get(sighting.camera_id), today) for sighting in sightings]


def _row(sighting: Sighting, street: str | None, today: date) -> Row:
    verdict, camera = Verdict(sighting.verdict), sighting.camera
    if street is None:
        return Row(sighting, verdict, None, "A camera that is not shown", None)
    kind = title_of(Kind(camera.kind))
    title = f"{kind}, {street}" if street else f"{kind} {camera.pk}"
    state = state_on(State(camera.state), camera.last_seen_on, today)
    return Row(sighting, verdict, camera, title, state)


def _is_shown(camera: Camera) -> bool:
    return camera.home_cell is None and camera.hidden_on is None
