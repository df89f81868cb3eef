"""What a tile of surveys shows, read from the database."""

from datetime import date
from typing import NamedTuple

import shapely
from django.contrib.gis.db.models.functions import AsWKB

from mapper.geometry import Box
from mapper.settings import limits
from mapper.surveys.models import Survey


class SurveyRow(NamedTuple):
    """One survey: its area in degrees, the day, and how many cameras that may be shown it found."""

    id: int
    shape: shapely.Geometry
    looked_on: date
    found: int


def surveys_in(box: Box) -> list[SurveyRow]:
    """The newest `limits.SURVEYS_PER_TILE` standing surveys in a box, the newest last."""
    found = Survey.objects.standing().in_box(box).with_found().annotate(wkb=AsWKB("area"))
    rows = found.order_by("-looked_on", "-pk").values_list("pk", "wkb", "looked_on", "found")
    newest = list(rows[: limits.SURVEYS_PER_TILE])
    return [SurveyRow(pk, shapely.from_wkb(bytes(wkb)), *rest) for pk, wkb, *rest in newest[::-1]]
