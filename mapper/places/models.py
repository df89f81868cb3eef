"""Places with a boundary, and the ground the base map is drawn from."""

from django.contrib.gis.db import models
from django.db.models import Q

from mapper.places.querysets import (
    BuildingQuerySet,
    GroundAreaQuerySet,
    GroundQuerySet,
    LabelQuerySet,
    PlaceQuerySet,
    SensitivePlaceQuerySet,
    StreetQuerySet,
)
from mapper.vocabulary import GroundKind, LabelRank, Level, SensitiveKind, StreetClass
from mapper.vocabulary.choices import choices


class Ground(models.Model):
    """One import of ground (a file, the demo town): where it reaches and whose it is.

    Everything drawn belongs to one ground, so that importing it again replaces it whole.
    `revision` grows with every import that changed anything drawn. `retired_on` is the day on
    which newer boundaries took its place: its places stay, to be read, and are drawn no more.
    """

    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=200)
    attribution = models.CharField(max_length=300, blank=True)
    vintage_on = models.DateField()
    extent = models.PolygonField(srid=4326)
    revision = models.PositiveIntegerField(default=0)
    retired_on = models.DateField(null=True, blank=True)

    objects = GroundQuerySet.as_manager()

    def __str__(self) -> str:
        return self.title


class Place(models.Model):
    """An area with a boundary: country, region, city, district or ward.

    `parent` is the smallest place of a higher level that holds it.
    """

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=255)
    level = models.CharField(max_length=20, choices=choices(Level))
    boundary = models.MultiPolygonField(srid=4326)
    population = models.PositiveIntegerField(null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(null=True, blank=True)
    external_id = models.CharField(max_length=100, blank=True)
    ground = models.ForeignKey(Ground, on_delete=models.CASCADE, related_name="places")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="parts"
    )

    objects = PlaceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="place_population_has_year",
                condition=Q(population__isnull=True, population_year__isnull=True)
                | Q(population__isnull=False, population_year__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Street(models.Model):
    """A way people go along, one record per way of the source."""

    name = models.CharField(max_length=255, blank=True, db_index=True)
    street_class = models.CharField(max_length=20, choices=choices(StreetClass))
    line = models.LineStringField(srid=4326)
    tunnel = models.BooleanField(default=False)
    external_id = models.CharField(max_length=100, blank=True)
    ground = models.ForeignKey(Ground, on_delete=models.CASCADE, related_name="streets")

    objects = StreetQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name or self.external_id


class Building(models.Model):
    """A building's outline, with courtyards as holes."""

    outline = models.MultiPolygonField(srid=4326)
    height_m = models.FloatField(null=True, blank=True)
    external_id = models.CharField(max_length=100, blank=True)
    ground = models.ForeignKey(Ground, on_delete=models.CASCADE, related_name="buildings")

    objects = BuildingQuerySet.as_manager()

    def __str__(self) -> str:
        return self.external_id


class SensitivePlace(models.Model):
    """A school, a clinic, a place of worship, a polling place: its outline, or where it is."""

    kind = models.CharField(max_length=20, choices=choices(SensitiveKind))
    name = models.CharField(max_length=255, blank=True)
    outline = models.GeometryField(srid=4326)
    external_id = models.CharField(max_length=100, blank=True)
    ground = models.ForeignKey(Ground, on_delete=models.CASCADE, related_name="sensitive_places")

    objects = SensitivePlaceQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name or self.external_id


class GroundArea(models.Model):
    """What covers the ground (land, water, park ...); a narrow river is a line."""

    kind = models.CharField(max_length=20, choices=choices(GroundKind))
    name = models.CharField(max_length=255, blank=True)
    shape = models.GeometryField(srid=4326)
    external_id = models.CharField(max_length=100, blank=True)
    ground = models.ForeignKey(Ground, on_delete=models.CASCADE, related_name="areas")

    objects = GroundAreaQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name or self.external_id


class Label(models.Model):
    """The name of a settlement, where the map writes it."""

    name = models.CharField(max_length=255, db_index=True)
    rank = models.CharField(max_length=20, choices=choices(LabelRank))
    location = models.PointField(srid=4326)
    external_id = models.CharField(max_length=100, blank=True)
    ground = models.ForeignKey(Ground, on_delete=models.CASCADE, related_name="labels")

    objects = LabelQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name
