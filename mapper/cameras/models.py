"""Cameras as now believed, who operates them, the sources that list them, and what happened."""

from django.contrib.gis.db import models
from django.db.models import F, Q

from mapper.cameras.querysets import CameraQuerySet
from mapper.events.models import EventRow
from mapper.settings import limits
from mapper.vocabulary import Answer, Kind, Lifecycle, Mount, OperatorType, Scope, State
from mapper.vocabulary.choices import choices


class SourceKind(models.TextChoices):
    """What sort of voice a source is."""

    OSM = "osm", "OpenStreetMap"
    LIST = "list", "Somebody's list"
    DEMO = "demo", "Demo town (invented)"


class Source(models.Model):
    """Somebody's list of cameras that we imported: one voice, without standing."""

    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=SourceKind)
    licence = models.CharField(max_length=100, blank=True)
    attribution = models.CharField(max_length=300, blank=True)
    address = models.URLField(blank=True)

    def __str__(self) -> str:
        return self.title


class Operator(models.Model):
    """Who runs cameras."""

    name = models.CharField(max_length=255, unique=True)
    operator_type = models.CharField(
        max_length=20, choices=choices(OperatorType), default=OperatorType.UNKNOWN
    )

    def __str__(self) -> str:
        return self.name


class Camera(models.Model):
    """One device as we now believe it to be; one record per device, also on a shared pole.

    `facings` is a list of `{"bearing": degrees, "opening": degrees or null}`, clockwise from
    north; empty where the facing is unknown. `state` never holds *stale*: that depends on today
    and is asked with `.in_states()` and `state_on()`.
    """

    location = models.PointField(srid=4326)
    accuracy_m = models.FloatField(null=True, blank=True)
    kind = models.CharField(max_length=20, choices=choices(Kind), default=Kind.UNKNOWN)
    facings = models.JSONField(default=list, blank=True)
    mount = models.CharField(max_length=20, choices=choices(Mount), default=Mount.UNKNOWN)
    height_m = models.FloatField(null=True, blank=True)
    tilt_deg = models.FloatField(null=True, blank=True)
    scope = models.CharField(max_length=20, choices=choices(Scope), default=Scope.UNKNOWN)
    zone = models.CharField(max_length=100, blank=True)
    operator = models.ForeignKey(
        Operator, null=True, blank=True, on_delete=models.SET_NULL, related_name="cameras"
    )
    operator_type = models.CharField(
        max_length=20, choices=choices(OperatorType), default=OperatorType.UNKNOWN
    )
    face_recognition = models.CharField(
        max_length=10, choices=choices(Answer), default=Answer.UNKNOWN
    )
    plate_reading = models.CharField(max_length=10, choices=choices(Answer), default=Answer.UNKNOWN)
    signage = models.CharField(max_length=10, choices=choices(Answer), default=Answer.UNKNOWN)
    manufacturer = models.CharField(max_length=255, blank=True)
    ref = models.CharField(max_length=255, blank=True)
    start_date = models.CharField(max_length=40, blank=True)
    lifecycle = models.CharField(
        max_length=20, choices=choices(Lifecycle), default=Lifecycle.IN_USE
    )
    state = models.CharField(max_length=20, choices=choices(State), default=State.UNCONFIRMED)
    voices = models.PositiveIntegerField(default=0)
    first_seen_on = models.DateField(null=True, blank=True)
    last_seen_on = models.DateField(null=True, blank=True)
    home_cell = models.BigIntegerField(null=True, blank=True)
    disputed = models.JSONField(null=True, blank=True)
    hidden_on = models.DateField(null=True, blank=True)

    objects = CameraQuerySet.as_manager()

    class Meta:
        indexes = [
            # Few are hidden, and whatever is logged asks for them.
            models.Index(fields=["id"], name="camera_hidden", condition=Q(hidden_on__isnull=False)),
            # Without those that have none: asked for public cameras in a box, SQLite would take
            # them from here, which are nearly all there are.
            models.Index(
                fields=["home_cell"], name="camera_home", condition=Q(home_cell__isnull=False)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="camera_accuracy_positive",
                condition=Q(accuracy_m__isnull=True) | Q(accuracy_m__gte=0),
            ),
            models.CheckConstraint(
                name="camera_height_in_range",
                condition=Q(height_m__isnull=True)
                | Q(height_m__gte=0, height_m__lte=limits.HEIGHT_MAX_M),
            ),
            models.CheckConstraint(
                name="camera_tilt_in_range",
                condition=Q(tilt_deg__isnull=True) | Q(tilt_deg__gte=-90, tilt_deg__lte=90),
            ),
            models.CheckConstraint(
                name="camera_state_not_stale", condition=~Q(state=State.STALE.value)
            ),
            models.CheckConstraint(
                name="camera_seen_in_order",
                condition=Q(first_seen_on__isnull=True, last_seen_on__isnull=True)
                | Q(first_seen_on__lte=F("last_seen_on")),
            ),
            models.CheckConstraint(
                name="camera_home_has_cell",
                condition=Q(operator_type=OperatorType.PRIVATE_HOME.value, home_cell__isnull=False)
                | (~Q(operator_type=OperatorType.PRIVATE_HOME.value) & Q(home_cell__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"camera {self.pk}"


class SourceRecord(models.Model):
    """One source's own words for one camera: its tags as they came, and when it held them.

    That its source began to list the camera stands here and in no event: on `first_vintage_on`.
    `missing_since` is the day of the first vintage that no longer listed it.
    """

    # Found by what keeps them apart, which begins with the source.
    source = models.ForeignKey(
        Source, on_delete=models.CASCADE, related_name="records", db_index=False
    )
    external_id = models.CharField(max_length=100)
    camera = models.ForeignKey(Camera, on_delete=models.CASCADE, related_name="records")
    tags = models.JSONField(default=dict)
    location = models.PointField(srid=4326, spatial_index=False)
    version = models.PositiveIntegerField(null=True, blank=True)
    seen_on = models.DateField(null=True, blank=True)
    first_vintage_on = models.DateField()
    last_vintage_on = models.DateField()
    missing_since = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "external_id"], name="record_once_a_source"),
            models.CheckConstraint(
                name="record_vintages_in_order",
                condition=Q(first_vintage_on__lte=F("last_vintage_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.external_id} in {self.source_id}"


class EventKind(models.TextChoices):
    """What can happen to a camera; that a source began to list it is told by its record alone."""

    LOGGED = "logged", "Logged"
    SIGHTED = "sighted", "Seen again"
    CHANGED = "changed", "Changed"
    MOVED = "moved", "Moved"
    MISSING = "missing", "No longer in the source"
    RETURNED = "returned", "Back in the source"
    STATE = "state", "State changed"
    WITHDRAWN = "withdrawn", "A sighting was withdrawn"
    HIDDEN = "hidden", "Hidden"
    RELEASED = "released", "Shown again"


class Event(EventRow):
    """One thing that happened to a camera; what followed from it for its state is in `details`."""

    camera = models.ForeignKey(Camera, on_delete=models.CASCADE, related_name="events")
    what = models.CharField(max_length=20, choices=EventKind)
    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.SET_NULL, db_index=False
    )

    def __str__(self) -> str:
        return f"{self.day} {self.what}"


class Change(models.Model):
    """One camera that was added, changed or deleted; written by the database's own triggers.

    `camera` is no reference, for what was deleted is told too; it is null where many changed.
    `cell` is the fixed cell of a camera at a private home, before or after. `txid` is PostgreSQL's
    number of the transaction. `mapper/cameras/changes.py` reads it.
    """

    camera = models.BigIntegerField(null=True)
    cell = models.BigIntegerField(null=True)
    txid = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["txid"], name="change_by_transaction")]

    def __str__(self) -> str:
        return f"change {self.pk}"


class Loosened(models.Model):
    """An index or a constraint that was taken off while very many rows are written.

    `statement` brings it back. It stands here in the same transaction that dropped it, so that it
    comes back whatever ends the writing. Those of one `step` may be made side by side.
    """

    step = models.PositiveSmallIntegerField()
    statement = models.TextField()

    def __str__(self) -> str:
        return self.statement
