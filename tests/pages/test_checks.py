"""The map asks no server but ours for its ground, unless the operator named one."""

from typing import Any

import pytest
from django.core.checks import run_checks

OUTSIDE = "https://tiles.example/{z}/{x}/{y}.png"
LAYER = ("Streets", OUTSIDE, {})


def complaints() -> list[str]:
    return [str(message.id) for message in run_checks() if str(message.id).startswith("pages.")]


def test_our_own_settings_pass() -> None:
    assert complaints() == []


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({}, ["pages.E001"]),
        ({"TILES": OUTSIDE}, ["pages.E002"]),
        ({"TILES": [LAYER]}, ["pages.E002"]),
        ({"TILES": [LAYER], "OVERLAYS": [LAYER]}, ["pages.E002", "pages.E002"]),
        ({"TILES": [("Ours", "/tiles/{z}/{x}/{y}.png", {})]}, []),
    ],
)
def test_an_outside_layer_is_refused(settings, config: dict[str, Any], expected: list[str]) -> None:
    settings.LEAFLET_CONFIG = config
    assert complaints() == expected


@pytest.mark.parametrize(
    ("named", "expected"),
    [(OUTSIDE, []), ("https://other.example/{z}/{x}/{y}.png", ["pages.E002"])],
)
def test_only_the_origin_that_was_named_is_let_in(
    settings, named: str, expected: list[str]
) -> None:
    settings.LEAFLET_CONFIG = {"TILES": [LAYER]}
    settings.RASTER_TEMPLATE = named
    assert complaints() == expected
