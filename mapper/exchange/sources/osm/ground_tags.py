"""What the tags of streets, surfaces, boundaries, names and buildings mean on our ground."""

import re
from collections.abc import Mapping

from mapper.settings import limits
from mapper.vocabulary import GroundKind, LabelRank, Level, SensitiveKind, StreetClass

# docs/reference/import-osm.md holds the same tables in words.
_STREETS: dict[StreetClass, str] = {
    StreetClass.MOTORWAY: "motorway motorway_link trunk trunk_link",
    StreetClass.PRIMARY: "primary primary_link",
    StreetClass.SECONDARY: "secondary secondary_link tertiary tertiary_link",
    StreetClass.RESIDENTIAL: "residential unclassified living_street road",
    StreetClass.SERVICE: "service busway",
    StreetClass.PEDESTRIAN: "pedestrian",
    StreetClass.PATH: "footway path cycleway track steps bridleway corridor trail crossing",
}
_STREET_CLASSES = {word: found for found, words in _STREETS.items() for word in words.split()}
_RAILWAYS = frozenset({"rail", "light_rail", "subway", "tram", "narrow_gauge", "funicular"})

_SURFACES: dict[GroundKind, dict[str, str]] = {
    GroundKind.WATER: {
        "natural": "water",
        "waterway": "riverbank dock",
        "landuse": "reservoir basin",
    },
    GroundKind.PARK: {
        "leisure": "park garden playground golf_course common",
        "landuse": "cemetery recreation_ground village_green",
    },
    GroundKind.WOOD: {"natural": "wood scrub", "landuse": "forest orchard"},
    GroundKind.GRASS: {
        "natural": "grassland heath",
        "landuse": "grass meadow allotments",
        "leisure": "pitch",
    },
    GroundKind.SAND: {"natural": "sand beach"},
}
_SURFACE_KINDS = {
    (key, word): kind
    for kind, keys in _SURFACES.items()
    for key, words in keys.items()
    for word in words.split()
}
SURFACE_KEYS = ("natural", "waterway", "landuse", "leisure")
_WATERCOURSES = frozenset({"river", "canal", "stream"})

_ADMIN_LEVELS = {
    "2": Level.COUNTRY,
    **dict.fromkeys("345", Level.REGION),
    **dict.fromkeys("678", Level.CITY),
    "9": Level.DISTRICT,
    **dict.fromkeys(("10", "11"), Level.WARD),
}
_RANKS = {
    "country": LabelRank.COUNTRY,
    "city": LabelRank.CITY,
    "town": LabelRank.TOWN,
    **dict.fromkeys(("village", "borough", "suburb"), LabelRank.SUBURB),
    **dict.fromkeys(("quarter", "neighbourhood", "hamlet"), LabelRank.NEIGHBOURHOOD),
}
# docs/reference/osm-tags.md says why a university and a pharmacy are not among them.
_AMENITIES: dict[SensitiveKind, frozenset[str]] = {
    SensitiveKind.SCHOOL: frozenset({"school", "kindergarten", "childcare", "college"}),
    SensitiveKind.CLINIC: frozenset({"clinic", "doctors", "dentist", "hospital"}),
    SensitiveKind.WORSHIP: frozenset({"place_of_worship"}),
    SensitiveKind.POLLING: frozenset({"polling_station"}),
}
_NO_CLINICS = frozenset({"", "no", "pharmacy", "optometrist", "hearing_aids"})
SENSITIVE_KEYS = ("amenity", "healthcare", "polling_station")
_METRES = re.compile(r"(\d+(?:\.\d+)?)\s*m?")
_YEAR = re.compile(r"(?<!\d)([12]\d{3})(?!\d)")

Tags = Mapping[str, str]


def street_class_of(tags: Tags) -> StreetClass | None:
    """The class of a street or railway in use; None where it is neither, or only planned."""
    found = _STREET_CLASSES.get(tags.get("highway", ""))
    if found is None and tags.get("railway") in _RAILWAYS:
        return StreetClass.RAIL
    return found


def is_tunnel(tags: Tags) -> bool:
    """Whether a way runs under the ground."""
    return tags.get("tunnel", "no") != "no"


def surface_of(tags: Tags) -> GroundKind | None:
    """What an area is covered with; None where the map does not draw it."""
    found = (_SURFACE_KINDS.get((key, tags.get(key, ""))) for key in SURFACE_KEYS)
    return next(filter(None, found), None)


def is_watercourse(tags: Tags) -> bool:
    """Whether a line is a river, canal or stream in the open."""
    return tags.get("waterway") in _WATERCOURSES and not is_tunnel(tags)


def is_coastline(tags: Tags) -> bool:
    """Whether a line parts land (on its left) from sea."""
    return tags.get("natural") == "coastline"


def is_building(tags: Tags) -> bool:
    """Whether an area is the outline of a building."""
    return tags.get("building", "no") != "no"


def sensitive_kinds_of(tags: Tags) -> list[SensitiveKind]:
    """What sorts of sensitive place one object is; a school may be a polling place too."""
    told = {kind for kind, words in _AMENITIES.items() if tags.get("amenity") in words}
    if tags.get("healthcare", "") not in _NO_CLINICS:
        told.add(SensitiveKind.CLINIC)
    if tags.get("polling_station", "no") != "no":
        told.add(SensitiveKind.POLLING)
    return [kind for kind in SensitiveKind if kind in told]


def building_height_of(tags: Tags) -> float | None:
    """Metres from `height`, else from `building:levels`; None where neither tells."""
    height = _metres(tags.get("height", ""))
    if height is not None:
        return height
    levels = _metres(tags.get("building:levels", ""))
    return None if levels is None else levels * limits.STOREY_HEIGHT_M


def level_of(tags: Tags) -> Level | None:
    """The level of an administrative boundary; None where it is no boundary of ours."""
    if tags.get("boundary") != "administrative":
        return None
    return _ADMIN_LEVELS.get(tags.get("admin_level", ""))


def population_of(tags: Tags) -> tuple[int, int] | None:
    """People and the year they were counted in; None where either is not told."""
    people = tags.get("population", "").replace(" ", "").replace(",", "")
    year = _YEAR.search(tags.get("population:date", "") or tags.get("source:population", ""))
    if not (people.isascii() and people.isdigit() and year) or int(people) > limits.POPULATION_MAX:
        return None
    return int(people), int(year[1])


def label_rank_of(tags: Tags) -> LabelRank | None:
    """The rank of a settlement's name; None for what is no settlement, or has no name."""
    return _RANKS.get(tags.get("place", "")) if tags.get("name") else None


def _metres(text: str) -> float | None:
    """A plain number of metres (or storeys) within reason."""
    match = _METRES.fullmatch(text.strip())
    if match is None or float(match[1]) > limits.BUILDING_MAX_M:
        return None
    return float(match[1])
