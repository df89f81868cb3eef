"""Moderators, what they are asked for, and every single thing they did."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac

from mapper.cameras.models import Camera
from mapper.contributors.models import Contributor
from mapper.events.models import EventRow
from mapper.moderation.querysets import ActQuerySet, TakedownQuerySet
from mapper.settings import limits


class Moderator(AbstractBaseUser):
    """Somebody whom the operator of this site asked to keep the map decent.

    `rounds` grows when she signs out and when her passphrase is made anew: whatever signed her
    in before is worth nothing from then on. When she was last here is not kept.
    """

    last_login = None
    name = models.CharField(max_length=60, unique=True)
    made_on = models.DateField()
    rounds = models.PositiveIntegerField(default=0)

    objects = BaseUserManager()

    USERNAME_FIELD = "name"

    def __str__(self) -> str:
        return self.name

    def get_session_auth_hash(self) -> str:
        """What a session must hold to be hers; another passphrase or round makes another."""
        signed = f"{self.pk} {self.rounds} {self.password}"
        return salted_hmac("mapper.moderation.session", signed, algorithm="sha256").hexdigest()


class TakedownReason(models.TextChoices):
    """Why somebody asks that a camera be taken off the map."""

    HOME = "home", "It is at a private home"
    ROOMS = "rooms", "Its entry tells about people’s private rooms"
    ABSENT = "absent", "It is not there, or it is no camera"
    DANGER = "danger", "Showing it puts somebody in danger (a shelter, a clinic)"
    PERSONAL = "personal", "A text in it is about a person"
    OTHER = "other", "Something else"


class TakedownState(models.TextChoices):
    """What became of a takedown."""

    WAITING = "waiting", "Waiting to be judged"
    TAKEN_DOWN = "taken_down", "Taken down"
    KEPT = "kept", "Kept on the map"


class Takedown(models.Model):
    """Somebody's wish that a camera be taken off the map, and the answer to it.

    `hid` says that it hid the camera; one asked about a camera that is hidden, or was judged
    lately, hides nothing. `explanation` is for moderators alone; `answer` is for whoever asked.
    """

    camera = models.ForeignKey(Camera, on_delete=models.CASCADE, related_name="takedowns")
    reason = models.CharField(max_length=20, choices=TakedownReason)
    explanation = models.CharField(max_length=limits.EXPLANATION_MAX, blank=True)
    asked_on = models.DateField()
    hid = models.BooleanField()
    form_key = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=20, choices=TakedownState, default=TakedownState.WAITING)
    judged_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=limits.REASON_MAX, blank=True)

    objects = TakedownQuerySet.as_manager()

    class Meta:
        ordering = ["asked_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="takedown_judged_has_day_and_answer",
                condition=Q(state=TakedownState.WAITING.value, judged_on__isnull=True)
                | (
                    ~Q(state=TakedownState.WAITING.value)
                    & Q(judged_on__isnull=False)
                    & ~Q(answer="")
                ),
            )
        ]

    def __str__(self) -> str:
        return f"takedown {self.pk}"


class ActKind(models.TextChoices):
    """What may be done to keep the map decent."""

    ASKED = "asked", "A takedown was asked for"
    HIDDEN = "hidden", "Camera hidden until it is judged"
    TAKEN_DOWN = "taken_down", "Camera taken down for ever"
    SHOWN = "shown", "Camera kept or shown again"
    TEXT_RELEASED = "text_released", "Text released"
    TEXT_REFUSED = "text_refused", "Text refused"
    UNDONE = "undone", "Sightings of one contributor withdrawn"
    RESTORED = "restored", "Sightings of one contributor restored"
    BLOCKED = "blocked", "Contributor blocked"
    UNBLOCKED = "unblocked", "Contributor no longer blocked"
    LOCKED = "locked", "Cell locked"
    UNLOCKED = "unlocked", "Cell opened again"
    APPOINTED = "appointed", "Moderator appointed"
    PASSPHRASE_MADE = "passphrase_made", "Moderator’s passphrase made anew"
    DISMISSED = "dismissed", "Moderator dismissed"
    SIGNED_OUT = "signed_out", "Moderator signed out"


class Act(EventRow):
    """One thing that was done to keep the map decent, by whom, and why.

    `moderator` is empty where a resident asked or the operator appointed. `undoes` is the act
    that this one took back.
    """

    what = models.CharField(max_length=20, choices=ActKind)
    reason = models.CharField(max_length=limits.REASON_MAX, blank=True)
    moderator = models.ForeignKey(
        Moderator, null=True, blank=True, on_delete=models.PROTECT, related_name="acts"
    )
    camera = models.ForeignKey(
        Camera, null=True, blank=True, on_delete=models.SET_NULL, related_name="acts"
    )
    contributor = models.ForeignKey(
        Contributor, null=True, blank=True, on_delete=models.SET_NULL, related_name="acts"
    )
    undoes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone_by"
    )

    objects = ActQuerySet.as_manager()

    class Meta(EventRow.Meta):
        constraints = [
            models.CheckConstraint(
                name="act_of_a_moderator_has_a_reason",
                condition=Q(moderator__isnull=True)
                | Q(what=ActKind.SIGNED_OUT.value)
                | ~Q(reason=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.what}"
