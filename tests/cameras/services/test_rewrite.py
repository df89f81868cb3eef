"""Fields of stored rows are rewritten, the named ones alone."""

import pytest

from mapper.cameras.models import Camera
from mapper.cameras.services.rewrite import rewrite
from mapper.vocabulary import Kind
from tests.factories.cameras import make_camera

pytestmark = pytest.mark.django_db


def test_named_fields_are_written_and_others_left(django_assert_num_queries):
    cameras = [make_camera(ref="A"), make_camera(ref="B")]
    for camera in cameras:
        camera.kind, camera.ref = Kind.DOME, "lost"
    with django_assert_num_queries(1):
        rewrite(cameras, ["kind"])
    assert list(Camera.objects.order_by("pk").values_list("kind", "ref")) == [
        ("dome", "A"),
        ("dome", "B"),
    ]


def test_of_one_row_too_only_the_named_field_is_written(django_assert_num_queries):
    camera = make_camera(ref="A")
    camera.kind, camera.ref = Kind.DOME, "lost"
    with django_assert_num_queries(1):
        rewrite([camera], ["kind"])
    camera.refresh_from_db()
    assert (camera.kind, camera.ref) == ("dome", "A")


def test_no_rows_ask_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        rewrite([], ["kind"])
