"""The command that puts all tiles into one file."""

from datetime import date
from gzip import decompress
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pmtiles.reader import MmapSource, all_tiles

from mapper.operations.management.commands import export_tiles
from tests.factories.cameras import make_camera, make_home_camera
from tests.tiles.reading import read

pytestmark = pytest.mark.django_db


def test_it_holds_what_may_be_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = make_camera()
    make_camera(hidden_on=date(2026, 9, 1))
    make_home_camera()
    path = tmp_path / "cameras.pmtiles"
    call_command("export_tiles", str(path), "--deepest", "8")
    assert f"are in {path}." in capsys.readouterr().out
    with path.open("rb") as file:
        tiles = [read(decompress(content)) for _, content in all_tiles(MmapSource(file))]
    for layers in tiles:
        assert {feature["id"] for feature in layers.get("cameras", [])} <= {shown.pk}
        assert {feature["properties"]["count"] for feature in layers.get("homes", [])} <= {1}


def test_without_cameras_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no camera"):
        call_command("export_tiles", str(tmp_path / "cameras.pmtiles"))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    make_camera()
    with pytest.raises(CommandError, match="cannot be written: No such file"):
        call_command("export_tiles", str(tmp_path / "missing" / "cameras.pmtiles"))


def test_ctrl_c_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_camera()

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(export_tiles, "write_archive", interrupted)
    with pytest.raises(CommandError, match="as it was") as error:
        call_command("export_tiles", str(tmp_path / "cameras.pmtiles"))
    assert error.value.returncode == 130
