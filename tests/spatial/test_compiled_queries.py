"""A query compiled once gives what the query itself gives, whatever it is asked with."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection
from django.db.models import BigIntegerField, CharField, DateField, Q
from django.test.utils import CaptureQueriesContext

from mapper.cameras.models import Camera
from mapper.geometry import Box
from mapper.spatial.compiled_queries import CompiledQuery, Given, OfOneOrMany
from tests.factories.cameras import make_camera, make_operator

pytestmark = pytest.mark.django_db

HERE = Box(24.93, 60.16, 24.95, 60.18)


def test_it_gives_rows_with_what_belongs_to_them() -> None:
    camera = make_camera(operator=make_operator("Metro"))
    make_camera()
    with_operator = CompiledQuery(
        lambda: Camera.objects.filter(pk=Given("pk", BigIntegerField())).select_related("operator")
    )
    with CaptureQueriesContext(connection) as asked:
        (found,) = with_operator.rows(pk=camera.pk)
        assert found.operator is not None
        assert (found, found.operator.name) == (camera, "Metro")
    assert len(asked) == 1
    assert found.location.coords == camera.location.coords
    assert found.facings == camera.facings


def test_each_asking_has_its_own_values() -> None:
    first, second = make_camera(), make_camera()
    numbered = CompiledQuery(
        lambda: Camera.objects.filter(pk=Given("pk", BigIntegerField())).values_list("pk", "kind")
    )
    assert numbered.rows(pk=first.pk) == [(first.pk, first.kind)]
    assert numbered.rows(pk=second.pk) == [(second.pk, second.kind)]
    assert numbered.rows(pk=first.pk + second.pk) == []


def test_a_value_may_stand_in_it_twice() -> None:
    make_camera(first_seen_on=date(2026, 3, 1), last_seen_on=date(2026, 5, 1))
    day = Given("day", DateField())
    known_on = CompiledQuery(
        lambda: Camera.objects.filter(first_seen_on__lte=day, last_seen_on__gte=day).values_list(
            "state", flat=True
        )
    )
    assert len(known_on.rows(day=date(2026, 4, 1))) == 1
    assert known_on.rows(day=date(2026, 6, 1)) == []


def test_what_the_query_says_itself_stays() -> None:
    make_camera(kind="dome", mount="pole")
    make_camera(kind="fixed", mount="pole")
    domes = CompiledQuery(
        lambda: Camera.objects.filter(kind="dome", mount=Given("mount", CharField())).values_list(
            "kind", flat=True
        )[:5]
    )
    assert domes.rows(mount="pole") == ["dome"]


@pytest.mark.parametrize(
    ("box", "found"),
    [(HERE, True), (Box(24.0, 60.0, 24.1, 60.1), False), (Box(-180, -90, 180, 90), True)],
    ids=["around", "elsewhere", "world"],
)
def test_a_box_is_given_like_any_value(box: Box, *, found: bool) -> None:
    make_camera(lon=24.94, lat=60.17)
    inside = CompiledQuery(lambda: Camera.objects.in_given_box("box").values_list("pk", flat=True))
    assert bool(inside.rows(box=box)) is found
    assert inside.rows(box=box) == list(Camera.objects.in_box(box).values_list("pk", flat=True))


def test_one_and_many_give_the_same() -> None:
    cameras = [make_camera() for _ in range(3)]
    of = OfOneOrMany("pk", lambda ones: Camera.objects.filter(ones, Q(hidden_on=None)))
    assert of.rows([cameras[1].pk]) == [cameras[1]]
    assert set(of.rows([one.pk for one in cameras])) == set(cameras)
    assert of.rows([]) == []


@pytest.mark.django_db(transaction=True)
def test_threads_do_not_mix_what_they_ask() -> None:
    numbers = [make_camera().pk for _ in range(8)]
    same = CompiledQuery(
        lambda: Camera.objects.filter(pk=Given("pk", BigIntegerField())).values_list(
            "pk", flat=True
        )
    )

    def ask(pk: int) -> list[list[int]]:
        try:
            return [same.rows(pk=pk) for _ in range(25)]
        finally:
            connection.close()

    with ThreadPoolExecutor(len(numbers)) as threads:
        for pk, answers in zip(numbers, threads.map(ask, numbers), strict=True):
            assert answers == [[pk]] * 25
