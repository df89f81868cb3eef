"""The command that works out anew what follows, or checks that it is so."""

import pytest
from django.core.management import CommandError, call_command

from mapper.cameras.models import Camera
from mapper.contributors.models import Contributor
from mapper.vocabulary import Basis, Kind
from tests.factories.cameras import make_camera, make_home_camera
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db


@pytest.fixture
def altered():
    """A camera that is stored as something else than anybody said, and standing nobody gave."""
    camera = make_camera(kind=Kind.DOME, operator_type="unknown")
    make_sighting(
        camera,
        {"camera:type": ("fixed", Basis.SAW)},
        contributor=make_contributor(has_standing=True),
    )
    return camera


def test_a_check_says_what_differs_and_changes_nothing(altered, capsys):
    with pytest.raises(CommandError, match="2 rows not as they follow") as failed:
        call_command("rebuild", "--check")
    assert failed.value.returncode == 1
    told = capsys.readouterr().out
    assert f"contributor {Contributor.objects.get().pk}: has_standing is True and should be" in told
    assert f"camera {altered.pk}: kind is dome and should be fixed\n" in told
    assert Camera.objects.get().kind == Kind.DOME
    assert Contributor.objects.get().has_standing


def test_a_rebuild_mends_it(altered, capsys):
    call_command("rebuild")
    assert "2 rows mended." in capsys.readouterr().out
    assert Camera.objects.get().kind == Kind.FIXED
    call_command("rebuild", "--check")
    captured = capsys.readouterr()
    assert captured.out == "Everything is as it follows.\n"
    assert "Looking at cameras: 1" in captured.err


def test_where_a_private_home_is_is_not_printed(capsys):
    camera = make_home_camera()
    make_sighting(camera, {"operator:type": ("private_home", Basis.SAW)}, location="POINT(25 60)")
    with pytest.raises(CommandError, match="1 row not"):
        call_command("rebuild", "--check")
    told = capsys.readouterr().out
    assert f"camera {camera.pk}: kind, location, home_cell differ" in told
    assert "60" not in told.replace(f"camera {camera.pk}", "")


def test_where_a_camera_moved_is_said(capsys):
    camera = make_camera(kind="unknown", operator_type="unknown")
    make_sighting(camera, location="POINT(25 60)")
    call_command("rebuild")
    assert "location is (24.94, 60.17) and should be (25.0, 60.0)" in capsys.readouterr().out
