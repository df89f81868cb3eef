"""Who is answered from a replica, what a writer is given, and a replica that goes away."""

import pytest
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import ResolverMatch

from mapper.replicas.asked import asked_replica, read_from_primary, reading_from
from mapper.replicas.reading import COOKIE, ReadFromReplicas, may_be_behind
from mapper.settings import limits

ask = RequestFactory()


class Known:
    """Standbys of which one is always fresh."""

    def __init__(self) -> None:
        self.left_alone: list[str] = []

    def in_turn(self) -> str:
        """The one."""
        return "replica_1"

    def leave_alone(self, alias: str) -> None:
        """Note it."""
        self.left_alone.append(alias)


class Connection:
    """A connection that may have broken."""

    def __init__(self, *, usable: bool) -> None:
        self.usable = usable

    def is_usable(self) -> bool:
        """Whether it has not."""
        return self.usable

    def close(self) -> None:
        """Do nothing."""


@pytest.fixture
def known(monkeypatch) -> Known:
    one = Known()
    monkeypatch.setattr("mapper.replicas.reading.standbys", lambda: one)
    return one


def told_replica(request: HttpRequest) -> HttpResponse:
    return HttpResponse(asked_replica())


def answered(request: HttpRequest, status: int = 200) -> HttpResponse:
    def told(request: HttpRequest) -> HttpResponse:
        return HttpResponse(asked_replica() or "primary", status=status)

    answer = ReadFromReplicas(told)(request)
    assert isinstance(answer, HttpResponse)
    return answer


def carrying(name: str, value: str = "1") -> HttpRequest:
    request = ask.get("/")
    request.COOKIES[name] = value
    return request


@pytest.mark.parametrize("request_", [ask.get("/"), ask.head("/cameras/")])
def test_who_only_reads_is_answered_from_a_replica(request_) -> None:
    assert may_be_behind(request_)


@pytest.mark.parametrize(
    "request_",
    [
        ask.post("/report/"),
        ask.delete("/api/contributor"),
        ask.options("/"),
        ask.get("/api/contributor", headers={"Authorization": "Contributor key"}),
        carrying(COOKIE),
        carrying("sessionid", "a moderator's"),
    ],
)
def test_who_writes_wrote_moderates_or_shows_a_key_is_not(request_) -> None:
    assert not may_be_behind(request_)


def test_a_replica_is_for_one_answer(known) -> None:
    assert answered(ask.get("/")).content == b"replica_1"
    assert asked_replica() is None
    assert answered(ask.post("/")).content == b"primary"


def test_a_writer_is_given_a_cookie_that_says_nothing_of_her(known) -> None:
    cookie = answered(ask.post("/report/")).cookies[COOKIE]
    assert cookie.value == "1"
    assert cookie["max-age"] == limits.WRITER_ON_PRIMARY_S
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")


@pytest.mark.parametrize(("request_", "status"), [(ask.get("/"), 200), (ask.post("/"), 409)])
def test_who_wrote_nothing_is_given_none(known, request_, status) -> None:
    assert COOKIE not in answered(request_, status).cookies


def failed(monkeypatch, error: Exception, *, usable: bool) -> HttpResponse | None:
    """What comes of an error in the middle of an answer from a replica."""
    request = ask.get("/")
    request.resolver_match = ResolverMatch(answered_by_primary, (), {})
    named = {"replica_1": Connection(usable=usable)}
    monkeypatch.setattr("mapper.replicas.reading.connections", named)
    with reading_from("replica_1"):
        return ReadFromReplicas(told_replica).process_exception(request, error)


def answered_by_primary(request: HttpRequest) -> HttpResponse:
    return HttpResponse(asked_replica() or "primary")


def test_where_a_replica_goes_away_the_primary_answers_and_it_is_left_alone(
    known, monkeypatch
) -> None:
    answer = failed(monkeypatch, OperationalError("gone"), usable=False)
    assert answer is not None
    assert answer.content == b"primary"
    assert known.left_alone == ["replica_1"]


def test_a_statement_that_was_in_the_way_is_asked_of_the_primary_once(known, monkeypatch) -> None:
    answer = failed(monkeypatch, OperationalError("conflict with recovery"), usable=True)
    assert answer is not None
    assert known.left_alone == []


def test_another_error_is_not_the_replicas(known, monkeypatch) -> None:
    assert failed(monkeypatch, Http404(), usable=True) is None


def test_an_error_of_the_primary_stays_one(known) -> None:
    request = ask.get("/")
    with reading_from("replica_1"):
        read_from_primary()
        answer = ReadFromReplicas(told_replica).process_exception(request, OperationalError("gone"))
    assert answer is None
