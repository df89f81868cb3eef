"""The pages for what went wrong."""

import pytest
from django.core.exceptions import SuspiciousOperation
from django.db import OperationalError
from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import reverse

from mapper.pages.errors import bad_request, csrf_failure, not_found, server_error


def asked():
    return RequestFactory().get("/")


@pytest.mark.parametrize(
    ("page", "status", "words"),
    [
        (lambda: bad_request(asked(), SuspiciousOperation()), 400, "nothing of it was stored"),
        (lambda: not_found(asked(), Http404()), 404, "nothing at this address"),
        (lambda: server_error(asked()), 500, "our mistake"),
        (lambda: csrf_failure(asked(), "no cookie"), 403, "Please send that again"),
    ],
)
def test_each_says_what_happened_and_what_to_do_without_asking_the_database(page, status, words):
    answer = page()
    assert answer.status_code == status
    text = answer.content.decode()
    assert words in text
    assert f'href="{reverse("map")}"' in text


def test_an_unknown_address_gets_the_page(client):
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert "nothing at this address" in answer.content.decode()


def test_a_fault_of_ours_gets_the_page(client, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("a fault")

    monkeypatch.setattr("mapper.pages.sighting.uuid4", fail)
    client.raise_request_exception = False
    answer = client.get(reverse("report"))
    assert answer.status_code == 500
    assert "a fault" not in answer.content.decode()


def test_a_database_that_does_not_answer_is_no_fault_of_ours(client, monkeypatch):
    def give_up(*args, **kwargs):
        raise OperationalError("canceling statement due to statement timeout")

    monkeypatch.setattr("mapper.pages.sighting.uuid4", give_up)
    client.raise_request_exception = False
    answer = client.get(reverse("report"))
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    assert "again in a few seconds" in answer.content.decode()


def test_a_form_without_its_token_gets_the_page():
    answer = Client(enforce_csrf_checks=True).post(reverse("report"), {"latitude": "1"})
    assert answer.status_code == 403
    assert "Please send that again" in answer.content.decode()


def test_a_form_with_too_many_fields_gets_the_page(client):
    answer = client.post(reverse("report"), {f"field-{number}": "1" for number in range(300)})
    assert answer.status_code == 400
    assert "nothing of it was stored" in answer.content.decode()
