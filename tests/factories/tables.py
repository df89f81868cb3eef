"""Files of rows for tests: GeoJSON of outlines, CSV."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

WARD = shapely.box(24.90, 60.10, 24.95, 60.20)
BOW_TIE = shapely.Polygon([(24.9, 60.1), (24.95, 60.2), (24.95, 60.1), (24.9, 60.2)])

Row = tuple[BaseGeometry | None, Mapping[str, Any]]


def ward(name: str, west: float = 24.90, **told: Any) -> Row:
    """A ward as wide as 0.05 degrees, with whatever is told of it."""
    return shapely.box(west, 60.10, west + 0.05, 60.20), {"name": name, **told}


def write_geojson(
    folder: Path, *rows: Row, name: str = "wards.geojson", crs: str | None = None
) -> Path:
    """A collection of features; `crs` names its coordinate system as old files do."""
    content: dict[str, Any] = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": dict(told),
                "geometry": shapely.geometry.mapping(shape) if shape is not None else None,
            }
            for shape, told in rows
        ],
    }
    if crs:
        content["crs"] = {"type": "name", "properties": {"name": crs}}
    path = folder / name
    path.write_text(json.dumps(content))
    return path


def write_csv(folder: Path, *rows: Sequence[object], name: str = "list.csv") -> Path:
    """A file of rows with commas; the first row names the columns."""
    path = folder / name
    path.write_text("".join(",".join(map(str, row)) + "\n" for row in rows))
    return path
