"""Tests of the command that loads the demo town."""

import pytest
from django.core.management import call_command

from mapper.cameras.models import Camera
from mapper.places.models import Ground


@pytest.mark.django_db
def test_it_loads_the_town_and_says_so_and_then_changes_nothing(capsys: pytest.CaptureFixture[str]):
    call_command("load_demo")
    assert "Loaded Thistlequay (invented): 7 places" in capsys.readouterr().out
    assert Ground.objects.get().slug == "demo"
    cameras = Camera.objects.count()
    call_command("load_demo")
    assert "stands already; nothing was changed" in capsys.readouterr().out
    assert Camera.objects.count() == cameras
