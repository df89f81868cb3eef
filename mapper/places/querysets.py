"""Named, chainable questions about places and the ground."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Self, cast

from django.db.models import Exists, Model, OuterRef, QuerySet, Subquery

from mapper.spatial.querysets import InBoxQuerySet
from mapper.vocabulary import StreetClass

if TYPE_CHECKING:  # the types these querysets are of
    from mapper.places.models import (  # noqa: F401
        Building,
        Ground,
        GroundArea,
        Label,
        Place,
        SensitivePlace,
        Street,
    )


class GroundQuerySet(InBoxQuerySet["Ground"]):
    """Imports of ground."""

    def current(self) -> Self:
        """Those that no newer boundaries have replaced."""
        return self.filter(retired_on__isnull=True)

    def with_streets(self) -> Self:
        """Those that brought streets along."""
        streets = self.model._meta.get_field("streets").related_model
        return self.filter(Exists(streets._default_manager.filter(ground=OuterRef("pk"))))

    def version(self) -> str:
        """Name the state of everything drawn: another name after every import; one query."""
        newest = {
            f"newest_{name}": Subquery(self._newest(name))
            for name in ("places", "streets", "buildings", "areas", "labels")
        }
        grounds = self.annotate(**newest).order_by("pk")
        state = grounds.values_list("pk", "slug", "vintage_on", "revision", *newest)
        return blake2b(repr(list(state)).encode(), digest_size=8).hexdigest()

    def _newest(self, name: str) -> QuerySet[Model, dict[str, int]]:
        """The highest number among all rows of one kind of ground, from its key."""
        rows = cast("type[Model]", self.model._meta.get_field(name).related_model)
        return rows._default_manager.order_by("-pk").values("pk")[:1]


class PlaceQuerySet(InBoxQuerySet["Place"]):
    """Countries, cities, wards ..."""

    def current(self) -> Self:
        """Those whose boundaries no newer ones have replaced."""
        return self.filter(ground__retired_on__isnull=True)


class StreetQuerySet(InBoxQuerySet["Street"]):
    """Ways people go along, and rails."""

    def ways(self) -> Self:
        """All but rails."""
        return self.filter(street_class__in=[one for one in StreetClass if one.is_walked_or_driven])

    def public_ways(self) -> Self:
        """Those that are for everybody."""
        return self.filter(street_class__in=[one for one in StreetClass if one.is_public])


class BuildingQuerySet(InBoxQuerySet["Building"]):
    """Outlines of buildings."""


class SensitivePlaceQuerySet(InBoxQuerySet["SensitivePlace"]):
    """Schools, clinics, places of worship, polling places."""


class GroundAreaQuerySet(InBoxQuerySet["GroundArea"]):
    """What covers the ground."""


class LabelQuerySet(InBoxQuerySet["Label"]):
    """Names of settlements."""
