"""Answers turned into claims, and claims read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.sightings.rules.claims import answers_in, claim_problem, claims_of, told_by
from mapper.vocabulary import Answer, Basis, Facing, Kind, Mount, OperatorType, Word

# A doorbell is a private home's unless something else is said, so it tells of two aspects.
ANSWERS = [
    *(("kind", kind) for kind in Kind if kind is not Kind.DOORBELL),
    *(("mount", mount) for mount in Mount),
    *(("operator_type", operator) for operator in OperatorType),
    *(("face_recognition", answer) for answer in Answer),
    *(("plate_reading", answer) for answer in Answer),
    ("facings", (Facing(45),)),
    ("facings", (Facing(180, 360),)),
    ("facings", (Facing(0, 40), Facing(90))),
]


def is_known(answer):
    return not (isinstance(answer, Word) and answer == "unknown")


@pytest.mark.parametrize(("aspect", "answer"), ANSWERS)
def test_an_answer_comes_back_from_its_claims(aspect, answer):
    claims = claims_of({aspect: (answer, Basis.SIGN)})
    wanted = {aspect: (answer, Basis.SIGN)} if is_known(answer) else {}
    assert answers_in(claims) == wanted


def test_not_knowing_claims_nothing():
    unknown = {"kind": (Kind.UNKNOWN, Basis.SAW), "facings": ((), Basis.SAW)}
    assert claims_of(unknown) == {}


def test_a_doorbell_whose_operator_nobody_knows_is_taken_for_a_private_homes():
    claims = claims_of(
        {
            "kind": (Kind.DOORBELL, Basis.SAW),
            "operator_type": (OperatorType.UNKNOWN, Basis.GUESS),
        }
    )
    assert claims == {"camera:type": ("doorbell", Basis.SAW)}
    assert answers_in(claims)["operator_type"] == (OperatorType.PRIVATE_HOME, Basis.SAW)


def test_a_doorbell_of_a_business_stays_one():
    claims = claims_of(
        {
            "kind": (Kind.DOORBELL, Basis.SAW),
            "operator_type": (OperatorType.BUSINESS, Basis.SIGN),
        }
    )
    told = told_by({key: value for key, (value, _) in claims.items()})
    assert told["operator_type"] == OperatorType.BUSINESS


def test_tags_that_say_nothing_of_a_camera_tell_nothing():
    assert told_by({"man_made": "surveillance", "colour": "white"}) == {}


@given(
    kind=st.sampled_from(Kind),
    mount=st.sampled_from(Mount),
    operator_type=st.sampled_from([o for o in OperatorType if o is not OperatorType.UNKNOWN]),
    faces=st.sampled_from(Answer),
    plates=st.sampled_from(Answer),
    bases=st.lists(st.sampled_from(Basis), min_size=5, max_size=5),
)
def test_all_answers_together_make_the_camera_they_describe(
    kind, mount, operator_type, faces, plates, bases
):
    answers = {
        "kind": kind,
        "mount": mount,
        "operator_type": operator_type,
        "face_recognition": faces,
        "plate_reading": plates,
    }
    claims = claims_of(dict(zip(answers, zip(answers.values(), bases, strict=True), strict=True)))
    told = told_by({key: value for key, (value, _) in claims.items()})
    assert told == {aspect: answer for aspect, answer in answers.items() if is_known(answer)}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("camera:type", "dome"),
        ("camera:direction", "N;90-120"),
        ("camera:mount", "wall"),
        ("operator:type", "police"),
        ("surveillance:type", "ALPR"),
        ("surveillance", "public"),
        ("height", "4"),
        ("man_made", "surveillance"),
        ("surveillance:type", "camera"),
        ("camera:type", "unknown"),
    ],
)
def test_closed_lists_and_numbers_may_be_claimed(key, value):
    assert claim_problem(key, value) == ""


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("operator", "Jo", "free text"),
        ("operator", "City Police", "free text"),
        ("ref", "7", "free text"),
        ("fixme", "look", "nothing of a camera"),
        ("colour", "red", "nothing of a camera"),
        ("colour", "unknown", "nothing of a camera"),
        ("camera:type", "spaceship", "spaceship"),
        ("camera:direction", "N;somewhere", "somewhere"),
        ("surveillance:type", "gunshot_detector", "is no camera"),
        ("camera:direction", ";".join(f"{n / 10}-{n}" for n in range(100, 200)), "longer"),
    ],
)
def test_what_may_not_be_claimed_is_told_so(key, value, said):
    problem = claim_problem(key, value)
    assert said in problem
    assert problem.endswith(".")
