"""Scenarios for the services of cameras."""

from functools import partial

from mapper.cameras.models import Source
from mapper.cameras.services.add_listed import add_listed
from mapper.cameras.services.hide_beside_hidden import (
    hide_beside_hidden,
    hide_listed_beside_hidden,
)
from mapper.cameras.services.hide_camera import hide_camera, show_camera, take_down_camera
from mapper.cameras.services.mark_missing import mark_missing
from mapper.cameras.services.store_vintage import store_vintage
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON, make_camera, make_record, make_source
from tests.factories.columns import make_columns
from tests.factories.osm import make_listing, make_vintage
from tests.faults.scenarios.scenario import DAY, Act, Scenario


def hiding() -> Act:
    """A camera that is shown."""
    return partial(hide_camera, camera=make_camera(), why={}, day=DAY, by=Role.MODERATOR)


def taking_down() -> Act:
    """A camera that is shown."""
    return partial(take_down_camera, camera=make_camera(), why={}, day=DAY, by=Role.MODERATOR)


def showing() -> Act:
    """A camera that is hidden."""
    hidden = make_camera(hidden_on=SEEN_ON)
    return partial(show_camera, camera=hidden, why={}, day=DAY, by=Role.MODERATOR)


def hiding_beside() -> Act:
    """A camera where another was hidden."""
    hiding()()
    return partial(hide_beside_hidden, camera=make_camera(), day=DAY, by=Role.RESIDENT)


def hiding_listed() -> Act:
    """Three cameras that a source listed where another was hidden."""
    source = listed_town()
    hidden = make_camera(24.95, 60.15)
    hide_camera(camera=hidden, why={}, day=DAY, by=Role.MODERATOR)
    vintage = make_vintage([], day=SEEN_ON)
    return partial(hide_listed_beside_hidden, source=source, vintage=vintage, by=Role.IMPORTER)


def listed_town() -> Source:
    """Three cameras that a source listed before."""
    source = make_source("osm")
    for number in range(3):
        make_record(make_camera(24.95, 60.15), f"node/{number}", source=source)
    return source


def marking_missing() -> Act:
    """A vintage that lists one of three cameras no more."""
    source = listed_town()
    vintage = make_vintage([make_listing(0), make_listing(1)], day=DAY)
    return partial(mark_missing, source=source, vintage=vintage, by=Role.IMPORTER)


def storing_vintage() -> Act:
    """A vintage with a new camera, a changed one, and one that is no longer listed."""
    source = listed_town()
    listings = [make_listing(0), make_listing(1, tags={"camera:type": "dome"}), make_listing(9)]
    return partial(
        store_vintage,
        source=source,
        vintage=make_vintage(listings, day=DAY),
        stored=lambda more: None,
        by=Role.IMPORTER,
    )


def adding_listed() -> Act:
    """Three new cameras in columns, one of them where another was hidden."""
    hide_camera(camera=make_camera(24.9, 60.15), why={}, day=DAY, by=Role.MODERATOR)
    listed = make_columns(3, operator=["Guard", "Guard", "Watch"])
    source = make_source("osm")
    return partial(add_listed, source=source, listed=listed, day=DAY, by=Role.IMPORTER)


SCENARIOS = {
    "hide_camera": Scenario(hiding),
    "take_down_camera": Scenario(taking_down),
    "show_camera": Scenario(showing),
    "hide_beside_hidden": Scenario(hiding_beside),
    # Each of the three cameras has an event of its own.
    "hide_listed_beside_hidden": Scenario(hiding_listed, ("Event",) * 3),
    "mark_missing": Scenario(marking_missing),
    # Of three cameras one is hidden; that they are listed is told by their records.
    "add_listed": Scenario(adding_listed),
    # One call, three cameras: what was listed before has an event of its own.
    "store_vintage": Scenario(storing_vintage, ("Event",) * 2),
}
