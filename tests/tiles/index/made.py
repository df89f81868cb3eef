"""Cameras made of numbers, for indexes that no database stands behind."""

import numpy as np
from hypothesis import strategies as st

from mapper.tiles.index.camera_index import CameraIndex, Homes
from mapper.tiles.index.points import Points, codes_at
from mapper.tiles.index.reading import HomeCells
from mapper.tiles.index.texts import Texts
from mapper.tiles.index.words import PARTS, day_number, packed_words
from mapper.vocabulary import Lifecycle, State
from tests.factories.cameras import SEEN_ON

TEXTS = [b"", b"90", b"45/60;120.5"]
NO_HOMES = Homes.of(HomeCells(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)))

Made = tuple[int, float, float, int, int, int]
"""A camera's number, longitude, latitude, words, day, and the number of its text."""

WORDS = st.fixed_dictionaries(
    {
        name: st.sampled_from([str(word) for word in part.words if word is not State.STALE])
        for name, part in PARTS.items()
    }
).map(packed_words)
CAMERAS = st.lists(
    st.tuples(
        st.integers(1, 30),
        st.floats(24.9, 25.0),
        st.floats(60.1, 60.2),
        WORDS,
        st.integers(0, 25_000),
        st.integers(0, len(TEXTS) - 1),
    ),
    max_size=30,
    unique_by=lambda camera: camera[0],
)


def points_of(cameras: list[Made]) -> Points:
    """The cameras, sorted."""
    columns = [np.array(column) for column in zip(*cameras, strict=True)] or [np.empty(0)] * 6
    ids, lon, lat, words, days, texts = columns
    return Points.sorted_from(
        ids=ids.astype(np.int64),
        codes=codes_at(lon, lat),
        words=words.astype(np.uint16),
        seen=days.astype(np.uint16),
        facings=texts.astype(np.uint32),
        texts=Texts.of(TEXTS),
    )


def index_of(cameras: list[Made]) -> CameraIndex:
    """An index of the cameras, without homes."""
    return CameraIndex.of(points_of(cameras), NO_HOMES)


def a_camera(number: int, lon: float, lat: float, **words: str) -> Made:
    """A fixed camera of a public body, unless told otherwise."""
    usual = dict.fromkeys(("face_recognition", "plate_reading"), "unknown")
    usual |= {"kind": "fixed", "operator_type": "public", "state": "unconfirmed"}
    packed = packed_words({"lifecycle": str(Lifecycle.IN_USE), **usual, **words})
    return number, lon, lat, packed, day_number(SEEN_ON), 0
