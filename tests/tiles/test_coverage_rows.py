"""What a coverage tile asks the database."""

import numpy as np
import pytest

from mapper.geometry import Box
from mapper.tiles import zooms
from mapper.tiles.coverage_rows import watched_streets_in
from mapper.tiles.cut_lines import metres_of
from mapper.vocabulary import StreetClass
from tests.factories.cameras import HERE, SEEN_ON
from tests.factories.coverage import make_cell
from tests.factories.places import around, make_street

pytestmark = pytest.mark.django_db
BOX = Box(*around())
ALL = zooms.drawn_at(zooms.WATCHED, 18)
LOOKED_ON = SEEN_ON.toordinal()


def known_of(found):
    """Each stretch as `(from, to, known)`."""
    rows = zip(*found.pieces[1:], np.stack(found.known, axis=1).tolist(), strict=True)
    return [(round(begin), round(end), tuple(known)) for begin, end, known in rows]


def test_a_street_of_which_nothing_was_computed_is_one_unknown_stretch():
    make_street()
    found = watched_streets_in(BOX, ALL)
    assert known_of(found) == [(0, round(metres_of(found.lines)[0]), (0, 0, 0, 0, 0))]


def test_stretches_are_read_in_the_order_in_which_they_follow_one_another():
    street = make_street()
    make_cell(street, [(40, 60, 0, 1, 0, LOOKED_ON), (0, 40, 1, 2, 1, 0)])
    assert known_of(watched_streets_in(BOX, ALL)) == [
        (0, 40, (1, 2, 1, 0, 1)),
        (40, 60, (0, 1, 0, 1, 1)),
    ]


def test_a_street_is_asked_of_the_cell_in_which_it_begins():
    street = make_street(line=[(HERE[0] - 0.05, HERE[1]), HERE])
    make_cell(street, [(0, 50, 3, 3, 0, 0)])
    assert [known for _, _, known in known_of(watched_streets_in(BOX, ALL))] == [(3, 3, 0, 0, 1)]


def test_a_stretch_ends_where_its_street_does():
    street = make_street()
    make_cell(street, [(0, 1_000_000, 1, 1, 0, 0)])
    found = watched_streets_in(BOX, ALL)
    assert found.pieces.to_m == pytest.approx(metres_of(found.lines))


def test_tunnels_railways_and_other_places_are_left_out():
    make_street(tunnel=True)
    make_street(street_class=StreetClass.RAIL)
    make_street(line=[(1, 1), (1, 2)])
    found = watched_streets_in(BOX, ALL)
    assert len(found.lines) == len(found.pieces.line) == 0


@pytest.mark.parametrize("streets", [1, 3])
def test_it_costs_two_queries(streets, django_assert_num_queries):
    for _ in range(streets):
        street = make_street()
    make_cell(street, [(0, 1, 1, 1, 0, 0)])
    with django_assert_num_queries(2):
        watched_streets_in(BOX, ALL)
