"""What is believed of each aspect of a camera."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.evidence import Place
from mapper.sightings.rules.aspects import LOCATION, beliefs_about, disputed_in, stands_for
from mapper.sightings.rules.voices import NOBODY, CameraVoice
from mapper.vocabulary import Facing, Kind, OperatorType, State, Verdict

DAY = date(2026, 10, 1)
METRE = 1 / 111_195
HOME, PUBLIC, BUSINESS = OperatorType.PRIVATE_HOME, OperatorType.PUBLIC, OperatorType.BUSINESS


def voice(who="a", number=1, metres=0.0, accuracy_m=None, **fields):
    """A voice for presence, told on its own day, with aspects by name."""
    known = {"standing", "weight", "day", "heard_on"}
    day = DAY + timedelta(days=number)
    return CameraVoice(
        who=who,
        number=number,
        verdict=Verdict.PRESENT,
        place=Place(24.94, 60.17 + metres * METRE, accuracy_m),
        told={name: answer for name, answer in fields.items() if name not in known},
        **({"day": day, "heard_on": day} | {n: v for n, v in fields.items() if n in known}),
    )


def value(aspect, *voices):
    belief = beliefs_about(voices).get(aspect)
    return belief and belief.value


def moved(*voices):
    return round((value(LOCATION, *voices).lat - 60.17) / METRE)


def test_nobody_believes_nothing():
    assert beliefs_about([]) == {}


def test_every_aspect_is_believed_on_its_own():
    beliefs = beliefs_about(
        [
            voice("a", 1, kind=Kind.DOME, facings=(Facing(45),)),
            voice("b", 2, standing=True, kind=Kind.FIXED, facings=(Facing(60),)),
        ]
    )
    assert (beliefs["kind"].value, beliefs["kind"].state) == (Kind.FIXED, State.DISPUTED)
    assert (beliefs["facings"].value, beliefs["facings"].state) == ((Facing(45),), State.CONFIRMED)
    assert beliefs[LOCATION].voices == 2
    assert disputed_in(beliefs) == ["kind"]


def test_where_nothing_is_disputed_none_is():
    assert disputed_in(beliefs_about([voice(kind=Kind.DOME)])) is None


@pytest.mark.parametrize(
    ("aspect", "one", "other", "same"),
    [
        ("height_m", 4.0, 5.5, True),
        ("height_m", 4.0, 5.6, False),
        ("tilt_deg", -15.0, 5.0, True),
        ("tilt_deg", -16.0, 5.0, False),
        ("ref", "7", "8", False),
    ],
)
def test_measures_agree_within_limits_and_words_to_the_letter(aspect, one, other, same):
    voices = [voice("a", 1, **{aspect: one}), voice("b", 2, standing=True, **{aspect: other})]
    assert (beliefs_about(voices)[aspect].state is State.CONFIRMED) is same


def test_who_first_logged_it_moves_it():
    assert moved(voice("a", 1), voice("a", 2, metres=25)) == 25


def test_who_first_logged_it_moves_it_against_one_other():
    assert moved(voice("a", 1), voice("b", 2), voice("a", 3, metres=25)) == 25


def test_one_strangers_word_does_not_move_what_others_agree_on():
    assert moved(voice("a", 1), voice("b", 2), voice("c", 3, metres=25)) == 0


def test_one_strangers_word_does_not_move_what_one_other_told():
    assert moved(voice("a", 1), voice("c", 3, metres=25)) == 0


def test_a_vague_position_agrees_with_an_exact_one_nearby():
    beliefs = beliefs_about([voice("a", 1), voice("b", 2, metres=25, accuracy_m=28, standing=True)])
    assert beliefs[LOCATION].state is State.CONFIRMED
    assert beliefs[LOCATION].value.accuracy_m is None


def test_without_a_key_nobody_corrects_anybody():
    first = voice(NOBODY, 1, kind=Kind.DOME)
    second = voice(NOBODY, 2, metres=25, kind=Kind.FIXED, ref="7")
    assert value("kind", first, second) == Kind.DOME
    assert moved(first, second) == 0
    assert value("ref", first, second) == "7"


HOMES = [
    ("told by the founding voice", [("a", HOME, False)], HOME),
    ("not by a stranger", [("a", PUBLIC, False), ("b", HOME, False)], PUBLIC),
    ("not by a stranger with standing", [("a", PUBLIC, False), ("b", HOME, True)], PUBLIC),
    ("not where the founding voice did not say", [("a", None, False), ("b", HOME, True)], None),
    ("confirmed by others", [("a", None, False), ("b", HOME, True), ("c", HOME, False)], HOME),
    ("against one other word", [("a", HOME, False), ("b", PUBLIC, True)], HOME),
    (
        "until another is confirmed",
        [
            *(("a", HOME, False), ("b", PUBLIC, True), ("c", PUBLIC, False)),
            *(("d", PUBLIC, False), ("e", PUBLIC, False)),
        ],
        PUBLIC,
    ),
    ("once said it is not unsaid alone", [("a", HOME, False), ("a", PUBLIC, False)], HOME),
    ("not by others without a key", [(NOBODY, None, False), (NOBODY, HOME, False)], None),
    (
        "confirmed once, a dispute does not undo it",
        [
            *(("a", None, False), ("b", HOME, True), ("c", HOME, False)),
            *(("d", BUSINESS, True), ("e", BUSINESS, True)),
        ],
        HOME,
    ),
]


@pytest.mark.parametrize(
    ("told", "expected"), [case[1:] for case in HOMES], ids=[case[0] for case in HOMES]
)
def test_a_private_home_is_believed(told, expected):
    voices = [
        voice(who, number, standing=standing, **({"operator_type": said} if said else {}))
        for number, (who, said, standing) in enumerate(told)
    ]
    assert value("operator_type", *voices) == expected


def test_a_weightless_voice_founds_nothing():
    assert value("operator_type", voice(weight=0.0, operator_type=HOME)) is None
    nobodys = [voice(NOBODY, 1, weight=0.0, ref="7"), voice(NOBODY, 2, ref="8")]
    assert value("ref", *nobodys) == "8"


voices = st.lists(
    st.builds(
        voice,
        st.sampled_from([*"abcd", NOBODY]),
        st.integers(1, 30),
        st.sampled_from([0.0, 9.0, 18.0, 30.0]),
        st.sampled_from([None, 5.0, 20.0]),
        standing=st.booleans(),
        weight=st.sampled_from([0.0, 0.5, 1.0]),
        kind=st.sampled_from(Kind),
        operator_type=st.sampled_from([HOME, PUBLIC, BUSINESS]),
        facings=st.sampled_from([(Facing(0),), (Facing(20),), (Facing(45),)]),
    ),
    max_size=8,
    unique_by=lambda one: one.number,
)


@given(voices, st.randoms())
def test_the_order_of_voices_does_not_matter(spoken: list[CameraVoice], chance: Random):
    shuffled = list(spoken)
    chance.shuffle(shuffled)
    assert beliefs_about(shuffled) == beliefs_about(spoken)


@given(voices)
def test_a_home_that_is_confirmed_is_shown_only_by_another_confirmed_word(
    spoken: list[CameraVoice],
):
    spoken = [one for one in spoken if one.who != NOBODY]
    homes = [one for one in spoken if one.told["operator_type"] is HOME]
    alone = beliefs_about(homes).get("operator_type")
    if alone and alone.state is State.CONFIRMED:
        belief = beliefs_about(spoken)["operator_type"]
        assert belief.value is HOME or belief.state is State.CONFIRMED


def test_what_is_measured_stands_for_what_is_near_and_nothing_for_no_answer():
    assert stands_for("height_m", 4.0, 4.0)
    assert not stands_for("height_m", 4.0, None)
    assert stands_for("kind", Kind.DOME, Kind.DOME)
    assert not stands_for("kind", Kind.DOME, Kind.FIXED)
