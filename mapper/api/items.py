"""`/api/collections/cameras/items`, and `/api/cameras` for short: cameras as GeoJSON by pages."""

import orjson
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from mapper.api.cursors import cursor_after, number_in
from mapper.api.intervals import days_in
from mapper.api.item_pages import ItemPage, PageQuestion, page_of
from mapper.api.landing import READ
from mapper.api.links import GEOJSON, Link, link
from mapper.api.query import SelectionQuery, box_in, only_known, pairs_of, selection_in
from mapper.api.schemas import Feature, FeatureCollection, Problem
from mapper.cameras.models import Camera
from mapper.exchange.exports.geojson import feature_of
from mapper.settings import limits

router = Router(tags=["Cameras"])

_ITEMS = "/api/collections/cameras/items"
_ANSWERS: dict[int, type[Schema]] = {200: FeatureCollection, 400: Problem}


class ItemsQuery(SelectionQuery):
    """What may be asked of the items."""

    bbox: str | None = Field(None, description="west,south,east,north in degrees of WGS 84")
    datetime: str | None = Field(
        None, description="Those seen then: a day, or two days with a slash; “..” is open"
    )
    limit: int = Field(
        limits.ITEMS_DEFAULT,
        ge=1,
        description=f"Features in one answer; {limits.ITEMS_MAX} where more is asked",
    )
    cursor: str | None = Field(None, description="Where to go on, as a `next` link says it")


@router.api_operation(READ, "/cameras", response=_ANSWERS, operation_id="cameras")
@router.api_operation(READ, "/collections/cameras/items", response=_ANSWERS)
def items(request: HttpRequest, query: Query[ItemsQuery]) -> HttpResponse:
    """The public cameras in a box that were chosen, in the order of their numbers."""
    only_known(request, ItemsQuery.model_fields)
    asked = _asked(request, query)
    page = page_of(asked)
    content = {
        "type": "FeatureCollection",
        "features": orjson.Fragment(b"[" + page.features + b"]"),
        "numberReturned": page.number,
        "timeStamp": timezone.now().isoformat(),
        "links": _links(request, page),
    }
    if page.matched is not None:
        content["numberMatched"] = page.matched
    elif query.cursor is None and page.goes_on_after is None:
        # Only here is it known without counting.
        content["numberMatched"] = page.number
    return HttpResponse(orjson.dumps(content), content_type=GEOJSON)


@router.api_operation(
    READ, "/collections/cameras/items/{int:camera_id}", response={200: Feature, 404: Problem}
)
def item(request: HttpRequest, camera_id: int) -> JsonResponse:
    """One public camera; one at a private home is as unknown as one that does not exist."""
    camera = public_camera(camera_id)
    here = f"{_ITEMS}/{camera.pk}"
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


def _asked(request: HttpRequest, query: ItemsQuery) -> PageQuestion:
    return PageQuestion(
        selection=selection_in(request),
        today=timezone.localdate(),
        size=min(query.limit, limits.ITEMS_MAX),
        box=box_in(query.bbox),
        days=days_in(query.datetime) if query.datetime is not None else None,
        after=number_in(query.cursor) if query.cursor is not None else 0,
    )


def _links(request: HttpRequest, page: ItemPage) -> list[Link]:
    """Links to this page, and to the next: the same question, to go on after a camera."""
    here = request.path_info
    pairs = pairs_of(request)
    links = [link(request, "self", here, "This page", GEOJSON, pairs)]
    if page.goes_on_after is not None:
        asked = [(name, value) for name, value in pairs if name != "cursor"]
        further = [*asked, ("cursor", cursor_after(page.goes_on_after))]
        links.append(link(request, "next", here, "The next page", GEOJSON, further))
    return links
