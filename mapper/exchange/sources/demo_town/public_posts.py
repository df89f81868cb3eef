"""Cameras of the council, the police, and the town's services."""

from collections.abc import Iterator

from mapper.exchange.sources.demo_town.plan.roads import MARKET
from mapper.exchange.sources.demo_town.plan.words import Use
from mapper.exchange.sources.demo_town.post import COUNCIL, HOSPITAL, POLICE, SCHOOL, Post
from mapper.exchange.sources.demo_town.stands import Stands
from mapper.vocabulary import Answer, Kind, Mount, OperatorType, Scope, StreetClass


def public_posts(stands: Stands) -> Iterator[Post]:
    """Every group of cameras that a public body runs."""
    yield from _town_centre_and_traffic(stands)
    yield from _river_park_and_beach(stands)
    yield from _plate_readers(stands)
    yield from _police_posts(stands)
    yield from _service_posts(stands)


def _town_centre_and_traffic(stands: Stands) -> Iterator[Post]:
    """The council's domes in the old town, and its cameras at the junctions of the ring."""
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


def _river_park_and_beach(stands: Stands) -> Iterator[Post]:
    """The council's cameras where people walk."""
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


def _plate_readers(stands: Stands) -> Iterator[Post]:
    """The plate readers of the police, at the ways in and on the ring."""
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
        manufacturer="Kestrel Optics (invented)",
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


def _police_posts(stands: Stands) -> Iterator[Post]:
    """The police's cameras on the squares, which look for faces, and at its station."""
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
