"""Cameras of businesses, of homes, and of nobody knows whom."""

from collections.abc import Iterator

from mapper.exchange.sources.demo_town.post import FERRIES, RAILWAY, STORES, TRUST, WORKS, Post
from mapper.exchange.sources.demo_town.stands import Stands
from mapper.vocabulary import Answer, Kind, Lifecycle, Mount, OperatorType, Scope


def private_posts(stands: Stands) -> Iterator[Post]:
    """Every group of cameras that no public body runs."""
    yield from _travel_posts(stands)
    yield from _business_posts(stands)
    yield from _other_posts(stands)
    yield _private_homes(stands)


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
