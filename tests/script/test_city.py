"""What the city's benchmark rests on without a database: places, figures, and what is promised."""

import json
from pathlib import Path

import numpy as np
import pytest
import shapely

from script.benchmarks import city
from script.benchmarks.city import goals
from script.benchmarks.city.asked_places import box_around, tile_of
from script.benchmarks.city.filled_city import SMALL, WHOLE, EmbeddedCity
from script.benchmarks.city.load import Answers, median_of
from script.benchmarks.city.wards import wards_over
from script.benchmarks.measure import Ratio
from tests.running_database import Cluster


def test_a_place_is_in_one_tile_of_a_zoom() -> None:
    assert tile_of((106.55, 29.56), 0) == {"z": 0, "x": 0, "y": 0}
    assert tile_of((-0.001, 0.001), 1) == {"z": 1, "x": 0, "y": 0}
    assert tile_of((0.001, -0.001), 1) == {"z": 1, "x": 1, "y": 1}


def test_a_box_reaches_as_far_to_every_side() -> None:
    box = box_around((10.0, 20.0), (2.0, 1.0))
    assert box == {"west": 8.0, "south": 19.0, "east": 12.0, "north": 21.0}


def test_every_figure_has_its_own_median() -> None:
    rounds = [Answers(9, 0.1, 9.0, 1e3), Answers(300, 0.3, 1.0, 3e3), Answers(20, 0.2, 5.0, 2e3)]
    assert median_of(rounds) == Answers(20, 0.2, 5.0, 2e3)
    assert str(median_of(rounds)) == "20/s, p50 200 ms, p99 5 s, 2 kB"


def test_wards_share_out_the_ground_and_have_ninety_corners() -> None:
    wards = wards_over(np.random.default_rng(2).normal((106.5, 29.5), 0.2, (5_000, 2)))
    assert len(wards) == 1_000
    assert shapely.is_valid(wards).all()
    assert set((shapely.get_num_coordinates(wards) - 1).tolist()) == {90}
    together = shapely.area(shapely.union_all(wards))
    assert together == pytest.approx(shapely.area(wards).sum())


def test_goals_are_for_the_whole_city_alone() -> None:
    race = Ratio("street tiles, against django-vectortiles", 1.0, "them", 10.0, 0.0)
    assert goals.judged(race, WHOLE).at_least == 9.0
    assert goals.judged(race, WHOLE - 1).at_least == 0.0


def test_the_small_edition_may_lose_a_third(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded = tmp_path / "baselines.json"
    recorded.write_text(json.dumps({"race": {"speed": 3.0, "because": "it was so"}}))
    monkeypatch.setattr(goals, "_BASELINES", recorded)
    assert goals.judged(Ratio("race", 1.0, "them", 2.1, 0.0), SMALL).is_kept
    assert not goals.judged(Ratio("race", 1.0, "them", 1.9, 0.0), SMALL).is_kept


def test_every_baseline_says_why() -> None:
    recorded = json.loads(goals._BASELINES.read_text())
    assert all(entry["because"] and entry["speed"] > 0 for entry in recorded.values())


def test_results_of_another_size_are_kept_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAPPER_BENCH_CAMERAS", raising=False)
    assert city.edition() == ""
    monkeypatch.setenv("MAPPER_BENCH_CAMERAS", "100000")
    assert city.edition() == "-100000"


def test_a_city_on_spatialite_has_its_file_in_its_folder(tmp_path: Path) -> None:
    city = EmbeddedCity(Cluster(tmp_path), SMALL, tmp_path)
    assert city.variables["MAPPER_DATABASE_URL"] == f"spatialite:///{tmp_path}/mapper.sqlite3"
    assert city.variables["MAPPER_VAR_DIR"] == str(tmp_path)


def test_what_is_promised_on_spatialite_is_promised_on_postgis() -> None:
    here = ", on SpatiaLite"
    promised = [name.removesuffix(here) for name in goals.GOALS if name.endswith(here)]
    assert promised
    assert set(promised) <= set(goals.GOALS)
