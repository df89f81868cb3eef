"""The query of an address, read and checked the same way by every resource."""

from collections.abc import Collection
from typing import Any

from django.http import HttpRequest
from ninja import Field, Schema
from pydantic import JsonValue

from mapper.api.problems import BadQueryError
from mapper.geometry import Box
from mapper.vocabulary import Age, Answer, Kind, OperatorType, Selection, State
from mapper.vocabulary.words import Word


def _filter(words: type[Word], description: str) -> Any:  # noqa: ANN401  (pydantic's own type)
    values: list[JsonValue] = [word.value for word in words]
    return Field(
        default_factory=list,
        description=f"{description}; may repeat, and may be a list with commas",
        json_schema_extra={"items": {"type": "string", "enum": values}},
    )


class SelectionQuery(Schema):
    """The filters as the interface describes them; they are read by `selection_in`."""

    kind: list[str] = _filter(Kind, "What sort of camera it is")
    operator_type: list[str] = _filter(OperatorType, "What sort of body runs it")
    state: list[str] = _filter(State, "What is believed of it today")
    face_recognition: list[str] = _filter(Answer, "Whether it recognises faces")
    plate_reading: list[str] = _filter(Answer, "Whether it reads number plates")
    age: list[str] = _filter(Age, "How long ago it was last seen")


def pairs_of(request: HttpRequest) -> list[tuple[str, str]]:
    """Every name and value of the query, in the order of the address."""
    return [(name, value) for name, values in request.GET.lists() for value in values]


def selection_in(request: HttpRequest) -> Selection:
    """What the query chose; raises `BadQueryError` for words no filter knows."""
    selection, problems = Selection.from_query(pairs_of(request))
    if problems:
        raise BadQueryError("; ".join(problems))
    return selection


def box_in(text: str | None) -> Box | None:
    """A box given as `west,south,east,north`, or None; raises `BadQueryError`."""
    if text is None:
        return None
    try:
        return Box.parse(text)
    except ValueError as error:
        raise BadQueryError(str(error)) from None


def position_in(text: str | None) -> tuple[float, float] | None:
    """A position given as `lon,lat`, or None; raises `BadQueryError`."""
    if text is None:
        return None
    try:
        lon, lat = (float(part) for part in text.split(","))
        Box(lon, lat, lon, lat)
    except ValueError:
        raise BadQueryError("a position is two numbers in range: lon,lat") from None
    return lon, lat


def only_known(request: HttpRequest, names: Collection[str]) -> None:
    """Refuse parameters nobody knows, as OGC API asks: a slip must not look like an answer."""
    unknown = sorted(set(request.GET) - set(names))
    if unknown:
        raise BadQueryError(f"“{unknown[0]}” is no parameter of this address")
