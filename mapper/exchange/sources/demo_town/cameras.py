"""The cameras of the town: each with a spot, what there is to say of it, and its tags."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from shapely import Point

from mapper.exchange.sources.demo_town.island import town_bend
from mapper.exchange.sources.demo_town.post import Looks, Post
from mapper.exchange.sources.demo_town.private_posts import private_posts
from mapper.exchange.sources.demo_town.public_posts import public_posts
from mapper.exchange.sources.demo_town.stands import Stand, Stands
from mapper.exchange.sources.demo_town.town import Town
from mapper.geometry.bearings import normalise
from mapper.vocabulary import Answer, CameraReading, Facing

_TWINS = 3
"""Poles with a second camera that looks the other way."""


@dataclass(frozen=True, slots=True)
class DemoCamera:
    """One invented camera: where it hangs, in metres, and everything that can be said of it."""

    spot: Point
    reading: CameraReading


def make_cameras(town: Town, seed: str) -> list[DemoCamera]:
    """All cameras, in an order that the seed decides."""
    dice = Random(f"{seed}/cameras")
    stands = Stands(town, town_bend(seed), dice)
    posts = [*public_posts(stands), *private_posts(stands)]
    cameras = [camera for post in posts for camera in _of_post(post, dice)]
    cameras += _twins(cameras)
    dice.shuffle(cameras)
    return cameras


def _of_post(post: Post, dice: Random) -> Iterator[DemoCamera]:
    for number, stand in enumerate(post.stands):
        opening = post.openings[number % len(post.openings)]
        yield DemoCamera(
            spot=stand.spot,
            reading=CameraReading(
                kind=post.kinds[number % len(post.kinds)],
                mount=post.mounts[number % len(post.mounts)],
                facings=_facings(post.looks[number % len(post.looks)], stand, opening, dice),
                height_m=post.height_m,
                operator=post.operator,
                operator_type=post.operator_type,
                scope=post.scope,
                zone=post.zone,
                face_recognition=post.face_recognition,
                plate_reading=post.plate_reading,
                signage=post.signage,
                lifecycle=post.lifecycle,
                manufacturer=post.manufacturer,
            ),
        )


def _facings(looks: Looks, stand: Stand, opening: float | None, dice: Random) -> tuple[Facing, ...]:
    """What a camera on a stand looks at; bearings are whole degrees, as people log them."""
    turns = {"ahead": (0,), "both ways": (0, 180), "three ways": (-70, 15, 100)}.get(looks, ())
    swing = dice.gauss(0, 12) if looks == "ahead" else 0
    return tuple(Facing(normalise(round(stand.bearing + turn + swing)), opening) for turn in turns)


def _twins(cameras: list[DemoCamera]) -> list[DemoCamera]:
    """A second camera on the poles of some, looking the other way."""
    single = [camera for camera in cameras if _looks_one_way(camera)]
    return [
        DemoCamera(
            camera.spot,
            replace(
                camera.reading,
                facings=(
                    replace(
                        camera.reading.facings[0],
                        bearing=normalise(camera.reading.facings[0].bearing + 150),
                    ),
                ),
            ),
        )
        for camera in single[:: max(1, len(single) // _TWINS)][:_TWINS]
    ]


def _looks_one_way(camera: DemoCamera) -> bool:
    reading = camera.reading
    on_a_pole = reading.mount in {"pole", "street_lamp", "traffic_signals"}
    return on_a_pole and len(reading.facings) == 1 and reading.face_recognition != Answer.YES
