"""The one way to ask for records inside a box, through the spatial index on either database."""

from typing import Self, TypeVar

from django.contrib.gis.db.models.fields import BaseSpatialField
from django.contrib.gis.geos import Polygon
from django.db import connections
from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import RawSQL

from mapper.geometry import Box
from mapper.spatial.compiled_queries import Given, GivenBox, polygon_of

M = TypeVar("M", bound=Model)


class InBoxQuerySet(QuerySet[M]):
    """Records with one geometry each, which can be narrowed to a box."""

    def in_box(self, box: Box) -> Self:
        """Records whose bounding box touches `box` (degrees); a box across the date line is two."""
        condition = Q()
        for part in box.split():
            condition |= self._in_plain_box(part, polygon_of(part))
        return self.filter(condition)

    def in_given_box(self, name: str) -> Self:
        """For a `CompiledQuery`: records whose bounding box touches one given under a name."""
        box = GivenBox(name)
        return self.filter(self._in_plain_box(box, box.polygon))

    def _in_plain_box(self, box: Box | GivenBox, polygon: Polygon | Given) -> Q:
        field = self._geometry_column()
        exact = Q(**{f"{field}__bboverlaps": polygon})
        if connections[self.db].vendor != "sqlite":
            return exact
        # SpatiaLite's overlap leaves out boxes of which one holds the other whole.
        exact |= Q(**{f"{field}__bbcontains": polygon}) | Q(**{f"{field}__contained": polygon})
        # GeoDjango never asks SpatiaLite's R-tree, and would read the whole table. The tree
        # holds 32-bit numbers rounded outwards, so the exact question is asked of its answer.
        table = f"idx_{self.model._meta.db_table}_{field}"
        statement = (
            f"SELECT pkid FROM {table}"  # noqa: S608  (the name comes from the model)
            " WHERE xmin <= %s AND xmax >= %s AND ymin <= %s AND ymax >= %s"
        )
        rows = RawSQL(statement, (box.east, box.west, box.north, box.south))  # noqa: S611
        return Q(pk__in=rows) & exact

    def _geometry_column(self) -> str:
        return next(
            field.name for field in self.model._meta.fields if isinstance(field, BaseSpatialField)
        )
