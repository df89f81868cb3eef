"""Coverage as it was computed: cell by cell, and summed for each place."""

from django.db import models

from mapper.places.models import Place


class CoverageCell(models.Model):
    """All figures of one fixed cell (`limits.COVERAGE_CELL_ZOOM`), replaced as a whole.

    The arrays are numpy's own format, one record for each street or camera of the cell; what is
    in them says `mapper.coverage.records`. `inputs` names the state of the ground they are of.
    """

    cell = models.BigIntegerField(unique=True)
    computed_on = models.DateField()
    inputs = models.CharField(max_length=32)
    streets = models.BinaryField()
    stretches = models.BinaryField()
    cameras = models.BinaryField()
    sensitive = models.BinaryField()

    def __str__(self) -> str:
        return f"cell {self.cell}"


class PlaceFigures(models.Model):
    """The figures of one place, summed over its cells; they stay when its boundary is retired."""

    place = models.OneToOneField(Place, on_delete=models.CASCADE, related_name="coverage")
    computed_on = models.DateField()
    figures = models.JSONField()

    def __str__(self) -> str:
        return f"coverage of place {self.place_id}"


class Followed(models.Model):
    """How far the events of one kind of record have been worked into the figures."""

    stream = models.CharField(max_length=40, unique=True)
    last_event = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.stream} up to {self.last_event}"
