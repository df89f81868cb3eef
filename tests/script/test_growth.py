"""The benchmark of growth, with cities of a few thousand cameras."""

import numpy as np
import pytest

from script.benchmarks import growth


@pytest.fixture
def city(monkeypatch: pytest.MonkeyPatch) -> tuple[np.ndarray, np.ndarray]:
    monkeypatch.setattr(growth, "CITY", 3_000)
    return growth.one_city()


def test_there_are_as_many_cameras_as_asked_for_and_no_two_cities_on_one_place(city) -> None:
    for size in (500, 3_000, 7_000):
        columns = growth.unsorted(size, city)
        assert {len(column) for column in columns.values()} == {size}
        distinct = len(np.unique(city[0]))
        assert len(np.unique(columns["codes"])) <= size
        if size > 3_000:
            assert len(np.unique(columns["codes"])) > distinct * 2


def test_every_size_is_measured(city, monkeypatch, capsys) -> None:
    monkeypatch.setattr(growth, "SIZES", [1_000, 3_000, 6_000])
    monkeypatch.setattr(growth, "MOST", 6_000)
    ratios = list(growth.run())
    assert [ratio.at_least for ratio in ratios] == [1.0, *[growth.AS_FAST] * 3]
    assert all(ratio.ours_s > 0 and ratio.yardstick_s > 0 for ratio in ratios)
    assert capsys.readouterr().out.count("built") == 3
