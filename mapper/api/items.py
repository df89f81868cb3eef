"""`/api/collections/cameras/items`: cameras as GeoJSON, page by page (OGC API – Features)."""

from typing import Any

from django.http import Http404, HttpRequest, JsonResponse
from django.utils import timezone
from ninja import Field, Query, Router

from mapper.api.cursors import cursor_after, number_in
from mapper.api.landing import READ
from mapper.api.links import GEOJSON, Link, link
from mapper.api.query import SelectionQuery, box_in, only_known, pairs_of, selection_in
from mapper.api.schemas import Feature, FeatureCollection, Problem
from mapper.cameras.models import Camera
from mapper.cameras.querysets import CameraQuerySet
from mapper.exchange.exports.geojson import feature_of
from mapper.settings import limits
from mapper.vocabulary import Selection

router = Router(tags=["Cameras"])

_HERE = "/api/collections/cameras/items"


class ItemsQuery(SelectionQuery):
    """What may be asked of the items."""

    bbox: str | None = Field(None, description="west,south,east,north in degrees of WGS 84")
    limit: int = Field(
        limits.ITEMS_DEFAULT,
        ge=1,
        description=f"Features in one answer; {limits.ITEMS_MAX} where more is asked",
    )
    cursor: str | None = Field(None, description="Where to go on, as a `next` link says it")


@router.api_operation(
    READ, "/collections/cameras/items", response={200: FeatureCollection, 400: Problem}
)
def items(request: HttpRequest, query: Query[ItemsQuery]) -> JsonResponse:
    """The public cameras in a box that were chosen, in the order of their numbers."""
    only_known(request, ItemsQuery.model_fields)
    selection, box = selection_in(request), box_in(query.bbox)
    today = timezone.localdate()
    matched = Camera.objects.public().matching(selection, today)
    if box is not None:
        matched = matched.in_box(box)
    size = min(query.limit, limits.ITEMS_MAX)
    page = _page(matched, query.cursor, size + 1)
    shown = page[:size]
    asked = _asked(query, selection)
    links = [link(request, "self", _HERE, "This page", GEOJSON, pairs_of(request))]
    if len(page) > size:
        further = [*asked, ("cursor", cursor_after(shown[-1].pk))]
        links.append(link(request, "next", _HERE, "The next page", GEOJSON, further))
    content = {
        "type": "FeatureCollection",
        "features": [feature_of(camera, today) for camera in shown],
        "numberMatched": matched.count(),
        "numberReturned": len(shown),
        "timeStamp": f"{today.isoformat()}T00:00:00Z",
        "links": links,
    }
    return JsonResponse(content, content_type=GEOJSON)


@router.api_operation(
    READ, "/collections/cameras/items/{int:camera_id}", response={200: Feature, 404: Problem}
)
def item(request: HttpRequest, camera_id: int) -> JsonResponse:
    """One public camera; one at a private home is as unknown as one that does not exist."""
    camera = public_camera(camera_id)
    here = f"{_HERE}/{camera.pk}"
    content = feature_of(camera, timezone.localdate())
    content["links"] = [
        link(request, "self", here, "This camera", GEOJSON),
        link(request, "collection", "/api/collections/cameras", "The collection"),
        *pages_of(request, camera),
    ]
    return JsonResponse(content, content_type=GEOJSON)


def public_camera(number: int) -> Camera:
    """The public camera of a number; raises `Http404`, also for one at a private home."""
    if number >= 2**63:
        raise Http404
    camera = Camera.objects.public().select_related("operator").filter(pk=number).first()
    if camera is None:
        raise Http404
    return camera


def pages_of(request: HttpRequest, camera: Camera) -> list[Link]:
    """Links to everything public about a camera, for programs and for people."""
    return [
        link(request, "describedby", f"/api/cameras/{camera.pk}", "All that is known"),
        link(request, "alternate", f"/cameras/{camera.pk}/", "The camera's page", "text/html"),
    ]


def _page(matched: CameraQuerySet, cursor: str | None, rows: int) -> list[Camera]:
    after = number_in(cursor) if cursor is not None else 0
    page = matched.filter(pk__gt=after).order_by("pk").select_related("operator")
    return list(page[:rows])


def _asked(query: ItemsQuery, selection: Selection) -> list[tuple[str, str]]:
    """The query again without its cursor."""
    asked: dict[str, Any] = {"bbox": query.bbox, "limit": query.limit}
    pairs = [(name, str(value)) for name, value in asked.items() if value is not None]
    return [*pairs, *selection.to_query()]
