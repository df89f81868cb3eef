"""Which columns of a list say where a camera is, and which say anything else of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mapper.exchange.sources.notes import RefusedFileError
from mapper.exchange.sources.tables.columns import column_like, column_named
from mapper.exchange.sources.tables.degrees import WGS84
from mapper.exchange.sources.tables.table import Table

TAGS = {
    "kind": "camera:type",
    "facing": "camera:direction",
    "mount": "camera:mount",
    "height": "height",
    "operator": "operator",
    "operator-type": "operator:type",
    "scope": "surveillance",
    "seen": "check_date",
    "name": "name",
    "ref": "ref",
}
"""The OSM key in whose words a column is read, by what the column is called on a command line."""

_LONGITUDES = ("longitude", "lon", "lng", "long", "wgs84lon(gitude)?", "x", "xcoord(inate)?")
_LATITUDES = ("latitude", "lat", "wgs84lat(itude)?", "y", "ycoord(inate)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFields:
    """Columns by name; without `lon` and `lat` the shapes of the rows say where cameras are.

    `columns` are the others, each under the name it has in `TAGS`; `tags` hold for every row.
    """

    lon: str = ""
    lat: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)


def fields_of(table: Table, asked: ListFields) -> ListFields:
    """The columns asked for, and those of the position guessed where no row has a shape.

    Nothing else is guessed: a column that merely sounds like one may mean anything. Raises
    `RefusedFileError` where a column asked for is none, or nobody says where cameras are.
    """
    columns = {name: column_named(table, column) for name, column in asked.columns.items()}
    if bool(asked.lon) != bool(asked.lat):
        raise RefusedFileError("A position takes two columns: name both with --lon and --lat.")
    lon = column_named(table, asked.lon) if asked.lon else ""
    lat = column_named(table, asked.lat) if asked.lat else ""
    if not lon and all(shape is None for shape in table.shapes):
        lon, lat = column_like(table, _LONGITUDES), column_like(table, _LATITUDES)
        if not (lon and lat):
            known = ", ".join(table.columns)
            raise RefusedFileError(
                f"{table.name} does not say where its cameras are; name two of its columns with"
                f" --lon and --lat: {known}."
            )
    return ListFields(lon=lon, lat=lat, columns=columns, tags=asked.tags)


def crs_of(table: Table, fields: ListFields, asked: str) -> str:
    """The coordinate system asked for, else the file's own, else degrees of longitude, latitude.

    Columns are read as degrees even where the file's shapes are in something else.
    """
    return asked or (WGS84 if fields.lon else table.crs or WGS84)


def told(fields: ListFields, crs: str) -> Iterator[str]:
    """What is read from where, in sentences."""
    where = f"“{fields.lon}” and “{fields.lat}”" if fields.lon else "the shapes of the rows"
    yield f"Positions are read from {where}, in {'its own system' if '[' in crs else crs}."
    for name, column in fields.columns.items():
        yield f"“{column}” is read as {TAGS[name]}."
    if "ref" not in fields.columns:
        yield "Cameras are told apart by where they are: no column numbers them (--ref-field)."
