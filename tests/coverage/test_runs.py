"""Streets are cut where anything changes, and nowhere else."""

import numpy as np

from mapper.coverage.runs import runs_of
from mapper.geometry.stretches import Pieces, Stretches


def stretches(*rows: tuple[int, float, float, int, int]) -> Stretches:
    told = np.array(rows, dtype=float).reshape(-1, 5).T
    way, certain, possible = told[0].astype(int), told[3].astype(int), told[4].astype(int)
    return Stretches(way, told[1], told[2], certain, possible)


def pieces(*rows: tuple[int, float, float, int]) -> Pieces:
    told = np.array(rows, dtype=float).reshape(-1, 4).T
    return Pieces(told[0].astype(int), told[1], told[2], told[3].astype(int))


NOTHING = stretches()
NOWHERE = np.zeros(0, np.int64)


def test_a_street_of_which_nothing_is_known_is_one_run() -> None:
    runs = runs_of(np.array([10.0, 0.0, 5.0]), NOTHING, NOTHING, pieces(), NOWHERE)
    assert runs.tolist() == [(0, 0, 10, 0, 0, 0, 0), (2, 0, 5, 0, 0, 0, 0)]


def test_it_is_cut_where_the_view_or_the_survey_changes() -> None:
    watched = stretches((0, 2, 4, 1, 2), (0, 4, 6, 0, 1), (1, 0, 5, 1, 1))
    faces = stretches((0, 3, 4, 1, 1))
    looked = pieces((0, 0, 5, 0), (0, 4, 8, 1))
    runs = runs_of(np.array([10.0, 5.0]), watched, faces, looked, np.array([7, 3]))
    assert runs.tolist() == [
        (0, 0, 2, 0, 0, 0, 7),
        (0, 2, 3, 1, 2, 0, 7),
        (0, 3, 4, 1, 2, 1, 7),
        (0, 4, 5, 0, 1, 0, 7),
        (0, 5, 6, 0, 1, 0, 3),
        (0, 6, 8, 0, 0, 0, 3),
        (0, 8, 10, 0, 0, 0, 0),
        (1, 0, 5, 1, 1, 0, 0),
    ]


def test_neighbours_of_which_all_is_the_same_are_one() -> None:
    watched = stretches((0, 2, 4, 1, 1), (0, 4, 6, 1, 1))
    runs = runs_of(np.array([10.0]), watched, NOTHING, pieces(), NOWHERE)
    assert runs["to_m"].tolist() == [2, 6, 10]


def test_no_street_has_no_run() -> None:
    assert len(runs_of(np.zeros(0), NOTHING, NOTHING, pieces(), NOWHERE)) == 0
