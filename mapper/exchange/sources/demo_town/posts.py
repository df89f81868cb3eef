"""Who watches what in the town: which cameras hang where, group by group."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from mapper.exchange.sources.demo_town.plan.roads import MARKET
from mapper.exchange.sources.demo_town.plan.words import Use
from mapper.exchange.sources.demo_town.stands import Stand, Stands
from mapper.vocabulary import Answer, Kind, Lifecycle, Mount, OperatorType, Scope, StreetClass

Looks = Literal["ahead", "both ways", "three ways", "unknown", "all round"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A group of like cameras; kinds, mounts and looks are taken in turn."""

    stands: list[Stand]
    operator: str = ""
    operator_type: OperatorType
    kinds: tuple[Kind, ...]
    mounts: tuple[Mount, ...]
    looks: tuple[Looks, ...] = ("ahead",)
    openings: tuple[float | None, ...] = (None, 60.0, 90.0)
    height_m: float | None = None
    scope: Scope = Scope.PUBLIC
    zone: str = ""
    face_recognition: Answer = Answer.UNKNOWN
    plate_reading: Answer = Answer.UNKNOWN
    signage: Answer = Answer.UNKNOWN
    lifecycle: Lifecycle = Lifecycle.IN_USE
    details: dict[str, str] = field(default_factory=dict)


POLICE = "Thistlequay Police (invented)"
COUNCIL = "Thistlequay Town Council (invented)"
RAILWAY = "Island Railway (invented)"
FERRIES = "Lookout Ferries (invented)"
STORES = "Tern and Thrift Stores (invented)"
WORKS = "Sedge Harbour Works (invented)"
HOSPITAL = "Tarn Hospital (invented)"
SCHOOL = "Orchards School (invented)"
TRUST = "Lighthouse Trust (invented)"
OPERATORS = (POLICE, COUNCIL, RAILWAY, FERRIES, STORES, WORKS, HOSPITAL, SCHOOL, TRUST)


def posts_of(stands: Stands) -> Iterator[Post]:
    """Every group of cameras in the town."""
    yield from _council_posts(stands)
    yield from _police_posts(stands)
    yield from _travel_posts(stands)
    yield from _service_posts(stands)
    yield from _business_posts(stands)
    yield from _other_posts(stands)
    yield _private_homes(stands)


def _council_posts(stands: Stands) -> Iterator[Post]:
    """Domes in the old town, traffic cameras on the ring, the park and the squares."""
    yield Post(
        stands=stands.junctions(StreetClass.PEDESTRIAN, MARKET, 7),
        operator=COUNCIL,
        operator_type=OperatorType.PUBLIC,
        kinds=(Kind.DOME, Kind.PANNING),
        mounts=(Mount.POLE, Mount.STREET_LAMP),
        looks=("all round",),
        height_m=6,
        zone="town",
        signage=Answer.YES,
    )
    yield Post(
        stands=stands.junctions(StreetClass.PRIMARY, (0, 0), 12),
        operator=COUNCIL,
        operator_type=OperatorType.PUBLIC,
        kinds=(Kind.FIXED, Kind.FIXED, Kind.PANNING),
        mounts=(Mount.TRAFFIC_SIGNALS, Mount.POLE),
        looks=("ahead", "both ways", "three ways"),
        height_m=7,
        zone="traffic",
        face_recognition=Answer.NO,
    )
    yield Post(
        stands=[*stands.along("Otter Quay", 3), *stands.along("Park Avenue", 3)],
        operator=COUNCIL,
        operator_type=OperatorType.PUBLIC,
        kinds=(Kind.FIXED,),
        mounts=(Mount.STREET_LAMP,),
        openings=(75.0,),
        height_m=5,
        zone="park",
    )
    yield Post(
        stands=stands.at((1030, -60), (1010, 140)),
        operator=COUNCIL,
        operator_type=OperatorType.PUBLIC,
        kinds=(Kind.PANORAMA, Kind.PANNING),
        mounts=(Mount.POLE,),
        looks=("all round",),
        height_m=9,
        zone="beach",
    )


