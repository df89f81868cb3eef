"""The interface itself: its resources, its description, and how it answers."""

from typing import Any

from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from mapper.api.authorization import SCHEMES
from mapper.api.cameras import router as cameras
from mapper.api.candidates import router as candidates
from mapper.api.contributor import router as contributor
from mapper.api.counts import router as counts
from mapper.api.items import router as items
from mapper.api.landing import router as landing
from mapper.api.links import GEOJSON, JSON
from mapper.api.nearest import router as nearest
from mapper.api.problems import MEDIA_TYPE, answer_problems
from mapper.api.schemas import Feature, FeatureCollection, SurveyCollection
from mapper.api.search import router as search
from mapper.api.sightings import router as sightings
from mapper.api.surveys import router as surveys

_FIRST_ERROR = 400
_GEOJSON_SCHEMAS = {Feature.__name__, FeatureCollection.__name__, SurveyCollection.__name__}


class Interface(NinjaAPI):
    """ninja's interface, whose description names the media types that are really sent."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:  # noqa: ANN401
        """The OpenAPI document."""
        document = super().get_openapi_schema(**options)
        document["components"]["securitySchemes"] = SCHEMES
        for operations in document["paths"].values():
            # HEAD is answered like GET, and would only say everything twice.
            operations.pop("head", None)
            for operation in operations.values():
                for status, response in operation["responses"].items():
                    _name_media_type(status, response)
        return document


def _name_media_type(status: int, response: dict[str, Any]) -> None:
    if "content" not in response:
        return
    schema = response["content"].pop(JSON)
    is_geojson = schema["schema"]["$ref"].rsplit("/")[-1] in _GEOJSON_SCHEMAS
    media_type = GEOJSON if is_geojson else JSON
    response["content"][MEDIA_TYPE if status >= _FIRST_ERROR else media_type] = schema


interface = Interface(
    title="Mapper",
    version="1",
    description="Public cameras that citizens logged: where they are and what is believed of them.",
    docs_url=None,  # ninja's page loads its script from another origin
    docs_decorator=lambda view: csrf_exempt(require_safe(view)),
    urls_namespace="api",
)
for router in (
    landing,
    items,
    counts,
    nearest,
    cameras,
    candidates,
    search,
    sightings,
    surveys,
    contributor,
):
    interface.add_router("", router)
answer_problems(interface)
