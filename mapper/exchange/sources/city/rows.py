"""The cameras of the city as columns of the tables they are stored in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from mapper.cameras.models import Source
from mapper.cameras.services.write_columns import Column, with_gaps
from mapper.exchange.sources.city.cameras import (
    ANSWERS,
    KINDS,
    LIFECYCLES,
    MAKERS,
    MOUNTS,
    SCOPES,
    ZONES,
    CityCameras,
)
from mapper.exchange.sources.city.histories import STATES
from mapper.exchange.sources.city.posts import POSTS
from mapper.exchange.sources.city.texts import (
    built_in,
    facings_in_json,
    named,
    refs,
    tags_in_json,
)
from mapper.geometry.arrays import I64, U8
from mapper.geometry.cells import cells_of
from mapper.settings import limits
from mapper.vocabulary import OperatorType

_HOMES = np.array([post.operator_type is OperatorType.PRIVATE_HOME for post in POSTS])
_OPERATOR_TYPES = [post.operator_type for post in POSTS]


@dataclass(frozen=True, slots=True)
class CityRows:
    """Cameras with the numbers they get in the database, as of a day, and whose list they are in.

    `operators` are the database's numbers of the operators, in the order of the city's.
    """

    cameras: CityCameras
    ids: I64
    day: date
    source: Source
    operators: I64

    def camera_columns(self) -> dict[str, Column]:
        """The table of cameras."""
        made, day = self.cameras, np.datetime64(self.day)
        history = made.history
        cells = cells_of(made.lonlat, limits.HOME_CELL_ZOOM)
        known = self.operators[made.operator]
        return {
            "id": self.ids,
            "location": made.lonlat,
            "accuracy_m": None,
            "kind": _words(KINDS, made.kind),
            "facings": facings_in_json(made.facings),
            "mount": _words(MOUNTS, made.mount),
            "height_m": made.height_m,
            "tilt_deg": made.tilt_deg,
            "scope": _words(SCOPES, made.scope),
            "zone": _words(ZONES, made.zone),
            "operator_id": with_gaps(known, made.operator >= 0),
            "operator_type": _words(_OPERATOR_TYPES, made.post),
            "face_recognition": _words(ANSWERS, made.face),
            "plate_reading": _words(ANSWERS, made.plate),
            "signage": _words(ANSWERS, made.sign),
            "manufacturer": _words(MAKERS, made.maker),
            "ref": refs(made),
            "start_date": named(built_in(made, self.day)),
            "lifecycle": _words(LIFECYCLES, made.lifecycle),
            "state": _words(STATES, history.state),
            "voices": history.voices,
            "first_seen_on": day - history.first_seen_ago,
            "last_seen_on": day - history.last_seen_ago,
            "home_cell": with_gaps(cells, _HOMES[made.post]),
            "disputed": None,
            "hidden_on": None,
        }

    def record_columns(self) -> dict[str, Column]:
        """The table of what sources say: the invented list holds every camera since today."""
        made, today = self.cameras, self.day.isoformat()
        return {
            "source_id": self.source.pk,
            "external_id": np.array([f"city/{one + 1}" for one in made.number.tolist()], object),
            "camera_id": self.ids,
            "tags": tags_in_json(made, self.day),
            "location": made.lonlat,
            "version": None,
            "seen_on": np.datetime64(self.day) - made.history.last_seen_ago,
            "first_vintage_on": today,
            "last_vintage_on": today,
            "missing_since": None,
        }


def _words(words: Sequence[str], codes: U8) -> NDArray[np.object_]:
    """The words that numbers stand for, as plain texts."""
    return np.array([str(word) for word in words], object)[codes]
