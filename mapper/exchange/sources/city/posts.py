"""What sorts of cameras the city has: who runs them, what they are, where they hang and look."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from mapper.vocabulary import Answer, Kind, Mount, OperatorType, Scope, StreetClass


class Stand(Enum):
    """Where along a street a camera hangs."""

    CORNER = auto()
    LAMP = auto()
    FRONT = auto()
    CROWD = auto()
    HOUSE = auto()


class Look(Enum):
    """What a camera looks at, beside its street."""

    ALONG = auto()
    BOTH_WAYS = auto()
    THREE_WAYS = auto()
    ACROSS = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A sort of camera; wherever words have weights, these need not add up to anything.

    Where `local`, each quarter has one of the operators; elsewhere all are all over the city.
    """

    operator_type: OperatorType
    operators: tuple[str, ...] = ()
    local: bool = False
    kinds: Mapping[Kind, float]
    mounts: Mapping[Mount, float]
    stands: Mapping[Stand, float]
    looks: Mapping[Look, float]
    faces: Mapping[Answer, float] = field(default_factory=lambda: {Answer.UNKNOWN: 1})
    plates: Mapping[Answer, float] = field(default_factory=lambda: {Answer.UNKNOWN: 1})
    signs: Mapping[Answer, float] = field(
        default_factory=lambda: {Answer.UNKNOWN: 6, Answer.YES: 2, Answer.NO: 2}
    )
    scopes: Mapping[Scope, float]
    zones: Mapping[str, float]
    height_m: tuple[float, float]
    streets: Mapping[StreetClass, float]


def _everywhere(weight: float, **other: float) -> dict[StreetClass, float]:
    """The same on every street but those named."""
    return {one: other.get(one.name.lower(), weight) for one in StreetClass}


_OUTSIDE = {Scope.PUBLIC: 9, Scope.UNKNOWN: 1}
_BUSINESSES = (
    "Abacus Bank", "Amber Market", "Bamboo Fitness", "Brass Kettle Tea Houses", "Camellia Hotels",
    "Cinnabar Chemists", "Cloud Gate Malls", "Copper Noodle Kitchens", "Crane Insurance",
    "Ginkgo Books", "Jade Lift Offices", "Lotus Cinemas", "Magpie Parcels", "Mulberry Clothing",
    "Nine Steps Hot Pot", "Osmanthus Bakeries", "Peony Electronics", "Plum Rain Bank",
    "Red Carp Supermarkets", "River Pearl Hotels", "Sandalwood Furniture", "Silk Cable Telephones",
    "Stone Lion Parking", "Swift Charge Stations", "Ten Lamps Karaoke", "Tiger Lily Petrol",
    "Twin Rivers Logistics", "Walnut Toys", "Willow Clinics", "Zither Music Halls",
)  # fmt: skip
_ESTATES = tuple(f"{name} Estates" for name in (
    "Bell Tower", "Bridgehead", "Cable Hill", "Cypress", "Fog Harbour", "Gorge View", "Hillside",
    "Long Stair", "North Bank", "Orchid", "South Bank", "Terrace Garden",
))  # fmt: skip
_FACES = {Answer.YES: 3, Answer.NO: 1, Answer.UNKNOWN: 6}
_FEW_FACES = {Answer.YES: 1, Answer.NO: 3, Answer.UNKNOWN: 16}

