"""What goes wrong is answered with problem details."""

import pytest
from django.test import Client
from ninja import NinjaAPI
from ninja.errors import HttpError

from mapper.api.problems import answer_problems, problem

FIELDS = "&".join(f"kind=dome{number}" for number in range(300))


def test_a_problem_says_what_was_wrong() -> None:
    answer = problem(404, "Nothing here.")
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/api/nothing", "/api/cameras/one", "/api/docs", "/api/a/b%0Ac"])
def test_an_unknown_address_is_a_problem(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.json()["title"] == "Not Found"


def test_a_query_of_endless_fields_is_a_problem(client: Client) -> None:
    answer = client.get(f"/api/cameras/counts?{FIELDS}")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_a_refusal_by_ninja_itself_is_a_problem() -> None:
    api = NinjaAPI(urls_namespace="refusal")
    answer_problems(api)
    answer = api.on_exception(None, HttpError(403, "No."))
    assert answer.status_code == 403
    assert answer["Content-Type"] == "application/problem+json"
