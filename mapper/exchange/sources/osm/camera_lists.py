"""Lists of cameras as watch groups publish them: `{"fetchedAt", "bbox", "cameras": [...]}`."""

from typing import Any

import shapely

from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.osm.json_rows import (
    Document,
    JsonObject,
    RowError,
    about,
    box_from,
    day_from,
    name_from,
    position_from,
    tags_from,
    version_from,
)
from mapper.exchange.sources.osm.objects import Header


def read_camera_list(content: dict[str, Any], notes: Notes) -> Document:
    """Every camera of a list; `bbox` there is south, west, north, east, as Overpass has it."""
    header = Header(
        day_from(content.get("fetchedAt")), box_from(content.get("bbox"), south_first=True)
    )
    objects = []
    for number, row in enumerate(content["cameras"], start=1):
        try:
            objects.append(_camera(row))
        except RowError as error:
            notes.refuse(about(row, f"camera {number}"), str(error))
    return Document(header, objects)


def _camera(row: object) -> JsonObject:
    if not isinstance(row, dict):
        raise RowError("is no object")
    return JsonObject(
        external_id=name_from(row.get("type", "node"), row.get("id")),
        tags=tags_from(row.get("tags")),
        geometry=shapely.Point(position_from(row.get("lon"), row.get("lat"))),
        version=version_from(row.get("version")),
        edited_on=day_from(row.get("timestamp")),
    )
