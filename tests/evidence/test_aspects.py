"""What sayings about one aspect add up to."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.evidence import AspectBelief, Saying, weigh
from mapper.vocabulary import State

TODAY = date(2026, 6, 1)
SHARE = 2 / 3


def said(who: str, value: str, days_ago: int = 5, number: int = 0, **fields: object) -> Saying[str]:
    usual = {"standing": False, "weight": 1.0, "council": False, "founding": False}
    day = TODAY - timedelta(days=days_ago)
    return Saying(who=who, day=day, value=value, number=number, **(usual | fields))


def believed(*sayings: Saying[str]) -> AspectBelief[str] | None:
    return weigh(sayings, agreement=SHARE)


def shown(*sayings: Saying[str]) -> tuple[str, State]:
    belief = believed(*sayings)
    assert belief
    return belief.value, belief.state


REGULAR = said("regular", "dome", 9, 1, standing=True)
NEWCOMER = said("newcomer", "dome", 5, 2)
UNCONFIRMED, CONFIRMED, DISPUTED = State.UNCONFIRMED, State.CONFIRMED, State.DISPUTED

CASES: list[tuple[str, list[Saying[str]], tuple[str, State]]] = [
    ("one alone", [NEWCOMER], ("dome", UNCONFIRMED)),
    ("two on two days, one with standing", [REGULAR, NEWCOMER], ("dome", CONFIRMED)),
    (
        "the latest word of each counts",
        [REGULAR, NEWCOMER, said("regular", "fixed", 1, 3, standing=True)],
        ("fixed", DISPUTED),
    ),
    (
        "on one day the word told last counts",
        [said("a", "dome", 5, 1), said("a", "fixed", 5, 2)],
        ("fixed", UNCONFIRMED),
    ),
    (
        "what is confirmed is shown against more standing elsewhere",
        [
            *(said(who, "dome", 9 - day) for day, who in enumerate("abcde")),
            replace(REGULAR, value="dome"),
            said("expert", "fixed", 1, standing=True),
        ],
        ("dome", CONFIRMED),
    ),
    (
        "standing goes before weight",
        [said("a", "dome"), said("b", "dome"), said("c", "fixed", standing=True)],
        ("fixed", UNCONFIRMED),
    ),
    (
        "weight goes before the founding voice",
        [said("a", "dome", founding=True), said("b", "fixed"), said("c", "fixed")],
        ("fixed", UNCONFIRMED),
    ),
    (
        "the founding voice goes before who told earliest",
        [said("a", "dome", 9, 1), said("b", "fixed", 1, 2, founding=True)],
        ("fixed", UNCONFIRMED),
    ),
    (
        "who told earliest is not who claims an earlier day",
        [said("a", "dome", 5, 1), said("b", "fixed", 900, 2)],
        ("dome", UNCONFIRMED),
    ),
    (
        "enough voices without a winner are a dispute",
        [REGULAR, said("b", "fixed", 3, 2)],
        ("dome", DISPUTED),
    ),
    (
        "newcomers cannot dispute",
        [said("a", "dome", 9, 1), said("b", "fixed", 3, 2)],
        ("dome", UNCONFIRMED),
    ),
    (
        "a council suffices",
        [said("council", "fixed", 5, council=True), REGULAR],
        ("fixed", CONFIRMED),
    ),
    (
        "newer voices can overturn a council",
        [said("council", "fixed", 50, council=True), REGULAR, NEWCOMER],
        ("dome", CONFIRMED),
    ),
    (
        "a weightless founding voice is none",
        [said("a", "dome", founding=True, weight=0.0), said("b", "fixed")],
        ("fixed", UNCONFIRMED),
    ),
]


@pytest.mark.parametrize(
    ("sayings", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_sayings_add_up_to(sayings: list[Saying[str]], expected: tuple[str, State]) -> None:
    assert shown(*sayings) == expected


@pytest.mark.parametrize("council", [False, True])
def test_voices_and_their_last_day_are_those_of_what_is_shown(council: bool) -> None:  # noqa: FBT001
    belief = believed(replace(REGULAR, council=council), NEWCOMER, said("c", "fixed", 1))
    assert belief
    assert (belief.value, belief.voices, belief.last) == ("dome", 2, NEWCOMER.day)


def test_nobody_says_nothing() -> None:
    assert believed() is None
    assert believed(replace(REGULAR, weight=0.0)) is None


def test_a_vague_answer_supports_an_exact_one_and_takes_nobody_from_it() -> None:
    def supports(one: str, answer: str) -> bool:
        return answer.startswith(one)

    vague, exact = said("a", "4", 9, 1, standing=True), said("b", "45", 5, 2)
    belief = weigh([vague, exact], agreement=SHARE, supports=supports)
    assert belief == AspectBelief("45", CONFIRMED, voices=2, last=exact.day)


VALUES = ("dome", "fixed", "panning")
heard = st.builds(
    said,
    st.sampled_from("abcde"),
    st.sampled_from(VALUES),
    st.integers(0, 900),
    st.integers(0, 9),
    standing=st.booleans(),
    weight=st.sampled_from([0.0, 1 / 3, 0.5, 1.0]),
    council=st.sampled_from([False, False, False, True]),
    founding=st.booleans(),
)
# One contributor tells one thing at a time, and sayings are numbered as they are told.
several = st.lists(heard, max_size=9, unique_by=lambda saying: saying.number)


@given(several, st.randoms())
def test_the_order_of_sayings_does_not_matter(sayings: list[Saying[str]], chance: Random) -> None:
    shuffled = list(sayings)
    chance.shuffle(shuffled)
    assert believed(*shuffled) == believed(*sayings)


@given(several, heard)
def test_an_agreeing_voice_never_takes_a_confirmation_away(
    sayings: list[Saying[str]], another: Saying[str]
) -> None:
    before = believed(*sayings)
    if before and before.state is CONFIRMED:
        agreeing = replace(another, value=before.value, number=10)
        assert shown(*sayings, agreeing) == (before.value, CONFIRMED)


@given(several, heard)
def test_a_weightless_voice_changes_nothing(
    sayings: list[Saying[str]], another: Saying[str]
) -> None:
    assert believed(*sayings, replace(another, weight=0.0)) == believed(*sayings)


@given(several)
def test_one_contributor_alone_never_confirms(sayings: list[Saying[str]]) -> None:
    belief = believed(*(replace(one, who="a", council=False) for one in sayings))
    assert belief is None or belief.state is UNCONFIRMED


@given(several)
def test_nobody_without_standing_confirms_or_disputes(sayings: list[Saying[str]]) -> None:
    belief = believed(*(replace(one, standing=False, council=False) for one in sayings))
    assert belief is None or belief.state is UNCONFIRMED


@given(several)
def test_only_what_somebody_says_is_shown(sayings: list[Saying[str]]) -> None:
    belief = believed(*sayings)
    counted = {saying.value for saying in sayings if saying.weight}
    assert (belief.value in counted) if belief else not counted
