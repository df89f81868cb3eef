"""The one way to ask for records inside a box, through the spatial index on either database."""

from typing import Any, Self, TypeVar

from django.contrib.gis.db.models.fields import BaseSpatialField, PolygonField
from django.contrib.gis.geos import Polygon
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import Case, F, Model, Q, QuerySet, Value, When
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
            condition |= self._in_plain_box(part, self._written(part))
        return self.filter(condition)

    def in_given_box(self, name: str) -> Self:
        """For a `CompiledQuery`: records whose bounding box touches one given under a name."""
        box = GivenBox(name)
        return self.filter(self._in_plain_box(box, box.polygon))

    def in_box_row_by_row(self, box: Box) -> Self:
        """The same as `in_box`, for records that are few for another reason: no index is asked."""
        condition = Q()
        for part in box.split():
            condition |= self._touching(self._written(part))
        # What is told by a CASE no database looks up.
        inside = Case(When(condition, then=Value(1)), default=Value(0))
        return self.alias(is_inside=inside).filter(is_inside=1)

    def by_number(self) -> Self:
        """In the order of their numbers, for the first few of those in a small box.

        Asked for the first of so many by number, PostgreSQL may walk through the numbers of the
        whole table; no index holds the sum.
        """
        return self.order_by(F("pk") + 0)

    def holds_at_most(self, box: Box, most: int) -> bool:
        """Whether a box holds so many records at most; looks at no more than one beyond that."""
        return sum(self._counted(part, most) for part in box.split()) <= most

    def _counted(self, box: Box, most: int) -> int:
        """How many records a box holds, counted one beyond `most`; it does not cross a line."""
        if connections[self.db].vendor == "sqlite":
            return self._in_tree(box, most)
        with transaction.atomic(self.db), connections[self.db].cursor() as cursor:
            # PostgreSQL would note all that the box holds before it gives the first, or read the
            # table until it has found enough: only the index itself can be left half-way.
            _set(cursor, "off")
            found = self.in_box(box).order_by()[: most + 1].count()
            _set(cursor, "on")
        return found

    def _written(self, box: Box) -> "Polygon | RawSQL":
        """A box as a statement that is not asked again holds it.

        PostgreSQL plans a statement it has kept without looking at the box, as if every box were
        small; read by that plan, one as large as the world takes seconds.
        """
        if connections[self.db].vendor == "sqlite":
            return polygon_of(box)
        sides = ", ".join(repr(float(side)) for side in (box.west, box.south, box.east, box.north))
        return RawSQL(f"ST_MakeEnvelope({sides}, 4326)", (), PolygonField(srid=4326))  # noqa: S611

    def _in_plain_box(self, box: Box | GivenBox, polygon: "Polygon | Given | RawSQL") -> Q:
        exact = self._touching(polygon)
        if connections[self.db].vendor != "sqlite":
            return exact
        # GeoDjango never asks SpatiaLite's R-tree, and would read the whole table. The tree
        # holds 32-bit numbers rounded outwards, so the exact question is asked of its answer.
        statement = f"SELECT pkid {self._from_tree()}"
        rows = RawSQL(statement, _sides(box))  # noqa: S611
        return Q(pk__in=rows) & exact

    def _touching(self, polygon: "Polygon | Given | RawSQL") -> Q:
        field = self._geometry_column()
        exact = Q(**{f"{field}__bboverlaps": polygon})
        if connections[self.db].vendor != "sqlite":
            return exact
        # SpatiaLite's overlap leaves out boxes of which one holds the other whole.
        return (
            exact | Q(**{f"{field}__bbcontains": polygon}) | Q(**{f"{field}__contained": polygon})
        )

    def _in_tree(self, box: Box, most: int) -> int:
        """How many records SpatiaLite's R-tree finds in a box, counted one beyond `most`."""
        statement = f"SELECT COUNT(*) FROM (SELECT 1 {self._from_tree()} LIMIT %s)"  # noqa: S608
        with connections[self.db].cursor() as cursor:
            cursor.execute(statement, (*_sides(box), most + 1))
            return int(cursor.fetchone()[0])

    def _from_tree(self) -> str:
        table = f"idx_{self.model._meta.db_table}_{self._geometry_column()}"
        return f"FROM {table} WHERE xmin <= %s AND xmax >= %s AND ymin <= %s AND ymax >= %s"

    def _geometry_column(self) -> str:
        return next(
            field.name for field in self.model._meta.fields if isinstance(field, BaseSpatialField)
        )


def _sides(box: Box | GivenBox) -> tuple[Any, ...]:
    """The sides of a box in the order in which the R-tree is asked for them."""
    return box.east, box.west, box.north, box.south


def _set(cursor: CursorWrapper, choice: str) -> None:
    """Let PostgreSQL read a whole table or a whole answer of an index at once, or not."""
    for way in ("enable_seqscan", "enable_bitmapscan"):
        cursor.execute("SELECT set_config(%s, %s, true)", (way, choice))
