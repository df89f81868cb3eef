"""Whatever is sent to whatever address, the answer is ours: no 5xx, ever."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from mapper.wsgi import application
from tests.factories.cameras import make_camera, make_event, make_home_camera, make_record
from tests.factories.places import make_area, make_building, make_label, make_place, make_street
from tests.repository.test_docs import addresses

pytestmark = pytest.mark.django_db


def cases(number: int) -> settings:
    """So many cases, the same in every run."""
    # Of what does not fit a number in an address, most is left out: it would be another address.
    unhurried = [
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
    ]
    return settings(
        max_examples=number, derandomize=True, deadline=None, suppress_health_check=unhurried
    )


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """Keep the test's transaction, which a request would end by closing what it finds open."""
    ends = (request_started, request_finished)
    for signal in ends:
        signal.disconnect(close_old_connections)
    yield
    for signal in ends:
        signal.connect(close_old_connections)


@pytest.fixture(autouse=True)
def _town(db: None) -> None:
    """One of everything."""
    camera = make_camera(facings=[{"bearing": 45.0, "opening": None}])
    make_record(camera)
    make_event(camera)
    make_home_camera()
    for make in (make_street, make_building, make_area, make_place, make_label):
        make()


ODD = st.sampled_from(
    [
        *("", "0", "-1", "1.5", "1e999", "nan", "inf", "9" * 30, "9" * 5000, "٣", "%00", "\0"),
        *("'", '"><script>', "../../etc/passwd", "é", "🎥", "null", "true", "[]", "{}"),
        *("24,60,25,61", "25,60,24,61", "0,0,0,0", "1,2,3", "181,0,182,1", "nan,nan,nan,nan"),
        *("dome", "dome,fixed", "private_home", "stale", "yes", "older", "MTA", "list", "-seen"),
        *("24.94", "60.17", "2026-09-01", "0000-00-00", "testing"),
    ]
)
VALUE = ODD | st.text(max_size=12) | st.integers().map(str) | st.floats().map(str)
NAME = st.sampled_from(
    [
        *("kind", "operator_type", "state", "face_recognition", "plate_reading", "age"),
        *(
            "bbox",
            "datetime",
            "limit",
            "cursor",
            "q",
            "near",
            "v",
            "part",
            "sort",
            "after",
            "lat",
            "lon",
        ),
    ]
)
METHOD = st.sampled_from(["GET", "GET", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
PAIRS = st.lists(st.tuples(NAME | st.text(max_size=5), VALUE), max_size=4)


@st.composite
def requests(draw: st.DrawFn) -> tuple[str, str, list[tuple[str, str]]]:
    """A method, an address whose parts are filled with anything, and a query."""
    path = draw(st.sampled_from(sorted(set(addresses()))))
    while "{" in path:
        before, _, rest = path.partition("{")
        part = draw(st.integers(0, 20).map(str) | VALUE)
        path = before + quote(part, safe="/") + rest.partition("}")[2]
    return draw(METHOD), path, draw(PAIRS)


def answered(method: str, path: str, pairs: list[tuple[str, str]]) -> int:
    """The status of the answer, as a stranger gets it."""
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    address = f"{path}?{urlencode(pairs)}" if pairs else path
    return client.generic(method, address, data=urlencode(pairs)).status_code


@cases(300)
@given(requests())
def test_no_request_is_our_fault(request: tuple[str, str, list[tuple[str, str]]]) -> None:
    assert answered(*request) < 500


@pytest.mark.drills
@cases(5_000)
@given(requests())
def test_none_of_thousands_is_our_fault(request: tuple[str, str, list[tuple[str, str]]]) -> None:
    assert answered(*request) < 500


SCHEMA = schemathesis.openapi.from_wsgi("/api/openapi.json", application)
OPERATIONS = {found.ok().label: found.ok() for found in SCHEMA.get_all_operations()}
# An address without parameters cannot be asked badly.
WAYS = [
    (label, mode)
    for label, operation in OPERATIONS.items()
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or any(operation.iter_parameters())
]


def keep_the_word(label: str, mode: GenerationMode, number: int) -> None:
    """Send so many good or bad requests; every answer must be as the OpenAPI document says."""

    @cases(number)
    @given(OPERATIONS[label].as_strategy(generation_mode=mode))
    def answer_is_as_described(case: schemathesis.Case[Any]) -> None:
        # Its client unpacks nothing. That a text is no box is not to be said in a schema, and an
        # empty filter, as a form sends it, is no fault: what is refused is tested in tests/api.
        case.call_and_validate(
            headers={"Accept-Encoding": "identity"},
            excluded_checks=[positive_data_acceptance, negative_data_rejection],
        )

    answer_is_as_described()


@pytest.mark.parametrize(("label", "mode"), WAYS)
def test_the_interface_keeps_its_word(label: str, mode: GenerationMode) -> None:
    keep_the_word(label, mode, 10)


@pytest.mark.drills
@pytest.mark.parametrize(("label", "mode"), WAYS)
def test_the_interface_keeps_its_word_again_and_again(label: str, mode: GenerationMode) -> None:
    keep_the_word(label, mode, 300)
