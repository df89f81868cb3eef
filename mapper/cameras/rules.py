"""What holds for a camera: the cell that counts one at a private home, its state today."""

from datetime import date

from mapper.evidence import state_as_of
from mapper.geometry.cells import cell_of
from mapper.settings import limits
from mapper.vocabulary import OperatorType, State


def home_cell_of(operator_type: OperatorType, lon: float, lat: float) -> int | None:
    """The fixed cell that counts a camera at a private home; None for every other camera."""
    if operator_type != OperatorType.PRIVATE_HOME:
        return None
    return cell_of(lon, lat, limits.HOME_CELL_ZOOM)


def state_on(state: State, last_seen_on: date | None, today: date) -> State:
    """A camera's state as of `today`: what was stored, or *stale* when nobody saw it for long."""
    return state_as_of(state, last_seen_on, today, stale_after_days=limits.STALE_AFTER_DAYS)
