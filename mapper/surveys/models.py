"""Surveys: what one person looked along or around on one day, and which cameras she saw there."""

from django.contrib.gis.db import models
from django.db.models import F, Q

from mapper.cameras.models import Camera
from mapper.contributors.models import Contributor
from mapper.events.models import EventRow
from mapper.surveys.querysets import SurveyQuerySet


class Survey(models.Model):
    """“I looked here, and these are all”; never edited, only withdrawn.

    `area` is what was looked at: the lines of a street, copied because streets are replaced with
    every import, or a circle as a polygon. `street_name` is empty for a circle. `weight` is as a
    sighting's: 0 where another came through the same address on the same day.
    """

    contributor = models.ForeignKey(
        Contributor, null=True, blank=True, on_delete=models.SET_NULL, related_name="surveys"
    )
    area = models.GeometryField(srid=4326)
    street_name = models.CharField(max_length=255, blank=True)
    looked_on = models.DateField()
    received_on = models.DateField()
    seen = models.ManyToManyField(Camera, related_name="surveys", blank=True)
    idempotency_key = models.CharField(max_length=64, unique=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    weight = models.FloatField(null=True, blank=True)

    found: int
    """How many of the cameras seen may be shown; there after `.with_found()`."""

    objects = SurveyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="survey_not_before_it_happened",
                condition=Q(looked_on__lte=F("received_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.street_name or 'circle'} {self.looked_on}"


class SurveyEventKind(models.TextChoices):
    """What can happen to a survey."""

    LOGGED = "logged", "Logged"
    WITHDRAWN = "withdrawn", "Withdrawn"


class SurveyEvent(EventRow):
    """One thing that happened to a survey."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="events")
    what = models.CharField(max_length=20, choices=SurveyEventKind)

    def __str__(self) -> str:
        return f"{self.day} {self.what}"
