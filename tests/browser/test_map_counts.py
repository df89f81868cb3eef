"""Groups of cameras seen from far: none hides another's number, and none is lost."""

from typing import Any

import pytest
from playwright.sync_api import Page

JOIN = """async ({ module, groups }) => (await import(module)).joined(groups)"""


def group(count: int, x: float, y: float, world: float = 0.5) -> dict[str, float]:
    return {"count": count, "x": x, "y": y, "worldX": world + x / 10_000, "worldY": y / 10_000}


def joined(page: Page, *groups: dict[str, float]) -> list[dict[str, Any]]:
    page.goto("/")
    module = page.locator('link[href*="/camera-counts"]').first.get_attribute("href")
    found: list[dict[str, Any]] = page.evaluate(JOIN, {"module": module, "groups": list(groups)})
    return found


def test_four_around_the_corner_of_a_grid_are_one_group_in_their_middle(page: Page) -> None:
    (found,) = joined(
        page, group(100, 90, 90), group(100, 110, 90), group(100, 90, 110), group(100, 110, 110)
    )
    assert found["count"] == 400
    assert (found["x"], found["y"]) == pytest.approx((100, 100))
    assert found["worldX"] == pytest.approx(0.51)


def test_those_apart_stay_as_they_are(page: Page) -> None:
    groups = group(5, 0, 0), group(9, 64, 0)
    assert sorted(joined(page, *groups), key=lambda one: one["count"]) == list(groups)


def test_the_sides_of_the_date_line_stay_apart(page: Page) -> None:
    east, west = group(5, 100, 0, 0.98), group(9, 101, 0, -0.01)
    assert len(joined(page, east, west)) == 2
