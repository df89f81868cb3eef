"""`/api/cameras/nearest`: the cameras nearest to a place, and how far each is."""

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Query, Router

from mapper.api.landing import READ
from mapper.api.links import GEOJSON
from mapper.api.query import SelectionQuery, only_known, selection_in
from mapper.api.schemas import FeatureCollection, Problem
from mapper.cameras.models import Camera
from mapper.exchange.exports.geojson import feature_of_row, feature_rows
from mapper.settings import limits
from mapper.tiles.index.current import current_index
from mapper.tiles.index.questions import nearest

router = Router(tags=["Cameras"])

_TO_THE_CENTIMETRE = 2


class NearestQuery(SelectionQuery):
    """Where to look from, how far, and for how many."""

    lon: float = Field(..., ge=-180, le=180, allow_inf_nan=False)
    lat: float = Field(..., ge=-90, le=90, allow_inf_nan=False)
    within: float = Field(
        limits.NEAREST_MAX_M,
        gt=0,
        le=limits.NEAREST_MAX_M,
        allow_inf_nan=False,
        description="Metres on the ground",
    )
    limit: int = Field(limits.NEAREST_DEFAULT, ge=1, le=limits.NEAREST_MAX)


@router.api_operation(
    READ, "/cameras/nearest", response={200: FeatureCollection, 400: Problem, 422: Problem}
)
def nearest_cameras(request: HttpRequest, query: Query[NearestQuery]) -> HttpResponse:
    """The public cameras nearest to a place that were chosen, the nearest first.

    Each feature has `metres` beside its properties. Cameras at private homes are never among them.
    """
    only_known(request, NearestQuery.model_fields)
    selection, today = selection_in(request), timezone.localdate()
    found = dict(
        nearest(
            current_index(), (query.lon, query.lat), query.limit, query.within, selection, today
        )
    )
    rows = {row[0]: row for row in feature_rows(Camera.objects.public().filter(pk__in=found))}
    features = [
        {**feature_of_row(rows[number], today), "metres": round(metres, _TO_THE_CENTIMETRE)}
        for number, metres in found.items()
        if number in rows
    ]
    content = {
        "type": "FeatureCollection",
        "features": features,
        "numberReturned": len(features),
        "timeStamp": timezone.now().isoformat(),
        "links": [],
    }
    return HttpResponse(orjson.dumps(content), content_type=GEOJSON)
