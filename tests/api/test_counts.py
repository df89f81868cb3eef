"""Counts by filter: each among what the other filters leave."""

from datetime import date

import pytest
import time_machine
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from mapper.api.counts import Group, counts_by_word
from mapper.geometry.cells import box_of
from mapper.settings import limits
from mapper.vocabulary import Answer, Kind, OperatorType, Selection, State
from tests.factories.cameras import HERE, make_camera, make_home_camera

COUNTS = "/api/cameras/counts"


@pytest.mark.django_db
def test_each_filter_is_counted_among_what_the_others_leave(client: Client) -> None:
    make_camera(kind=Kind.DOME, face_recognition=Answer.YES)
    make_camera(kind=Kind.DOME, face_recognition=Answer.NO)
    make_camera(kind=Kind.FIXED, face_recognition=Answer.YES)
    told = client.get(f"{COUNTS}?kind=dome").json()
    assert told["total"] == 2
    assert (told["counts"]["kind"]["dome"], told["counts"]["kind"]["fixed"]) == (2, 1)
    assert told["counts"]["face_recognition"] == {"yes": 1, "no": 1, "unknown": 0}


@pytest.mark.django_db
def test_state_and_age_are_those_of_today(client: Client) -> None:
    make_camera(state=State.CONFIRMED)
    with time_machine.travel(date(2029, 1, 1)):
        told = client.get(COUNTS).json()["counts"]
    assert (told["state"]["stale"], told["state"]["confirmed"]) == (1, 0)
    assert told["age"] == {"month": 0, "year": 0, "two_years": 0, "older": 1, "unknown": 0}


@pytest.mark.django_db
def test_private_homes_are_counted_by_whole_cells(client: Client) -> None:
    home = make_home_camera()
    assert home.home_cell is not None
    cell = box_of(home.home_cell, limits.HOME_CELL_ZOOM)
    whole = f"{cell.west},{cell.south},{cell.east},{cell.north}"
    around_the_camera = ",".join(
        str(degrees) for degrees in (HERE[0] - 1e-4, HERE[1] - 1e-4, HERE[0] + 1e-4, HERE[1] + 1e-4)
    )
    assert client.get(f"{COUNTS}?bbox={whole}").json()["homes"] == 1
    assert client.get(f"{COUNTS}?bbox={around_the_camera}").json()["homes"] == 0
    assert client.get(f"{COUNTS}?bbox={whole}&kind=dome").json()["homes"] == 1
    assert client.get(f"{COUNTS}?bbox={whole}&operator_type=police").json()["homes"] == 0
    told = client.get(f"{COUNTS}?bbox={whole}").json()
    assert told["total"] == told["counts"]["operator_type"]["private_home"] == 0


@pytest.mark.django_db
def test_a_slip_is_told_in_words(client: Client) -> None:
    answer = client.get(f"{COUNTS}?bbox=everywhere")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.django_db
@pytest.mark.parametrize("cameras", [1, 100])
def test_queries_do_not_grow_with_the_cameras(
    client: Client, cameras: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(cameras):
        make_camera()
    client.get("/api/cameras/counts")
    with django_assert_num_queries(1):
        client.get(COUNTS)


GROUPS = st.lists(
    st.tuples(
        st.tuples(
            st.sampled_from(list(Kind)).map(str),
            st.sampled_from(list(OperatorType)).map(str),
            st.sampled_from(list(State)).map(str),
            st.just("no"),
            st.just("no"),
            st.just("month"),
        ),
        st.integers(1, 9),
    ),
    max_size=8,
)


@given(GROUPS, st.frozensets(st.sampled_from(list(Kind))))
def test_a_filter_alone_never_narrows_its_own_counts(
    groups: list[Group], kinds: frozenset[Kind]
) -> None:
    everything = counts_by_word(groups, Selection())
    narrowed = counts_by_word(groups, Selection(kinds=kinds))
    assert narrowed["kind"] == everything["kind"]
    assert sum(everything["kind"].values()) == sum(count for _, count in groups)
    for name, counted in narrowed.items():
        assert all(counted[word] <= everything[name][word] for word in counted)
