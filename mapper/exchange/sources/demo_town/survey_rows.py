"""Where the invented contributors looked, so that the layer of surveys has something to show."""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from random import Random

from mapper.cameras.models import Camera
from mapper.contributors.models import Contributor
from mapper.exchange.sources.demo_town.labels import CONTRIBUTOR_MARK, SLUG
from mapper.places.models import Street
from mapper.surveys.search import Look, area_looked_at, cameras_within
from mapper.surveys.services.log_survey import log_survey
from mapper.vocabulary import Role, StreetClass

_WALKED = (StreetClass.SECONDARY, StreetClass.RESIDENTIAL, StreetClass.PEDESTRIAN)
_STREETS = 24
_SPOTS = 4
_DAYS_AGO = (6, 640)
"""From last week to nearly two years ago, so that some have faded."""


def store_surveys(seed: str, today: date) -> int:
    """Store what was looked at; the same seed and day give the same surveys."""
    dice = Random(f"{seed}/surveys")
    walkers = Contributor.objects.filter(key_hash__startswith=CONTRIBUTOR_MARK)
    company = list(walkers.order_by("key_hash"))
    looks = list(_looks(dice, today))
    for number, look in enumerate(looks):
        log_survey(
            look=look,
            contributor=dice.choice(company),
            idempotency_key=sha256(f"{SLUG}/{number}".encode()).hexdigest(),
            received_on=look.looked_on,
            by=Role.RESIDENT,
        )
    return len(looks)


def _looks(dice: Random, today: date) -> Iterator[Look]:
    """Some streets along which somebody looked, and some spots around which."""
    named = Street.objects.filter(ground__slug=SLUG, street_class__in=_WALKED).exclude(name="")
    streets = list(named.order_by("pk"))
    for number, street in enumerate(dice.sample(streets, _STREETS + _SPOTS)):
        lon, lat = street.line[len(street.line) // 2]
        name = street.name if number < _STREETS else ""
        area = area_looked_at(lon, lat, name)
        if area is not None:
            cameras = cameras_within(area)
            looked_on = _day(cameras, dice, today)
            seen = [one for one in cameras if _stood(one, looked_on)]
            yield Look(area=area, street_name=name, looked_on=looked_on, seen=seen)


def _day(cameras: list[Camera], dice: Random, today: date) -> date:
    """A day on which somebody saw one of the cameras, rather an early one; any day without."""
    days = sorted(one.last_seen_on for one in cameras if one.last_seen_on)
    if not days:
        return today - timedelta(days=dice.randint(*_DAYS_AGO))
    return min(dice.choices(days, k=2))


def _stood(camera: Camera, day: date) -> bool:
    """Whether a camera was seen before a day and on it or after: then it was there."""
    first, last = camera.first_seen_on, camera.last_seen_on
    return first is not None and last is not None and first <= day <= last
