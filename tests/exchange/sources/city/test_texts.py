"""Tests of the city's cameras in words: the tags say what the columns say."""

import json
from datetime import date, timedelta

import numpy as np

from mapper.exchange.sources.city import cameras as made
from mapper.exchange.sources.city.cameras import CityCameras
from mapper.exchange.sources.city.operators import operators
from mapper.exchange.sources.city.posts import POSTS
from mapper.exchange.sources.city.texts import (
    built_in,
    facings_in_json,
    refs,
    tags_in_json,
)
from mapper.vocabulary import CameraReading, Facing, read_tags


def reading_of(cameras: CityCameras, row: int, today: date) -> CameraReading:
    """One camera as its columns have it."""
    operator = int(cameras.operator[row])
    height, tilt = (float(column[row]) for column in (cameras.height_m, cameras.tilt_deg))
    facings = zip(cameras.facings.bearings[row], cameras.facings.openings[row], strict=True)
    return CameraReading(
        kind=made.KINDS[cameras.kind[row]],
        mount=made.MOUNTS[cameras.mount[row]],
        facings=tuple(
            Facing(float(bearing), float(opening) if opening > 0 else None)
            for bearing, opening in facings
            if bearing >= 0
        ),
        tilt_deg=None if np.isnan(tilt) else tilt,
        height_m=None if np.isnan(height) else height,
        operator=operators()[operator][0] if operator >= 0 else "",
        operator_type=POSTS[cameras.post[row]].operator_type,
        scope=made.SCOPES[cameras.scope[row]],
        zone=made.ZONES[cameras.zone[row]],
        face_recognition=made.ANSWERS[cameras.face[row]],
        plate_reading=made.ANSWERS[cameras.plate[row]],
        signage=made.ANSWERS[cameras.sign[row]],
        lifecycle=made.LIFECYCLES[cameras.lifecycle[row]],
        manufacturer=made.MAKERS[cameras.maker[row]],
        ref=f"LH-{row + 1:07d}" if cameras.numbered[row] else "",
        start_date=str(year) if (year := built_in(cameras, today)[row]) else "",
        seen_on=today - timedelta(days=int(cameras.history.last_seen_ago[row])),
    )


def test_the_tags_are_read_as_what_the_columns_say(cameras: CityCameras, today: date) -> None:
    texts = tags_in_json(cameras, today)
    for row in range(0, len(cameras), 307):
        assert read_tags(json.loads(texts[row])) == reading_of(cameras, row, today)


def test_every_text_is_json_of_its_own(cameras: CityCameras, today: date) -> None:
    texts = tags_in_json(cameras, today)
    assert all(json.loads(text)["surveillance:type"] in {"camera", "ALPR"} for text in texts)
    assert all(isinstance(json.loads(text), list) for text in facings_in_json(cameras.facings))


def test_facings_are_those_of_the_columns(cameras: CityCameras) -> None:
    texts = facings_in_json(cameras.facings)
    for row in range(0, 2_000, 7):
        bearings = [one["bearing"] for one in json.loads(texts[row])]
        column = cameras.facings.bearings[row]
        assert bearings == column[column >= 0].tolist()


def test_a_camera_is_put_up_before_it_is_seen(cameras: CityCameras, today: date) -> None:
    years = built_in(cameras, today)
    assert 0.1 < (years > 0).mean() < 0.2
    assert years.max() <= today.year
    assert years[years > 0].min() > today.year - 25


def test_some_bear_a_number_that_no_other_bears(cameras: CityCameras) -> None:
    some = [ref for ref in refs(cameras) if ref]
    assert 0.05 < len(some) / len(cameras) < 0.15
    assert len(set(some)) == len(some)
