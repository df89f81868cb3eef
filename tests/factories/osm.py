"""Hand-written OpenStreetMap files, listings and vintages for tests."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from mapper.cameras.services.vintage import Listing, Vintage
from mapper.geometry import Box
from mapper.vocabulary import read_tags

DEVICE = {"man_made": "surveillance"}
DAY = date(2026, 5, 1)
TOWN = Box(24.9, 60.1, 25.0, 60.2)


def node(number: int, lon: object = 24.95, lat: object = 60.15, **told: Any) -> str:
    """A node; a camera unless `tags` says otherwise (`tags={}` is a bare corner)."""
    return _element("node", number, told, f' lon="{lon}" lat="{lat}"')


def way(number: int, *corners: int, **told: Any) -> str:
    """A way along nodes; a camera unless `tags` says otherwise."""
    return _element("way", number, told, inside="".join(f'<nd ref="{one}"/>' for one in corners))


def relation(number: int, members: Mapping[int, str], **told: Any) -> str:
    """A relation of ways, each with its role."""
    inside = "".join(
        f'<member type="way" ref="{one}" role="{role}"/>' for one, role in members.items()
    )
    return _element("relation", number, told, inside=inside)


def _element(
    kind: str, number: int, told: Mapping[str, Any], more: str = "", inside: str = ""
) -> str:
    tags = told.get("tags", DEVICE)
    version, time = told.get("version", 1), told.get("timestamp", "2026-04-01T10:00:00Z")
    inside += "".join(f"<tag k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in tags.items())
    return f'<{kind} id="{number}" version="{version}" timestamp="{time}"{more}>{inside}</{kind}>'


def osm_xml(*elements: str, bounds: Box | None = TOWN) -> str:
    """A whole `.osm` file."""
    box = ""
    if bounds:
        box = (
            f'<bounds minlon="{bounds.west}" minlat="{bounds.south}"'
            f' maxlon="{bounds.east}" maxlat="{bounds.north}"/>'
        )
    return f'<?xml version="1.0"?>\n<osm version="0.6">{box}{"".join(elements)}</osm>\n'


def write_osm(folder: Path, *elements: str, bounds: Box | None = TOWN) -> Path:
    """A `.osm` file on disk."""
    path = folder / "town.osm"
    path.write_text(osm_xml(*elements, bounds=bounds))
    return path


def make_listing(number: int = 1, lon: float = 24.95, lat: float = 60.15, **told: Any) -> Listing:
    """What a source lists of the camera `node/<number>`; `tags` are added to the device's own."""
    tags = DEVICE | told.pop("tags", {})
    values = {"version": 1, "seen_on": date(2026, 4, 1), "reading": read_tags(tags), **told}
    return Listing(external_id=f"node/{number}", lon=lon, lat=lat, tags=tags, **values)


def make_vintage(listings: Sequence[Listing], day: date = DAY, **told: Any) -> Vintage:
    """A list of the whole town on one day."""
    return Vintage(day=day, listings=listings, **{"extent": TOWN, **told})
