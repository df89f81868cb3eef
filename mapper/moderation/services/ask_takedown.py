"""Asking that a camera be taken off the map: it is hidden at once, and judged afterwards."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from mapper.cameras.models import Camera
from mapper.cameras.services.hide_camera import hide_camera
from mapper.contributors.rules.senders import Sender
from mapper.contributors.services.admit_sender import admit_address
from mapper.moderation.models import Act, ActKind, Takedown, TakedownReason
from mapper.moderation.rules.takedowns import hides_at_once
from mapper.settings import limits
from mapper.vocabulary import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Plea:
    """Which camera somebody wants gone and why; `form_key` makes a form sent twice count once."""

    camera: Camera
    reason: TakedownReason
    explanation: str
    form_key: str


def ask_takedown(*, plea: Plea, sender: Sender, day: date, by: Role) -> Takedown:
    """Store a takedown and hide its camera, unless a moderator judged it fit to be shown lately.

    Several takedowns of one camera hide it once. The same form again gives the same takedown.
    Raises `RefusedSenderError` where the sender's address has asked for too many today.
    """
    with transaction.atomic():
        # Two who ask at once wait for each other.
        camera = Camera.objects.select_for_update().get(pk=plea.camera.pk)
        earlier = Takedown.objects.filter(form_key=plea.form_key).first()
        if earlier:
            return earlier
        admit_address(sender=sender, purpose="takedown", most=limits.TAKEDOWNS_PER_ADDRESS, day=day)
        hid = hides_at_once(camera, day) and hide_camera(
            camera=camera, why={"takedown": plea.reason.value}, day=day, by=by
        )
        takedown = Takedown.objects.create(
            camera=camera,
            reason=plea.reason,
            explanation=plea.explanation,
            form_key=plea.form_key,
            asked_on=day,
            hid=hid,
        )
        Act.objects.create(
            day=day,
            by=by,
            what=ActKind.ASKED,
            camera=camera,
            details={"takedown": takedown.pk, "hid": hid},
        )
        return takedown
