"""Queries whose statement is compiled once: compiling takes Django longer than asking."""

from collections.abc import Callable, Collection, Iterable, Mapping
from copy import copy
from operator import attrgetter
from types import SimpleNamespace
from typing import Any, Generic, TypeVar

from django.contrib.gis.db.models import PolygonField
from django.contrib.gis.geos import Polygon
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BigIntegerField, Expression, Field, FloatField, Q, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from mapper.geometry import Box

Row = TypeVar("Row")


def _whole(value: object) -> object:
    return value


class Given(Expression):
    """A value a query is asked with, under a name; `part` is what the statement needs of it."""

    def __init__(
        self, name: str, field: "Field[Any, Any]", part: Callable[[Any], object] = _whole
    ) -> None:
        super().__init__(field)
        self.name = name
        self.part = part

    def as_sql(
        self,
        compiler: SQLCompiler,  # noqa: ARG002  (Django calls it so)
        connection: BaseDatabaseWrapper,  # noqa: ARG002
    ) -> tuple[str, tuple[Any, ...]]:
        """A place for the value, and this instead of the value."""
        return "%s", (self,)

    def said(self, given: Mapping[str, object], connection: BaseDatabaseWrapper) -> object:
        """The value as the database takes it."""
        return self.output_field.get_db_prep_value(self.part(given[self.name]), connection)


class GivenBox:
    """A box a query is asked with, not across the date line: its sides, and its area."""

    def __init__(self, name: str) -> None:
        self.west, self.south, self.east, self.north = (
            Given(name, FloatField(), attrgetter(side))
            for side in ("west", "south", "east", "north")
        )
        self.polygon = Given(name, PolygonField(srid=4326), polygon_of)


def polygon_of(box: Box) -> Polygon:
    """A box as a polygon."""
    return Polygon.from_bbox((box.west, box.south, box.east, box.north))


class CompiledQuery(Generic[Row]):
    """A query with `Given` values, which Django compiles when it is asked for the first time."""

    def __init__(self, make: Callable[[], "QuerySet[Any, Row]"]) -> None:
        self._make = make
        self._queryset: QuerySet[Any, Row] | None = None
        self._compiled: dict[str, tuple[SQLCompiler, str, tuple[Any, ...]]] = {}

    def rows(self, **given: object) -> list[Row]:
        """What the queryset gives, asked with these values."""
        if self._queryset is None:
            self._queryset = self._make()
        queryset = self._queryset
        alias = queryset.db
        if alias not in self._compiled:
            # Compiling changes a query: two threads at their first asking have one each.
            compiler = self._make().query.get_compiler(alias)
            self._compiled[alias] = (compiler, *compiler.as_sql())
        kept, statement, params = self._compiled[alias]
        compiler = copy(kept)
        # Threads share what was compiled, and each has a connection of its own.
        compiler.connection = connection = connections[alias]
        said: tuple[Any, ...] = tuple(
            one.said(given, connection) if isinstance(one, Given) else one for one in params
        )
        compiler.as_sql = lambda *_, **__: (statement, said)  # type: ignore[method-assign]
        # What Django's own iterables need of a queryset: rows, tuples or values, as it says.
        asked: Any = SimpleNamespace(
            db=alias,
            query=SimpleNamespace(get_compiler=lambda *_, **__: compiler),
            _known_related_objects={},
        )
        answers: Iterable[Row] = queryset._iterable_class(asked)  # type: ignore[assignment]
        return list(answers)


class OfOneOrMany(Generic[Row]):
    """Rows that belong to some records: compiled for one, which is what a request asks for."""

    def __init__(self, key: str, make: Callable[[Q], "QuerySet[Any, Row]"]) -> None:
        self._key = key
        self._make = make
        one = Given("pk", BigIntegerField())
        self._of_one = CompiledQuery(lambda: make(Q((key, one))))

    def rows(self, ids: Collection[int]) -> list[Row]:
        """What the queryset gives for the records with these numbers."""
        if len(ids) == 1:
            (pk,) = ids
            return self._of_one.rows(pk=pk)
        return list(self._make(Q((f"{self._key}__in", ids))))
