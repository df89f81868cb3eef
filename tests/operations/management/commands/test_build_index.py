"""The command that sorts a city's cameras before the site starts."""

import pytest
from django.core.management import call_command

from mapper.cameras.changes import noted_as_many
from mapper.settings import limits
from mapper.tiles.index.building import index_folder
from mapper.tiles.index.files import index_path
from tests.factories.cameras import make_camera

pytestmark = pytest.mark.django_db(transaction=True)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    call_command("build_index")
    return capsys.readouterr().out


def test_few_cameras_need_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    make_camera()
    assert "each process reads them for itself" in said(capsys)
    assert not index_path(index_folder()).exists()


def test_a_city_s_are_sorted_and_then_only_what_changed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "INDEX_OWN_CAMERAS", 1)
    for _ in range(3):
        make_camera()
    assert said(capsys).startswith("3 cameras are sorted")
    made = index_path(index_folder()).stat().st_ino
    assert said(capsys).startswith("3 cameras")
    assert index_path(index_folder()).stat().st_ino == made
    make_camera()
    assert said(capsys).startswith("4 cameras")
    with noted_as_many():
        make_camera()
    assert said(capsys).startswith("5 cameras")