def _police_posts(stands: Stands) -> Iterator[Post]:
    """Plate readers at the entrances and on the ring, faces at the market and the harbour."""
    gantries = [
        *stands.along("Harbour Front", 2, aside=False),
        *stands.along("North Ring", 1, aside=False),
        *stands.along("West Ring", 1, aside=False),
        *stands.along("East Ring", 2, aside=False),
    ]
    yield Post(
        stands=gantries,
        operator=POLICE,
        operator_type=OperatorType.POLICE,
        kinds=(Kind.FIXED,),
        mounts=(Mount.GANTRY,),
        looks=("both ways", "ahead"),
        openings=(25.0,),
        height_m=6,
        zone="traffic",
        plate_reading=Answer.YES,
        face_recognition=Answer.NO,
        details={"manufacturer": "Kestrel Optics (invented)"},
    )
    yield Post(
        stands=[*stands.along("Westgate", 1), *stands.along("Dune Road", 1)],
        operator=POLICE,
        operator_type=OperatorType.POLICE,
        kinds=(Kind.FIXED,),
        mounts=(Mount.POLE,),
        openings=(25.0, None),
        height_m=4,
        zone="traffic",
        plate_reading=Answer.YES,
    )
    yield Post(
        stands=[*stands.in_square("Market Square", 3), *stands.in_square("Harbour Square", 3)],
        operator=POLICE,
        operator_type=OperatorType.POLICE,
        kinds=(Kind.FIXED, Kind.DOME),
        mounts=(Mount.POLE,),
        looks=("ahead", "all round"),
        height_m=5,
        zone="town",
        face_recognition=Answer.YES,
        signage=Answer.NO,
    )
    yield Post(
        stands=stands.round_house("police station", 4),
        operator=POLICE,
        operator_type=OperatorType.POLICE,
        kinds=(Kind.DOME, Kind.FIXED),
        mounts=(Mount.WALL,),
        scope=Scope.OUTDOOR,
        height_m=4,
    )


def _travel_posts(stands: Stands) -> Iterator[Post]:
    """The station and the ferry."""
    yield Post(
        stands=stands.round_house("station", 7),
        operator=RAILWAY,
        operator_type=OperatorType.BUSINESS,
        kinds=(Kind.DOME, Kind.FIXED, Kind.PANORAMA),
        mounts=(Mount.CEILING, Mount.WALL),
        looks=("ahead", "both ways", "all round"),
        scope=Scope.INDOOR,
        height_m=3,
        zone="platform",
        signage=Answer.YES,
    )
    yield Post(
        stands=stands.round_house("ferry terminal", 4),
        operator=FERRIES,
        operator_type=OperatorType.BUSINESS,
        kinds=(Kind.FIXED, Kind.DOME),
        mounts=(Mount.WALL, Mount.CEILING),
        scope=Scope.PUBLIC,
        height_m=4,
        zone="entrance",
        face_recognition=Answer.YES,
    )


def _service_posts(stands: Stands) -> Iterator[Post]:
    """The hospital, the school, the town hall, the museum."""
    entrances: tuple[tuple[Use, str, int], ...] = (("hospital", HOSPITAL, 4), ("school", SCHOOL, 4))
    for use, operator, count in entrances:
        yield Post(
            stands=stands.round_house(use, count),
            operator=operator,
            operator_type=OperatorType.PUBLIC,
            kinds=(Kind.FIXED, Kind.DOME),
            mounts=(Mount.WALL,),
            looks=("ahead", "ahead", "unknown"),
            scope=Scope.OUTDOOR,
            height_m=3.5,
            zone="entrance",
        )
    yield Post(
        stands=[*stands.round_house("town hall", 3), *stands.round_house("museum", 2)],
        operator=COUNCIL,
        operator_type=OperatorType.PUBLIC,
        kinds=(Kind.DOME,),
        mounts=(Mount.WALL,),
        looks=("all round", "ahead"),
        scope=Scope.PUBLIC,
        height_m=4,
        zone="building",
        face_recognition=Answer.NO,
        signage=Answer.YES,
    )


