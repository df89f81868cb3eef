"""How likely two records are one device."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.evidence import Facts, MatchScore, match_score, reach_m
from mapper.evidence.match_score import degrees_between
from mapper.matching.candidates import SCALE
from mapper.vocabulary import Facing, Kind, Mount, OperatorType

NOTHING = Facts()
METRES = st.floats(0, 1e6)
DEGREES = st.floats(0, 180)
FACINGS = st.lists(
    st.builds(Facing, st.floats(0, 359.9), st.none() | st.floats(1, 360)), max_size=3
).map(tuple)
FACTS = st.builds(
    Facts,
    accuracy_m=st.none() | st.floats(0, 1e4),
    kind=st.sampled_from(Kind),
    facings=FACINGS,
    mount=st.sampled_from(Mount),
    operator_type=st.sampled_from(OperatorType),
)


def facing(*bearings: float) -> Facts:
    return Facts(facings=tuple(Facing(bearing) for bearing in bearings))


def compare(metres: float, one: Facts = NOTHING, other: Facts = NOTHING) -> MatchScore:
    return match_score(metres, one, other, SCALE)


def score(metres: float, one: Facts = NOTHING, other: Facts = NOTHING) -> float:
    return compare(metres, one, other).score


@given(METRES, METRES, FACTS, FACTS)
def test_what_is_further_away_never_scores_higher(a: float, b: float, one: Facts, other: Facts):
    near, far = sorted((a, b))
    assert score(near, one, other) >= score(far, one, other)


@given(METRES, DEGREES, DEGREES, FACTS)
def test_a_wider_angle_never_scores_higher(metres: float, a: float, b: float, other: Facts):
    small, large = sorted((a, b))
    scores = [
        score(metres, replace(other, facings=(Facing(angle),)), replace(other, facings=NORTH))
        for angle in (small, large)
    ]
    assert scores[0] >= scores[1]


NORTH = (Facing(0.0),)


@given(METRES, FACTS, FACTS)
def test_it_does_not_matter_which_comes_first(metres: float, one: Facts, other: Facts):
    assert compare(metres, one, other) == compare(metres, other, one)


@given(METRES, FACTS, FACTS, st.sampled_from(["kind", "facings", "mount", "operator_type"]))
def test_a_fact_that_one_lacks_counts_nothing(metres: float, one: Facts, other: Facts, name: str):
    nothing = getattr(NOTHING, name)
    lacking = replace(one, **{name: nothing})
    both = replace(other, **{name: nothing})
    assert compare(metres, lacking, other) == compare(metres, lacking, both)


@given(METRES, FACTS, FACTS)
def test_a_score_lies_from_nought_to_one(metres: float, one: Facts, other: Facts):
    assert 0 <= score(metres, one, other) <= 1


@given(METRES, st.floats(60.001, 180), FACTS)
def test_two_facings_far_apart_on_one_mount_are_two_cameras(
    metres: float, angle: float, other: Facts
):
    turned = replace(other, facings=(Facing(angle),))
    assert score(metres, turned, replace(other, facings=NORTH)) <= 0.60


@given(FACTS, FACTS, METRES)
def test_nothing_beyond_its_reach_is_asked_about(one: Facts, other: Facts, further: float):
    assert score(reach_m(one.accuracy_m, SCALE) + 0.001 + further, one, other) <= 0.60


def test_a_scale_on_which_nothing_is_alike_reaches_nowhere():
    assert reach_m(5, replace(SCALE, beside=-9)) == 0


def test_it_explains_itself():
    one = replace(facing(0), kind=Kind.FIXED)
    other = replace(facing(10), kind=Kind.FIXED)
    assert compare(8, one, other).words == "8 m apart, same kind, facings 10° apart"


def test_it_says_what_differs():
    one = Facts(kind=Kind.DOME, mount=Mount.POLE, operator_type=OperatorType.POLICE)
    other = Facts(kind=Kind.FIXED, mount=Mount.POLE, operator_type=OperatorType.BUSINESS)
    expected = "0 m apart, another kind, same mount, another sort of operator"
    assert compare(0, one, other).words == expected


@pytest.mark.parametrize("accuracy", [20, 30, 500])
def test_from_20_m_away_with_a_poor_position_it_is_the_same(accuracy: float):
    assert score(20, Facts(accuracy_m=accuracy)) > 0.60


def test_from_20_m_away_with_a_good_position_it_is_another():
    assert score(20, Facts(accuracy_m=4)) < 0.60


def test_of_several_facings_the_nearest_counts_and_all_round_has_none():
    assert degrees_between(facing(0, 90).facings, facing(350).facings) == 10
    assert degrees_between((), facing(0).facings) is None
    assert degrees_between((Facing(180, 360),), facing(0).facings) is None
