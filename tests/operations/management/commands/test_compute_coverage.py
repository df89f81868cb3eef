"""The command that computes coverage."""

from typing import Any

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from mapper.coverage.figures import figures_of
from mapper.coverage.models import CoverageCell
from mapper.operations import coverage_work
from mapper.operations.management.commands import compute_coverage
from mapper.places.models import Place
from tests.factories.cameras import HERE, make_camera, make_event
from tests.factories.places import around, make_place, make_street
from tests.factories.towns import Town, all_figures, assert_same_figures

pytestmark = pytest.mark.django_db


def run(*options: str) -> None:
    call_command("compute_coverage", "--workers", "1", *options)


def test_it_computes_what_is_due_and_then_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Town(np.random.default_rng(1)).build(10)
    run()
    first = capsys.readouterr()
    cells = CoverageCell.objects.count()
    assert f"{cells} cells computed, 2 places summed." in first.out
    assert "Computing cells: " in first.err
    run()
    assert "0 cells computed, 2 places summed." in capsys.readouterr().out
    run("--all")
    assert f"{cells} cells computed" in capsys.readouterr().out
    assert all(figures_of(place) for place in Place.objects.all())


def test_an_import_makes_cells_due_and_an_event_those_it_concerns(
    capsys: pytest.CaptureFixture[str],
) -> None:
    make_street()
    run()
    make_event(make_camera())
    run()
    assert CoverageCell.objects.filter(inputs="").count() == 0
    make_street("Another")
    capsys.readouterr()
    run()
    assert "0 cells" not in capsys.readouterr().out


def test_one_place_alone(capsys: pytest.CaptureFixture[str]) -> None:
    make_street()
    make_street("Far", line=[(1.0, 1.0), (1.0, 1.001)])
    make_place(corners=around(), slug="here")
    run("--place", "here")
    assert "1 cell computed, 1 place summed." in capsys.readouterr().out
    assert CoverageCell.objects.count() == 1
    assert figures_of(Place.objects.get()).public.length_m > 0


def test_without_streets_and_cameras_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    run()
    assert "There is no street and no camera" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--place", "nowhere"], "no place “nowhere”"),
        (["--workers", "-1"], "At least one process"),
    ],
)
def test_what_cannot_be_done_is_said(options: list[str], words: str) -> None:
    with pytest.raises(CommandError, match=words):
        call_command("compute_coverage", *options)


def test_without_distributed_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(coverage_work, "import_module", absent)
    with pytest.raises(CommandError, match="uv pip install"):
        call_command("compute_coverage", "--scheduler", "tcp://127.0.0.1:1")


def test_interrupted_it_leaves_whole_cells_and_goes_on_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Town(np.random.default_rng(2)).build(10)
    run()
    expected = all_figures()
    CoverageCell.objects.all().delete()

    def interrupted(blocks: Any, day: Any) -> Any:
        for cell in blocks[0][:3]:
            yield coverage_work.computed_elsewhere([cell], day)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(compute_coverage, "here", interrupted)
        with pytest.raises(CommandError, match="whole cells are stored") as refused:
            run()
    assert refused.value.returncode == 130
    assert CoverageCell.objects.count() > 0
    run()
    assert_same_figures(all_figures(), expected)


def test_cameras_at_the_edge_have_cells() -> None:
    make_camera(*HERE)
    run()
    assert CoverageCell.objects.count() == 1