POSTS = (
    Post(  # what the police hangs up at corners and on poles
        operator_type=OperatorType.POLICE,
        operators=tuple(f"Station {number} Police" for number in range(1, 25)),
        local=True,
        kinds={Kind.FIXED: 5, Kind.DOME: 4, Kind.PANNING: 3, Kind.PANORAMA: 1},
        mounts={Mount.POLE: 6, Mount.STREET_LAMP: 2, Mount.TRAFFIC_SIGNALS: 2, Mount.UNKNOWN: 1},
        stands={Stand.CORNER: 6, Stand.LAMP: 4, Stand.CROWD: 1},
        looks={Look.ALONG: 5, Look.BOTH_WAYS: 3, Look.THREE_WAYS: 1, Look.UNKNOWN: 3},
        faces={Answer.YES: 5, Answer.NO: 1, Answer.UNKNOWN: 6},
        plates={Answer.YES: 1, Answer.NO: 2, Answer.UNKNOWN: 8},
        scopes=_OUTSIDE,
        zones={"street": 6, "": 4},
        height_m=(3.5, 8.0),
        streets=_everywhere(18, primary=26, pedestrian=24, service=5),
    ),
    Post(  # over the lanes of larger roads
        operator_type=OperatorType.POLICE,
        operators=("Traffic Police",),
        kinds={Kind.FIXED: 9, Kind.UNKNOWN: 1},
        mounts={Mount.GANTRY: 5, Mount.TRAFFIC_SIGNALS: 4, Mount.POLE: 2},
        stands={Stand.CORNER: 8, Stand.LAMP: 2},
        looks={Look.ALONG: 8, Look.BOTH_WAYS: 2, Look.UNKNOWN: 1},
        plates={Answer.YES: 9, Answer.UNKNOWN: 1},
        scopes={Scope.PUBLIC: 1},
        zones={"traffic": 1},
        height_m=(5.0, 8.0),
        streets=_everywhere(2, primary=22, secondary=12, pedestrian=0, service=0),
    ),
    Post(  # stops, stations, squares, schools
        operator_type=OperatorType.PUBLIC,
        operators=(
            "Buses", "Cable Cars", "City Council", "Housing Office", "Metro", "Parks",
            "River Ferries", "Schools", "Teaching Hospital", "Waste and Water",
        ),
        kinds={Kind.FIXED: 5, Kind.DOME: 5, Kind.PANNING: 1, Kind.PANORAMA: 1, Kind.UNKNOWN: 1},
        mounts={Mount.WALL: 4, Mount.POLE: 4, Mount.STREET_LAMP: 2, Mount.CEILING: 1},
        stands={Stand.CROWD: 5, Stand.CORNER: 2, Stand.FRONT: 3, Stand.LAMP: 2},
        looks={Look.ALONG: 4, Look.ACROSS: 3, Look.BOTH_WAYS: 2, Look.UNKNOWN: 4},
        faces=_FACES,
        scopes={Scope.PUBLIC: 7, Scope.OUTDOOR: 2, Scope.INDOOR: 1},
        zones={"public_transport": 3, "building": 2, "street": 3, "": 4},
        height_m=(2.8, 6.0),
        streets=_everywhere(14, primary=16, pedestrian=18),
    ),
    Post(  # shops, banks, hotels
        operator_type=OperatorType.BUSINESS,
        operators=_BUSINESSES,
        kinds={Kind.FIXED: 6, Kind.DOME: 5, Kind.PANNING: 1, Kind.UNKNOWN: 1},
        mounts={Mount.WALL: 8, Mount.CEILING: 2, Mount.POLE: 1, Mount.UNKNOWN: 1},
        stands={Stand.FRONT: 6, Stand.CROWD: 5, Stand.CORNER: 1},
        looks={Look.ACROSS: 5, Look.ALONG: 4, Look.UNKNOWN: 4},
        faces=_FEW_FACES,
        scopes={Scope.OUTDOOR: 4, Scope.PUBLIC: 4, Scope.INDOOR: 1, Scope.UNKNOWN: 1},
        zones={"shop": 5, "entrance": 3, "bank": 1, "parking": 1, "": 4},
        height_m=(2.4, 4.5),
        streets=_everywhere(22, primary=24, secondary=26, pedestrian=42, service=14),
    ),
    Post(  # gates and yards of housing estates
        operator_type=OperatorType.BUSINESS,
        operators=_ESTATES,
        local=True,
        kinds={Kind.FIXED: 8, Kind.DOME: 3, Kind.PANNING: 1},
        mounts={Mount.WALL: 6, Mount.POLE: 4},
        stands={Stand.HOUSE: 7, Stand.FRONT: 3},
        looks={Look.ALONG: 4, Look.ACROSS: 4, Look.BOTH_WAYS: 1, Look.UNKNOWN: 3},
        faces={Answer.YES: 2, Answer.NO: 1, Answer.UNKNOWN: 5},
        plates={Answer.YES: 1, Answer.UNKNOWN: 9},
        scopes={Scope.OUTDOOR: 8, Scope.PUBLIC: 2},
        zones={"gate": 3, "parking": 3, "building": 3, "": 3},
        height_m=(2.5, 5.0),
        streets=_everywhere(18, primary=6, pedestrian=6, service=34),
    ),
    Post(  # works, clubs, temples
        operator_type=OperatorType.OTHER,
        operators=("Allotments", "Boat Club", "Hill Temple", "Mountaineers", "Wharf Workers"),
        kinds={Kind.FIXED: 6, Kind.DOME: 2, Kind.UNKNOWN: 2},
        mounts={Mount.WALL: 6, Mount.POLE: 2, Mount.OTHER: 2},
        stands={Stand.HOUSE: 5, Stand.FRONT: 5},
        looks={Look.ALONG: 3, Look.ACROSS: 3, Look.UNKNOWN: 4},
        scopes={Scope.OUTDOOR: 5, Scope.PUBLIC: 3, Scope.UNKNOWN: 2},
        zones={"entrance": 3, "": 7},
        height_m=(2.4, 5.0),
        streets=_everywhere(4),
    ),
    Post(  # seen, and nobody knows whose they are
        operator_type=OperatorType.UNKNOWN,
        kinds={Kind.FIXED: 5, Kind.DOME: 3, Kind.UNKNOWN: 4},
        mounts={Mount.WALL: 4, Mount.POLE: 3, Mount.UNKNOWN: 4, Mount.OTHER: 1},
        stands={Stand.FRONT: 5, Stand.LAMP: 3, Stand.HOUSE: 3, Stand.CORNER: 2},
        looks={Look.ALONG: 3, Look.ACROSS: 2, Look.BOTH_WAYS: 1, Look.UNKNOWN: 6},
        signs={Answer.NO: 3, Answer.UNKNOWN: 9},
        scopes={Scope.PUBLIC: 4, Scope.OUTDOOR: 2, Scope.UNKNOWN: 6},
        zones={"": 1},
        height_m=(2.4, 7.0),
        streets=_everywhere(16),
    ),
    Post(  # at somebody's door: only ever counted in cells
        operator_type=OperatorType.PRIVATE_HOME,
        kinds={Kind.DOORBELL: 6, Kind.FIXED: 3, Kind.DOME: 1},
        mounts={Mount.DOOR: 6, Mount.WALL: 4},
        stands={Stand.HOUSE: 1},
        looks={Look.ACROSS: 6, Look.ALONG: 1, Look.UNKNOWN: 3},
        scopes={Scope.OUTDOOR: 6, Scope.PUBLIC: 2, Scope.UNKNOWN: 2},
        zones={"": 1},
        height_m=(1.2, 3.0),
        streets=_everywhere(6, primary=1, pedestrian=2, service=14),
    ),
)  # fmt: skip
