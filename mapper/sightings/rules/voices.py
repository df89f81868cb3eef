"""Sightings and sources' records as voices about a camera: who says what, with what weight."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mapper.cameras.models import SourceRecord
from mapper.cameras.rules import fits
from mapper.contributors.rules.standing import stands_on
from mapper.evidence import Place, Voice
from mapper.sightings.models import Sighting
from mapper.sightings.rules.claims import told_by, told_in
from mapper.vocabulary import Verdict, read_tags

NOBODY = "nobody"
"""Sightings without a key cannot be told apart: together they are one voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraVoice:
    """One voice about one camera, and all it says.

    `who` tells contributors and sources apart. `day` is the day it is of, `heard_on` the day it
    was told; `number` rises in the order of sightings and is 0 for a source. What says *gone*
    tells nothing else: it has no place, and `told` is empty.
    """

    who: str
    number: int
    day: date
    heard_on: date
    verdict: Verdict
    standing: bool = False
    weight: float = 1.0
    place: Place | None = None
    told: Mapping[str, Any] = field(default_factory=dict)

    @property
    def of_presence(self) -> Voice:
        """What it says of whether the camera is there."""
        return Voice(self.who, self.day, self.verdict, self.standing, self.weight)


def voices_in(sightings: Iterable[Sighting], records: Iterable[SourceRecord]) -> list[CameraVoice]:
    """All voices about one camera whose sightings have contributors and claims at hand."""
    told = [voice for record in records for voice in voices_of_record(record)]
    for sighting in sightings:
        claims = {claim.aspect: claim.value for claim in sighting.claims.all()}
        told.append(voice_of_sighting(sighting, claims))
    return told


def voice_of_sighting(sighting: Sighting, claims: Mapping[str, str]) -> CameraVoice:
    """A sighting, with what it claims by OSM key; its contributor must be at hand."""
    contributor = sighting.contributor
    verdict = Verdict(sighting.verdict)
    gone = verdict is Verdict.GONE
    lon, lat = sighting.location.coords
    return CameraVoice(
        who=f"contributor {contributor.pk}" if contributor else NOBODY,
        number=sighting.pk or 0,
        day=sighting.observed_on,
        heard_on=sighting.received_on,
        verdict=verdict,
        standing=bool(contributor and stands_on(contributor, sighting.received_on)),
        weight=1.0 if sighting.weight is None else sighting.weight,
        place=None if gone else Place(lon, lat, sighting.accuracy_m),
        told={} if gone or not claims else _fitting(told_by(claims)),
    )


def voices_of_record(record: SourceRecord) -> Iterable[CameraVoice]:
    """A source is one voice without standing: present while it lists the camera, then gone."""
    who = f"source {record.source_id}"
    lon, lat = record.location.coords
    yield CameraVoice(
        who=who,
        number=0,
        day=record.seen_on or record.first_vintage_on,
        heard_on=record.first_vintage_on,
        verdict=Verdict.PRESENT,
        place=Place(lon, lat),
        told=_fitting(told_in(read_tags(record.tags))),
    )
    if record.missing_since:
        since = record.missing_since
        yield CameraVoice(who=who, number=0, day=since, heard_on=since, verdict=Verdict.GONE)


def _fitting(told: Mapping[str, Any]) -> dict[str, Any]:
    """What is told, without texts longer than a camera holds."""
    return {aspect: answer for aspect, answer in told.items() if fits(aspect, answer)}
