"""Coverage as it was computed: cell by cell, and summed for each place."""

from django.db import models

from mapper.places.models import Place


class CoverageCell(models.Model):
    """All figures of one fixed cell (`limits.COVERAGE_CELL_ZOOM`), replaced as a whole.

    The arrays are numpy's own format, one record for each street or camera of the cell; what is
    in them says `mapper.coverage.records`. `inputs` names the state of the ground they are of; it
    is empty where something has changed since, and the cell is due.
    """

    cell = models.BigIntegerField(unique=True)
    computed_on = models.DateField()
    inputs = models.CharField(max_length=32, db_index=True)
    streets = models.BinaryField()
    stretches = models.BinaryField()
    cameras = models.BinaryField()
    sensitive = models.BinaryField()

    def __str__(self) -> str:
        return f"cell {self.cell}"


class PlacePart(models.Model):
    """What one cell adds to the figures of one place: a record of `records.PART`."""

    cell = models.BigIntegerField()
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="coverage_parts")
    sums = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cell", "place"], name="part_once_a_cell_and_place"),
        ]

    def __str__(self) -> str:
        return f"part of place {self.place_id} in cell {self.cell}"


class CountedCamera(models.Model):
    """Where a camera stood when its cell was computed: it may have moved, or gone, since.

    Only of cameras that are shown one by one; `camera` is no foreign key, so that this stays when
    the camera goes, until its cell has been computed without it.
    """

    camera = models.BigIntegerField(unique=True)
    cell = models.BigIntegerField(db_index=True)
    lon = models.FloatField()
    lat = models.FloatField()

    def __str__(self) -> str:
        return f"camera {self.camera} in cell {self.cell}"


class PlaceFigures(models.Model):
    """The figures of one place, summed over its cells; they stay when its boundary is retired.

    `sums` is the record they are made of, which every cell that is stored adds its change to: a
    country has too many cells to read them all for one camera.
    """

    place = models.OneToOneField(Place, on_delete=models.CASCADE, related_name="coverage")
    computed_on = models.DateField()
    figures = models.JSONField()
    sums = models.BinaryField(null=True, blank=True)

    def __str__(self) -> str:
        return f"coverage of place {self.place_id}"


class Followed(models.Model):
    """How far the rows that tell of changes of one kind have been worked into the figures.

    A transaction may commit after a later one: `passed_over` lists the numbers up to the last one
    that were not there yet, as first, last and the day (an ordinal) on which they were missed.
    """

    stream = models.CharField(max_length=40, unique=True)
    last_event = models.BigIntegerField(default=0)
    passed_over = models.JSONField(default=list, blank=True)

    def __str__(self) -> str:
        return f"{self.stream} up to {self.last_event}"
