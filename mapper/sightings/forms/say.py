"""The form of one tap: still there, changed, or gone."""

import hashlib
from datetime import date
from uuid import UUID

from django import forms

from mapper.cameras.models import Camera
from mapper.sightings.services.log_sighting import Observation
from mapper.vocabulary import Verdict
from mapper.vocabulary.choices import choices


class SayForm(forms.Form):
    """A verdict on a known camera; `token` counts the same tap sent twice once."""

    token = forms.UUIDField()
    verdict = forms.TypedChoiceField(choices=choices(Verdict), coerce=Verdict)

    def observation(self, camera: Camera, today: date) -> Observation:
        """What was said, once it is valid: of the camera where it stands, today."""
        verdict: Verdict = self.cleaned_data["verdict"]
        return Observation(
            lon=camera.location.x,
            lat=camera.location.y,
            accuracy_m=camera.accuracy_m,
            verdict=verdict,
            observed_on=today,
            claims={},
        )

    def idempotency_key(self, camera: Camera) -> str:
        """The same for the same tap sent twice; another for another verdict or camera."""
        token: UUID = self.cleaned_data["token"]
        said = f"say {token} {camera.pk} {self.cleaned_data['verdict']}"
        return hashlib.sha256(said.encode()).hexdigest()
