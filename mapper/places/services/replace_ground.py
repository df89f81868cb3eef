"""Replacing the ground of one import: what stayed the same keeps its row, and so its address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.contrib.gis.geos import Polygon
from django.db import transaction

from mapper.geometry import Box
from mapper.places.models import Ground
from mapper.places.services.replace_layer import GroundRow, LayerReport, Written, replace_layer
from mapper.settings import limits

Layers = Mapping[type[GroundRow], Sequence[GroundRow]]
"""The unsaved rows of every kind of ground that is to be replaced, without their ground."""


class OlderGroundError(ValueError):
    """Ground older than what is stored of the same place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundTitle:
    """What one import of ground is called, whose it is, and the day it shows."""

    slug: str
    title: str
    attribution: str
    vintage_on: date


@dataclass(slots=True)
class GroundReport:
    """What replacing a ground did, kind by kind, and the titles of older grounds it took over."""

    ground: Ground
    layers: dict[type[GroundRow], LayerReport] = field(default_factory=dict)
    absorbed: list[str] = field(default_factory=list)


def replace_ground(
    *, title: GroundTitle, family: str, extent: Box, layers: Layers, written: Written
) -> GroundReport:
    """Store ground, in place of the older one of the same place; kinds not given stay as they are.

    Of one `family` (the beginning of a slug) a new ground takes over those that lie inside its
    extent, but for `limits.GROUND_DRIFT_SHARE` of their area. Rows are told apart by
    `external_id`. The same ground stored again changes nothing. Raises `OlderGroundError`.
    """
    with transaction.atomic():
        area = Polygon.from_bbox((extent.west, extent.south, extent.east, extent.north))
        area.srid = 4326
        older = _inside(family, area)
        for ground in older:
            if ground.vintage_on > title.vintage_on:
                raise OlderGroundError(
                    f"this vintage is of {title.vintage_on}, but the ground here is already known"
                    f" from {ground.vintage_on}"
                )
        report = GroundReport(_store_ground(title, area, older))
        for ground in older[1:]:
            report.absorbed.append(ground.title)
            ground.delete()
        for model, rows in layers.items():
            report.layers[model] = replace_layer(report.ground, model, rows, written)
        if any(layer.differs for layer in report.layers.values()):
            report.ground.revision += 1
            report.ground.save(update_fields=["revision"])
        return report


def _inside(family: str, area: Polygon) -> list[Ground]:
    """The grounds of a family that lie inside an area, newest first."""
    candidates = Ground.objects.filter(slug__startswith=family).order_by("-vintage_on", "-pk")
    return [
        ground
        for ground in candidates
        if ground.extent.intersects(area)
        and ground.extent.intersection(area).area
        >= (1 - limits.GROUND_DRIFT_SHARE) * ground.extent.area
    ]


def _store_ground(title: GroundTitle, area: Polygon, older: list[Ground]) -> Ground:
    ground = older[0] if older else Ground(slug=_free_slug(title.slug))
    told = (title.title, title.attribution, title.vintage_on, area.wkb)
    before = (
        ground.title,
        ground.attribution,
        ground.vintage_on,
        ground.extent and ground.extent.wkb,
    )
    if before != told:
        ground.title, ground.attribution = title.title, title.attribution
        ground.vintage_on, ground.extent = title.vintage_on, area
        ground.save()
    return ground


def _free_slug(wanted: str) -> str:
    taken = set(Ground.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(one for one in numbered if one not in taken)
