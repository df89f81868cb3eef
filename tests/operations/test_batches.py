"""A table is gone through in rising order, some rows at a time."""

import pytest

from mapper.cameras.models import Camera
from mapper.operations.batches import id_batches
from mapper.settings import limits
from tests.factories.cameras import make_camera

pytestmark = pytest.mark.django_db


def test_every_row_comes_once(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(limits, "REBUILD_ROWS", 2)
    ids = [make_camera().pk for _ in range(5)]
    with django_assert_num_queries(4):
        batches = list(id_batches(Camera))
    assert batches == [ids[:2], ids[2:4], ids[4:]]


def test_an_empty_table_has_no_batch():
    assert list(id_batches(Camera)) == []
