"""What voices add up to."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.evidence import Voice, belief_of
from mapper.vocabulary import State, Verdict

TODAY = date(2026, 6, 1)
SHARE = 2 / 3
PRESENT, CHANGED, GONE = Verdict.PRESENT, Verdict.CHANGED, Verdict.GONE


def voice(
    who: str,
    days_ago: int,
    verdict: Verdict = PRESENT,
    *,
    standing: bool = False,
    weight: float = 1.0,
    council: bool = False,
) -> Voice:
    return Voice(who, TODAY - timedelta(days=days_ago), verdict, standing, weight, council)


def belief(*voices: Voice) -> State:
    return belief_of(voices, agreement=SHARE)


REGULAR = voice("regular", 20, standing=True)
NEWCOMER = voice("newcomer", 10)


def gone(one: Voice) -> Voice:
    return replace(one, verdict=GONE)


CASES: list[tuple[str, list[Voice], State]] = [
    ("nobody", [], State.UNCONFIRMED),
    ("one alone", [REGULAR], State.UNCONFIRMED),
    ("two on two days, one with standing", [REGULAR, NEWCOMER], State.CONFIRMED),
    ("changed is present", [REGULAR, voice("b", 1, CHANGED)], State.CONFIRMED),
    ("two on one day", [REGULAR, voice("b", 20)], State.UNCONFIRMED),
    ("two without standing", [voice("a", 20), NEWCOMER], State.UNCONFIRMED),
    ("two days, by the same", [REGULAR, voice("regular", 1)], State.UNCONFIRMED),
    (
        "earlier days of those who agree count",
        [REGULAR, voice("regular", 10), NEWCOMER],
        State.CONFIRMED,
    ),
    (
        "one address on one day is one",
        [replace(REGULAR, weight=0.5), voice("b", 10, weight=0.5)],
        State.UNCONFIRMED,
    ),
    (
        "three thirds and one are two",
        [*(voice(who, 10, weight=1 / 3) for who in "abc"), REGULAR],
        State.CONFIRMED,
    ),
    ("a voice without weight is none", [REGULAR, voice("b", 1, weight=0)], State.UNCONFIRMED),
    ("only weightless voices", [voice("b", 1, weight=0)], State.UNCONFIRMED),
    ("gone needs the same", [gone(REGULAR), gone(NEWCOMER)], State.GONE),
    ("gone by one alone", [gone(REGULAR)], State.UNCONFIRMED),
    (
        "the latest voice of each counts",
        [REGULAR, NEWCOMER, voice("regular", 5, GONE), voice("newcomer", 4, GONE)],
        State.UNCONFIRMED,
    ),
    (
        "exactly two thirds are not more",
        [REGULAR, NEWCOMER, voice("c", 5, GONE)],
        State.DISPUTED,
    ),
    (
        "three quarters are more",
        [REGULAR, NEWCOMER, voice("d", 6), voice("c", 5, GONE)],
        State.CONFIRMED,
    ),
    ("one against one", [REGULAR, voice("c", 5, GONE)], State.DISPUTED),
    ("newcomers cannot dispute", [NEWCOMER, voice("c", 5, GONE)], State.UNCONFIRMED),
    (
        "a majority without standing neither confirms nor disputes",
        [voice("a", 9), voice("b", 8), voice("c", 7), gone(REGULAR)],
        State.UNCONFIRMED,
    ),
    (
        "on one day present outweighs gone",
        [REGULAR, NEWCOMER, voice("newcomer", 10, GONE)],
        State.CONFIRMED,
    ),
    ("a council suffices", [voice("council", 5, council=True)], State.CONFIRMED),
    ("a council suffices for gone", [voice("council", 5, GONE, council=True)], State.GONE),
    (
        "the latest of two councils' words",
        [voice("council", 50, council=True), voice("council", 5, GONE, council=True)],
        State.GONE,
    ),
    (
        "a council against few",
        [voice("council", 50, council=True), gone(REGULAR)],
        State.CONFIRMED,
    ),
    (
        "newer voices can overturn a council",
        [voice("council", 50, council=True), gone(REGULAR), gone(NEWCOMER)],
        State.GONE,
    ),
    (
        "newer voices can find again what a council called gone",
        [voice("council", 50, GONE, council=True), REGULAR, NEWCOMER],
        State.CONFIRMED,
    ),
    (
        "older voices cannot overturn a council",
        [voice("council", 15, council=True), gone(REGULAR), gone(NEWCOMER)],
        State.CONFIRMED,
    ),
]


@pytest.mark.parametrize(
    ("voices", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_voices_add_up_to(voices: list[Voice], expected: State) -> None:
    assert belief(*voices) is expected


def test_belief_asks_for_no_day() -> None:
    long_ago = [replace(one, day=one.day - timedelta(days=9999)) for one in (REGULAR, NEWCOMER)]
    assert belief(*long_ago) is State.CONFIRMED


contributors = st.sampled_from("abcd")
weights = st.sampled_from([0.0, 1 / 3, 0.5, 1.0])
heard = st.builds(
    voice,
    contributors,
    st.integers(0, 1500),
    st.sampled_from(Verdict),
    standing=st.booleans(),
    weight=weights,
    council=st.sampled_from([False, False, False, True]),
)
several = st.lists(heard, max_size=9)


@given(several, st.randoms())
def test_the_order_of_voices_does_not_matter(voices: list[Voice], chance: Random) -> None:
    shuffled = list(voices)
    chance.shuffle(shuffled)
    assert belief(*shuffled) is belief(*voices)


@given(several, heard)
def test_an_agreeing_voice_never_takes_a_confirmation_away(
    voices: list[Voice], another: Voice
) -> None:
    if belief(*voices) is State.CONFIRMED:
        assert belief(*voices, replace(another, verdict=PRESENT)) is State.CONFIRMED


@given(st.lists(heard, min_size=1, max_size=9))
def test_one_contributor_alone_never_confirms(voices: list[Voice]) -> None:
    alone = [replace(one, who="a", council=False) for one in voices]
    assert belief(*alone) is State.UNCONFIRMED


@given(several)
def test_presence_and_absence_are_weighed_alike(voices: list[Voice]) -> None:
    mirror = {State.CONFIRMED: State.GONE, State.GONE: State.CONFIRMED}
    # On one day *present* wins on purpose, so each voice gets a day of its own.
    spread = [replace(one, day=TODAY - timedelta(days=number)) for number, one in enumerate(voices)]
    turned = [replace(one, verdict=GONE if one.present else PRESENT) for one in spread]
    found = belief(*spread)
    assert belief(*turned) is mirror.get(found, found)
