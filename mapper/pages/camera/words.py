"""What is believed of a camera, said in plain words."""

from collections.abc import Iterable

from mapper.geometry.bearings import compass_point, normalise
from mapper.settings import limits
from mapper.vocabulary import Facing, Kind, Role, State
from mapper.vocabulary.compass import FULL_TURN
from mapper.vocabulary.counting import counted

_POINTS = {"N": "north", "E": "east", "S": "south", "W": "west"}

_ROLES = {
    Role.RESIDENT: "a resident",
    Role.IMPORTER: "an imported list",
    Role.OPERATOR: "the operator of this site",
    Role.COUNCIL: "a council",
    Role.MODERATOR: "a moderator",
}

_STATE_SENTENCES = {
    State.UNCONFIRMED: (
        "So far there is {voices}, and that is not enough. It becomes confirmed once at least two"
        " independent people have seen it on two different days, one of them with standing, and"
        " more than two thirds of all voices agree. An imported list counts as one voice,"
        " without standing."
    ),
    State.CONFIRMED: (
        "At least two independent voices on two different days, one of them with standing, say"
        " that it is there, and more than two thirds of all voices agree."
    ),
    State.DISPUTED: (
        "Enough people have spoken, but they do not agree: neither side has more than two thirds"
        " of all {voices}. It becomes confirmed, or gone, once one side has."
    ),
    State.STALE: (
        "Nobody has seen it for more than {years} years, so it may have been changed or taken"
        " down. One new sighting makes it fresh again."
    ),
    State.GONE: (
        "At least two independent voices on two different days, one of them with standing, say"
        " that it is no longer there, and more than two thirds of all voices agree."
    ),
}


def state_sentence(state: State, voices: int) -> str:
    """Why a camera is in its state, and what would change it."""
    return _STATE_SENTENCES[state].format(
        voices=counted(voices, "voice"), years=limits.STALE_AFTER_DAYS // 365
    )


def title_of(kind: Kind) -> str:
    """What a camera is called where its kind comes first."""
    return "Camera" if kind is Kind.UNKNOWN else kind.label


def by_whom(role: Role) -> str:
    """In what capacity somebody acted: `by a resident`."""
    return f"by {_ROLES[role]}"


def says(what: str, role: Role) -> str:
    """What somebody said, and in what capacity: `Still there, says a resident`."""
    return f"{what}, says {_ROLES[role]}"


def bearing_words(bearing: float) -> str:
    """The nearest of the sixteen compass points in words: `north-north-east`."""
    return "-".join(_POINTS[letter] for letter in compass_point(bearing))


def facing_words(facing: Facing) -> str:
    """One facing: `north-east (45°)`, `east, 60° wide (60° to 120°)` or `all round`."""
    if facing.opening == FULL_TURN:
        return "all round"
    point = bearing_words(facing.bearing)
    if facing.opening is None:
        return f"{point} ({facing.bearing:g}°)"
    start, end = (normalise(facing.bearing + side * facing.opening / 2) for side in (-1, 1))
    return f"{point}, {facing.opening:g}° wide ({start:g}° to {end:g}°)"


def facings_words(facings: Iterable[Facing]) -> str:
    """All facings of a camera, with a capital; empty where there are none."""
    told = "; ".join(facing_words(facing) for facing in facings)
    return told[:1].upper() + told[1:]
