"""Deciding the state of cameras from everything said of them: sightings and imported sources."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from mapper.cameras.models import Camera, Event, EventKind, SourceRecord
from mapper.evidence.confirmation import Voice, belief_of
from mapper.settings import limits
from mapper.sightings.models import Sighting
from mapper.vocabulary import Role, State, Verdict


@dataclass(frozen=True, slots=True)
class Belief:
    """What follows for one camera from all voices about it."""

    state: State
    voices: int
    first_seen_on: date | None
    last_seen_on: date | None


def believe_cameras(*, ids: Collection[int], day: date, by: Role) -> int:
    """Decide these cameras anew from all voices about them; gives how many changed.

    A change of state is an event of `day`. The number of queries grows with batches of
    `limits.IMPORT_BATCH_ROWS` cameras, never with single ones.
    """
    changed = 0
    wanted = sorted(ids)
    with transaction.atomic():
        for start in range(0, len(wanted), limits.IMPORT_BATCH_ROWS):
            batch = wanted[start : start + limits.IMPORT_BATCH_ROWS]
            changed += _believe_batch(batch, day, by)
    return changed


def _believe_batch(ids: list[int], day: date, by: Role) -> int:
    voices = _voices_about(ids)
    changed: list[Camera] = []
    events: list[Event] = []
    for camera in Camera.objects.filter(pk__in=ids).select_for_update():
        belief = belief_from(voices[camera.pk])
        before = Belief(
            State(camera.state), camera.voices, camera.first_seen_on, camera.last_seen_on
        )
        if belief == before:
            continue
        if belief.state != before.state:
            details = {"from": before.state.value, "to": belief.state.value}
            events.append(
                Event(camera=camera, day=day, what=EventKind.STATE, by=by, details=details)
            )
        camera.state, camera.voices = belief.state, belief.voices
        camera.first_seen_on, camera.last_seen_on = belief.first_seen_on, belief.last_seen_on
        changed.append(camera)
    Camera.objects.bulk_update(changed, ["state", "voices", "first_seen_on", "last_seen_on"])
    Event.objects.bulk_create(events)
    return len(changed)


def belief_from(voices: list[Voice]) -> Belief:
    """State, number of voices, first and last day seen; *stale* is left to the day of reading."""
    seen = [voice.day for voice in voices if voice.verdict is not Verdict.GONE]
    return Belief(
        state=belief_of(voices, agreement=limits.AGREEMENT_SHARE),
        voices=len({voice.who for voice in voices}),
        first_seen_on=min(seen, default=None),
        last_seen_on=max(seen, default=None),
    )


def _voices_about(ids: list[int]) -> dict[int, list[Voice]]:
    voices: dict[int, list[Voice]] = defaultdict(list)
    sightings = Sighting.objects.filter(camera__in=ids, withdrawn_on__isnull=True)
    for sighting in sightings.select_related("contributor"):
        voices[sighting.camera_id].append(_voice_of_sighting(sighting))
    for record in SourceRecord.objects.filter(camera__in=ids):
        voices[record.camera_id].extend(voices_of_record(record))
    return voices


def _voice_of_sighting(sighting: Sighting) -> Voice:
    contributor = sighting.contributor
    return Voice(
        # Sightings without a key cannot be told apart: together they are one voice.
        who=f"contributor {contributor.pk}" if contributor else "nobody",
        day=sighting.observed_on,
        verdict=Verdict(sighting.verdict),
        standing=bool(contributor and contributor.has_standing),
        weight=1.0 if sighting.weight is None else sighting.weight,
    )


def voices_of_record(record: SourceRecord) -> Iterable[Voice]:
    """A source is one voice without standing: present while it lists the camera, then gone."""
    who = f"source {record.source_id}"
    yield Voice(
        who=who,
        day=record.seen_on or record.first_vintage_on,
        verdict=Verdict.PRESENT,
        standing=False,
    )
    if record.missing_since:
        yield Voice(who=who, day=record.missing_since, verdict=Verdict.GONE, standing=False)
