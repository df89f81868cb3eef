"""What people claimed of cameras, so that an import does not speak over a newer voice."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache

from mapper.cameras.services.create_camera import ASPECTS
from mapper.sightings.models import Claim
from mapper.vocabulary import Verdict, read_tags

_DEVICE = {"man_made": "surveillance"}
_FIELDS = (*ASPECTS, "facings", "operator")


def newest_claims(ids: Collection[int]) -> Mapping[int, Mapping[str, date]]:
    """For each of some cameras: the fields claimed in sightings that stand, and the newest day."""
    days: dict[int, dict[str, date]] = defaultdict(dict)
    claims = Claim.objects.filter(
        sighting__camera__in=ids, sighting__withdrawn_on__isnull=True
    ).exclude(sighting__verdict=Verdict.GONE)
    told = claims.values_list("sighting__camera", "aspect", "value", "sighting__observed_on")
    for camera, key, value, day in told:
        for field in fields_told(key, value):
            days[camera][field] = max(day, days[camera].get(field, day))
    return days


@lru_cache(maxsize=1_000)
def fields_told(key: str, value: str) -> frozenset[str]:
    """The fields of a camera that one tag alone decides."""
    bare, told = read_tags(_DEVICE), read_tags({**_DEVICE, key: value})
    return frozenset(f for f in _FIELDS if getattr(bare, f) != getattr(told, f))
