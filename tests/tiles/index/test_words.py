"""What is known of a camera as one number: a filter answers as the database does."""

from datetime import date, timedelta

import numpy as np
import pytest

from mapper.cameras.models import Camera
from mapper.settings import limits
from mapper.tiles.index.building import read_all
from mapper.tiles.index.scanning import gather, histogram
from mapper.tiles.index.words import FILTERS, chosen, day_number, groups_of, steps_by_day
from mapper.vocabulary import Age, Answer, Kind, OperatorType, Selection, State
from tests.factories.cameras import make_camera

TODAY = date(2026, 10, 1)
EDGES = [0, 1, 29, 30, 364, 365, 729, 730, 731, 5_000, -3]
DAYS = [None, *(TODAY - timedelta(days=days) for days in EDGES)]
SELECTIONS = [
    Selection(),
    *(Selection(states=frozenset({state})) for state in State),
    *(Selection(ages=frozenset({age})) for age in Age),
    *(Selection(kinds=frozenset({kind})) for kind in Kind),
    Selection(operator_types=frozenset({OperatorType.POLICE, OperatorType.UNKNOWN})),
    Selection(face_recognition=frozenset({Answer.YES}), plate_reading=frozenset({Answer.NO})),
    Selection(states=frozenset({State.STALE, State.GONE}), ages=frozenset({Age.OLDER})),
]


@pytest.fixture
def cameras(db: None) -> None:
    kinds, answers, operators = list(Kind), list(Answer), list(OperatorType)
    operators.remove(OperatorType.PRIVATE_HOME)
    states = [state for state in State if state is not State.STALE]
    for number, day in enumerate(DAYS):
        for state in states:
            make_camera(
                state=state,
                last_seen_on=day,
                kind=kinds[number % len(kinds)],
                operator_type=operators[number % len(operators)],
                face_recognition=answers[number % 3],
                plate_reading=answers[number // 2 % 3],
            )


def positions(index, selection: Selection) -> np.ndarray:
    points = index.base
    everything = np.array([[0, len(points)]])
    none = np.empty(0, dtype=np.int64)
    wanted = chosen(selection, TODAY)
    return gather(everything, none, points.scanned, wanted, len(points))


@pytest.mark.usefixtures("cameras")
@pytest.mark.parametrize(
    "selection",
    SELECTIONS,
    ids=lambda one: "-".join("".join(pair) for pair in one.to_query()) or "all",
)
def test_a_selection_lets_through_what_the_database_does(selection: Selection) -> None:
    index = read_all().index
    found = set(index.base.ids[positions(index, selection)].tolist())
    expected = Camera.objects.public().matching(selection, TODAY).values_list("pk", flat=True)
    assert found == set(expected)


@pytest.mark.usefixtures("cameras")
def test_groups_name_the_words_that_the_database_names() -> None:
    index = read_all().index
    everything = np.array([[0, len(index.base)]])
    steps = steps_by_day(TODAY)
    counts = histogram(everything, np.empty(0, dtype=np.int64), index.base.scanned, steps)
    columns = {"state": "state_on", "age": "age_on"}
    rows = Camera.objects.public().with_words_of(TODAY)
    expected: dict[tuple[str, ...], int] = {}
    for row in rows.values_list(*(columns.get(name, name) for name in FILTERS)):
        expected[tuple(map(str, row))] = expected.get(tuple(map(str, row)), 0) + 1
    assert {tuple(map(str, words)): count for words, count in groups_of(counts)} == expected


def test_the_steps_of_days() -> None:
    today = day_number(TODAY)
    newest = today - min(age.days[0] for age in Age if age.days[0]) + 1
    asked = [0, newest + 5, newest, newest - 1, 1]
    assert steps_by_day(TODAY)[asked].tolist() == [7, 0, 0, 1, 4]
    # Days grow older without a gap, and what is not known is no age.
    older = np.diff(steps_by_day(TODAY)[1 : today + 1].astype(int))
    assert set(older.tolist()) == {0, -1}


def test_a_day_fits_its_bits() -> None:
    assert day_number(None) == 0
    assert day_number(date(1970, 1, 2)) == 1
    assert day_number(date(1900, 1, 1)) == 1
    assert day_number(date(9999, 1, 1)) == 2**16 - 1
    assert day_number(TODAY) > limits.STALE_AFTER_DAYS