def _business_posts(stands: Stands) -> Iterator[Post]:
    """Shop fronts, the supermarket and its car park, the works at the harbour."""
    shops = [
        *stands.on_houses("shop", (-280, -320), 280, 19),
        *stands.on_houses("shop", (430, -120), 420, 15),
    ]
    yield Post(
        stands=shops,
        operator_type=OperatorType.BUSINESS,
        kinds=(Kind.FIXED, Kind.DOME, Kind.FIXED, Kind.UNKNOWN),
        mounts=(Mount.WALL, Mount.WALL, Mount.WALL, Mount.UNKNOWN, Mount.DOOR),
        looks=("ahead", "ahead", "unknown", "ahead", "both ways"),
        height_m=3.2,
        zone="shop",
    )
    yield Post(
        stands=[*stands.round_house("supermarket", 4), *stands.in_square("Car park", 4)],
        operator=STORES,
        operator_type=OperatorType.BUSINESS,
        kinds=(Kind.FIXED, Kind.DOME),
        mounts=(Mount.WALL,) * 4 + (Mount.POLE,) * 4,
        looks=("ahead", "ahead", "all round"),
        scope=Scope.OUTDOOR,
        height_m=4.5,
        zone="parking",
        plate_reading=Answer.NO,
    )
    yield Post(
        stands=stands.on_houses("works", (820, -620), 400, 11),
        operator=WORKS,
        operator_type=OperatorType.BUSINESS,
        kinds=(Kind.FIXED, Kind.PANNING),
        mounts=(Mount.WALL, Mount.OTHER),
        looks=("ahead", "three ways"),
        scope=Scope.OUTDOOR,
        height_m=8,
        zone="yard",
    )


def _other_posts(stands: Stands) -> Iterator[Post]:
    """The lighthouse, the church, and what nobody knows the owner of."""
    yield Post(
        stands=[*stands.round_house("lighthouse", 1), *stands.round_house("church", 2)],
        operator=TRUST,
        operator_type=OperatorType.OTHER,
        kinds=(Kind.PANORAMA, Kind.FIXED),
        mounts=(Mount.OTHER, Mount.WALL),
        looks=("all round", "ahead"),
        scope=Scope.OUTDOOR,
        height_m=12,
    )
    yield Post(
        stands=stands.anywhere(16),
        operator_type=OperatorType.UNKNOWN,
        kinds=(Kind.UNKNOWN, Kind.FIXED, Kind.DOME),
        mounts=(Mount.UNKNOWN, Mount.POLE, Mount.STREET_LAMP),
        looks=("unknown", "ahead", "unknown", "both ways"),
        openings=(None,),
        scope=Scope.UNKNOWN,
    )
    yield Post(
        stands=stands.on_houses("works", (560, -600), 300, 3),
        operator_type=OperatorType.BUSINESS,
        kinds=(Kind.FIXED,),
        mounts=(Mount.WALL,),
        looks=("unknown", "ahead"),
        scope=Scope.OUTDOOR,
        lifecycle=Lifecycle.DISUSED,
    )


def _private_homes(stands: Stands) -> Post:
    """Cameras at homes: counted in cells, never shown one by one."""
    homes = [
        *stands.on_houses("home", (650, 700), 500, 6),
        *stands.on_houses("home", (-850, 300), 500, 4),
        *stands.on_houses("home", (-350, 60), 300, 2),
    ]
    return Post(
        stands=homes,
        operator_type=OperatorType.PRIVATE_HOME,
        kinds=(Kind.DOORBELL, Kind.DOORBELL, Kind.FIXED),
        mounts=(Mount.DOOR, Mount.DOOR, Mount.WALL),
        scope=Scope.OUTDOOR,
        height_m=1.4,
    )
