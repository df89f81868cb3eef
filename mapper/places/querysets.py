"""Named, chainable questions about places and the ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapper.spatial.querysets import InBoxQuerySet

if TYPE_CHECKING:  # the types these querysets are of
    from mapper.places.models import (  # noqa: F401
        Building,
        GroundArea,
        Label,
        Place,
        Street,
    )


class PlaceQuerySet(InBoxQuerySet["Place"]):
    """Countries, cities, wards ..."""


class StreetQuerySet(InBoxQuerySet["Street"]):
    """Ways people go along."""


class BuildingQuerySet(InBoxQuerySet["Building"]):
    """Outlines of buildings."""


class GroundAreaQuerySet(InBoxQuerySet["GroundArea"]):
    """What covers the ground."""


class LabelQuerySet(InBoxQuerySet["Label"]):
    """Names of settlements."""
