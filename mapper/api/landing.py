"""`/api/`, `/api/conformance`, `/api/collections`: what there is, in the form of OGC API."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from mapper.api.links import GEOJSON, link
from mapper.api.schemas import Collection, Collections, Conformance, Landing

READ = ["GET", "HEAD"]

router = Router(tags=["What there is"])

_OPENAPI = "application/vnd.oai.openapi+json;version=3.1"
_FOLLOWED = [
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
]
_WGS_84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


@router.api_operation(READ, "/", response=Landing, url_name="landing")
def landing(request: HttpRequest) -> dict[str, Any]:
    """Where to go from here."""
    return {
        "title": "Mapper",
        "description": "Public cameras that citizens logged.",
        "links": [
            link(request, "self", "/api/", "This document"),
            link(request, "service-desc", "/api/openapi.json", "The interface", _OPENAPI),
            link(request, "conformance", "/api/conformance", "Standards followed"),
            link(request, "data", "/api/collections", "Collections"),
            link(request, "tilesets-vector", "/tiles/cameras.json", "Cameras as vector tiles"),
            link(request, "tilesets-map", "/tiles/base.json", "The base map as vector tiles"),
        ],
    }


@router.api_operation(READ, "/conformance", response=Conformance)
def conformance(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001
    """The standards that are followed."""
    return {"conformsTo": _FOLLOWED}


@router.api_operation(READ, "/collections", response=Collections)
def collections(request: HttpRequest) -> dict[str, Any]:
    """All collections: there is one."""
    return {
        "collections": [_cameras(request)],
        "links": [link(request, "self", "/api/collections", "This document")],
    }


@router.api_operation(READ, "/collections/cameras", response=Collection)
def cameras(request: HttpRequest) -> dict[str, Any]:
    """The collection of cameras."""
    return _cameras(request)


def _cameras(request: HttpRequest) -> dict[str, Any]:
    here = "/api/collections/cameras"
    return {
        "id": "cameras",
        "title": "Cameras",
        "description": "Each public camera as believed today; those at private homes are left out.",
        "itemType": "feature",
        "extent": {"spatial": {"bbox": [[-180, -90, 180, 90]], "crs": _WGS_84}},
        "crs": [_WGS_84],
        "links": [
            link(request, "self", here, "The collection"),
            link(request, "items", f"{here}/items", "The cameras", GEOJSON),
        ],
    }
