"""Named, chainable questions about places and the ground."""

from __future__ import annotations

from mapper.spatial.querysets import InBoxQuerySet


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
