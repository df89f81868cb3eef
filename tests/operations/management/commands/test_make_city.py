"""Tests of the command that makes the invented city."""

import pytest
from django.core.management import CommandError, call_command

from mapper.cameras.models import Camera
from mapper.operations.importing import INTERRUPTED
from mapper.operations.management.commands import make_city
from mapper.places.models import Ground, Street
from tests.factories.cameras import make_camera, make_event, make_source

pytestmark = pytest.mark.django_db
Printed = pytest.CaptureFixture[str]


def made(*options: str) -> None:
    """Make a small city."""
    call_command("make_city", "--cameras", "300", "--date", "2026-06-01", *options)


def test_it_makes_a_city_and_says_so(capsys: Printed) -> None:
    made()
    told = capsys.readouterr()
    assert "Made Lanternhithe (invented), as of 2026-06-01: 300 cameras, 2 streets" in told.out
    assert "Storing cameras: 300" in told.err
    assert Camera.objects.count() == 300
    assert Ground.objects.get().slug == "invented-city"


def test_streets_and_seed_may_be_said() -> None:
    made("--streets", "7", "--seed", "another")
    assert Street.objects.count() == 7
    first = Camera.objects.order_by("pk").first().location
    call_command("make_city", "--remove")
    made("--streets", "7")
    assert Camera.objects.order_by("pk").first().location != first


def test_it_removes_the_city_and_says_so(capsys: Printed) -> None:
    made()
    call_command("make_city", "--remove")
    assert "Removed Lanternhithe (invented): 300 cameras, 2 streets." in capsys.readouterr().out
    assert not Camera.objects.exists()
    call_command("make_city", "--remove")
    assert "There is no invented city to remove." in capsys.readouterr().out


def test_a_second_city_is_refused() -> None:
    made()
    with pytest.raises(CommandError, match="stands already"):
        made("--beside")
    assert Camera.objects.count() == 300


def test_real_cameras_are_kept_apart_unless_asked() -> None:
    make_event(make_camera(), source=make_source())
    with pytest.raises(CommandError, match="--beside"):
        made()
    assert Camera.objects.count() == 1
    made("--beside")
    assert Camera.objects.count() == 301


def test_the_demo_town_is_no_reason_against_it() -> None:
    call_command("load_demo")
    made()
    assert Ground.objects.count() == 2


@pytest.mark.parametrize(
    "options",
    [
        ["--cameras", "0"],
        ["--cameras", "-5"],
        ["--cameras", "10000001"],
        ["--cameras", "many"],
        ["--cameras", "²"],
        ["--cameras", "300", "--streets", "0"],
        ["--cameras", "300", "--streets", "100001"],
        ["--cameras", "300", "--date", "tomorrow"],
        ["--cameras", "300", "--remove"],
        [],
    ],
)
def test_what_makes_no_sense_is_refused_in_words(options: list[str]) -> None:
    with pytest.raises(CommandError, match=r"is no|not allowed|required"):
        call_command("make_city", *options)


@pytest.mark.parametrize(
    ("step", "options", "words"),
    [
        ("store_city", ["--cameras", "300"], "the database is as it was"),
        ("remove_city", ["--remove"], "run it again for the rest"),
    ],
)
def test_interrupted_it_says_what_that_means(
    step: str, options: list[str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(make_city, step, interrupted)
    with pytest.raises(CommandError, match=words) as refused:
        call_command("make_city", *options)
    assert refused.value.returncode == INTERRUPTED
