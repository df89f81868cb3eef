"""Cameras as GeoJSON straight from rows of the database, for answers of many hundreds."""

from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any

import orjson
from django.db.models import FloatField, Func, QuerySet, TextField
from django.db.models.functions import Cast

from mapper.cameras.models import Camera
from mapper.cameras.querysets import CameraQuerySet
from mapper.cameras.rules import state_on
from mapper.exchange.exports.geojson.features import AS_STORED, DECIMALS
from mapper.settings import limits
from mapper.vocabulary import State

FeatureRow = tuple[Any, ...]
"""A camera's number, longitude, latitude, then its properties in the order of a feature."""

_NAMES = ("state", *AS_STORED, "operator", "first_seen_on", "last_seen_on")
_COLUMNS = {"facings": "facings_text", "operator": "operator__name"}
_READ = {
    "lon": Func("location", function="ST_X", output_field=FloatField()),
    "lat": Func("location", function="ST_Y", output_field=FloatField()),
    # Its JSON goes into ours as it is.
    "facings_text": Cast("facings", TextField()),
}


def feature_rows(cameras: CameraQuerySet) -> QuerySet[Camera, FeatureRow]:
    """What `feature_of_row` needs of cameras."""
    columns = (_COLUMNS.get(name, name) for name in _NAMES)
    return cameras.annotate(**_READ).values_list("pk", "lon", "lat", *columns)


def feature_of_row(row: FeatureRow, today: date) -> dict[str, Any]:
    """The same as `feature_of`, for orjson, which writes days and takes facings as written."""
    number, lon, lat = row[:3]
    properties = dict(zip(_NAMES, islice(row, 3, None), strict=True))
    properties["state"] = _state_text(properties["state"], properties["last_seen_on"], today)
    properties["facings"] = orjson.Fragment(properties["facings"])
    return {
        "type": "Feature",
        "id": number,
        "geometry": {
            "type": "Point",
            "coordinates": (round(lon, DECIMALS), round(lat, DECIMALS)),
        },
        "properties": properties,
    }


@lru_cache(maxsize=limits.STATES_REMEMBERED)
def _state_text(state: str, last_seen_on: date | None, today: date) -> str:
    return state_on(State(state), last_seen_on, today).value
