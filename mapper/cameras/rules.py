"""What holds for a camera: its cell at a private home, its state today, how long its texts are."""

from datetime import date

from mapper.cameras.models import Camera, Operator
from mapper.evidence import state_as_of
from mapper.geometry.cells import cell_of
from mapper.settings import limits
from mapper.vocabulary import OperatorType, State

LONGEST: dict[str, int | None] = {
    "zone": Camera.zone.field.max_length,
    "manufacturer": Camera.manufacturer.field.max_length,
    "ref": Camera.ref.field.max_length,
    "start_date": Camera.start_date.field.max_length,
    "operator": Operator.name.field.max_length,
}
"""The longest text, in letters, that is held of each aspect that is a text."""


def home_cell_of(operator_type: OperatorType, lon: float, lat: float) -> int | None:
    """The fixed cell that counts a camera at a private home; None for every other camera."""
    if operator_type != OperatorType.PRIVATE_HOME:
        return None
    return cell_of(lon, lat, limits.HOME_CELL_ZOOM)


def state_on(state: State, last_seen_on: date | None, today: date) -> State:
    """A camera's state as of `today`: what was stored, or *stale* when nobody saw it for long."""
    return state_as_of(state, last_seen_on, today, stale_after_days=limits.STALE_AFTER_DAYS)


def fits(aspect: str, answer: object) -> bool:
    """Whether an answer about an aspect can be held: all but texts that are too long."""
    most = LONGEST.get(aspect)
    return most is None or len(str(answer)) <= most
