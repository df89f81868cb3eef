"""Operators are found by name, and made once where they are new."""

import pytest

from mapper.cameras.models import Operator
from mapper.cameras.services.operators import operators_named
from mapper.vocabulary import OperatorType, read_tags

pytestmark = pytest.mark.django_db


def reading(name, kind="public"):
    return read_tags({"man_made": "surveillance", "operator": name, "operator:type": kind})


def test_known_and_new_operators_are_found_by_name():
    known = Operator.objects.create(name="Tram Works")
    found = operators_named([reading("Tram Works"), reading("Harbour"), read_tags({})])
    assert found.keys() == {"Tram Works", "Harbour"}
    assert found["Tram Works"].pk == known.pk
    assert Operator.objects.count() == 2


def test_a_new_operator_is_of_the_type_first_told():
    operators_named([reading("Harbour", "business"), reading("Harbour", "public")])
    assert Operator.objects.get().operator_type == OperatorType.BUSINESS


def test_three_queries_however_many_operators(django_assert_num_queries):
    with django_assert_num_queries(3):
        operators_named([reading(f"Office {number}") for number in range(30)])


def test_an_operator_that_somebody_else_named_meanwhile_is_taken(monkeypatch):
    first = Operator.objects.create(name="Harbour")
    answers = iter([{}, {"Harbour": first}])
    monkeypatch.setattr(Operator.objects, "in_bulk", lambda *args, **kwargs: next(answers))
    assert operators_named([reading("Harbour")]) == {"Harbour": first}
    assert Operator.objects.count() == 1
