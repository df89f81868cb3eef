"""Finding the operators that readings name, and making those that are new, many at a time."""

from collections.abc import Iterable

from mapper.cameras.models import Operator
from mapper.vocabulary import CameraReading


def operators_named(readings: Iterable[CameraReading]) -> dict[str, Operator]:
    """Every operator the readings name, by name; a new one is of the type first told of it."""
    types = {
        reading.operator: reading.operator_type
        for reading in reversed(list(readings))
        if reading.operator
    }
    known = Operator.objects.in_bulk(list(types), field_name="name")
    new = [Operator(name=name, operator_type=types[name]) for name in sorted(types.keys() - known)]
    if not new:
        return known
    # Somebody else may be naming the same one just now: whoever is second takes the first's.
    Operator.objects.bulk_create(new, ignore_conflicts=True)
    return Operator.objects.in_bulk(list(types), field_name="name")
