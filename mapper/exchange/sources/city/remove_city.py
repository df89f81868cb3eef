"""Taking the invented city out again, in steps: it may be a large one."""

from django.db import connection, transaction
from django.db.models import Max, Min

from mapper.cameras.changes import noted_as_many
from mapper.cameras.models import Camera, Operator, Source, SourceRecord
from mapper.exchange.sources.city import labels
from mapper.exchange.sources.city.operators import operators
from mapper.exchange.sources.counter import Counter
from mapper.exchange.sources.watching import Watch
from mapper.places.models import Ground
from mapper.settings import limits
from mapper.sightings.models import Sighting

_OWN = {"records", "events"}
_LISTED = """
    IN (SELECT camera_id FROM cameras_sourcerecord
        WHERE source_id = %s AND id BETWEEN %s AND %s)
"""
# Django would load every camera to see what else goes with it; here that is known.
_STEPS = (
    f"DELETE FROM cameras_event WHERE camera_id {_LISTED}",  # noqa: S608
    f"DELETE FROM cameras_camera WHERE id {_LISTED}",  # noqa: S608
    "DELETE FROM cameras_sourcerecord WHERE source_id = %s AND id BETWEEN %s AND %s",
)


def remove_city(watch: Watch) -> dict[str, int]:
    """Delete exactly what `store_city` added; gives how many cameras and streets went.

    Sightings that people sent of invented cameras go with them; cameras that people logged in the
    city stay. Each step is a transaction: interrupted, it may be run again for the rest.
    """
    source = Source.objects.filter(slug=labels.SLUG).first()
    if source is None:
        return {}
    records = SourceRecord.objects.filter(source=source)
    told = _what_people_said(source)
    cameras = told.pop("cameras") + records.count()
    removed = Counter(watch, "Removing cameras", cameras)
    removed(cameras - records.count())
    ends = records.aggregate(first=Min("pk"), last=Max("pk"))
    if ends["first"] is not None:
        for first in range(ends["first"], ends["last"] + 1, limits.CITY_REMOVED_AT_ONCE):
            removed(_remove(source, first, first + limits.CITY_REMOVED_AT_ONCE - 1))
    with transaction.atomic():
        _, ground = Ground.objects.filter(slug=labels.SLUG).delete()
        source.delete()
        names = [name for name, _ in operators()]
        Operator.objects.filter(name__in=names, cameras__isnull=True).delete()
    return {"cameras": cameras, "streets": ground.get("places.Street", 0), **told}


def _what_people_said(source: Source) -> dict[str, int]:
    """Delete the invented cameras that anything else refers to, with what refers to them."""
    invented = Camera.objects.filter(records__source=source)
    others = [one.name for one in Camera._meta.related_objects if one.name not in _OWN]
    ids = {
        pk
        for name in others
        for pk in invented.filter(**{f"{name}__isnull": False}).values_list("pk", flat=True)
    }
    with transaction.atomic():
        sightings = Sighting.objects.filter(camera__in=ids).count()
        Camera.objects.filter(pk__in=ids).delete()
    told = {"sightings that people sent": sightings} if sightings else {}
    return {"cameras": len(ids), **told}


def _remove(source: Source, first: int, last: int) -> int:
    """Delete the cameras of some records, and their events; gives how many."""
    with noted_as_many(), connection.cursor() as cursor:
        for step in _STEPS:
            cursor.execute(step, [source.pk, first, last])
        return int(cursor.rowcount)
