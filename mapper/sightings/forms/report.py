"""The plain form that logs a camera: its questions, its checks, and the observation they make."""

import hashlib
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from mapper.cameras.models import Camera
from mapper.sightings.forms.facing import FacingForm
from mapper.sightings.forms.fields import BasisField, HeldTextField, OneOf
from mapper.sightings.forms.position import PositionForm
from mapper.sightings.rules.claims import claims_of
from mapper.sightings.rules.reports import day_problem, earliest_day
from mapper.sightings.services.log_sighting import Observation
from mapper.vocabulary import Answer, Basis, Kind, Mount, OperatorType, Verdict
from mapper.vocabulary.choices import choices

NO_SUCH_CAMERA = "There is no such camera."


class ReportForm(PositionForm, FacingForm):
    """Where a camera is, what it is, which way it faces, who runs it, and when it was seen.

    With `camera` it tells of one that is on the map already, and takes its position. `another`
    insists that the camera is none of those on the map.
    """

    token = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={
            "required": "This form was incomplete. Please check it and send it again.",
            "invalid": "This form was incomplete. Please check it and send it again.",
        },
    )
    camera = forms.ModelChoiceField(
        Camera.objects.public(),
        required=False,
        error_messages={"invalid_choice": NO_SUCH_CAMERA},
    )
    another = forms.BooleanField(required=False)
    verdict = forms.TypedChoiceField(
        label="Is it still there?",
        choices=choices(Verdict),
        coerce=Verdict,
        empty_value=Verdict.PRESENT,
        widget=forms.RadioSelect,
        required=False,
        initial=Verdict.PRESENT,
        error_messages={"invalid_choice": "Choose one of the answers shown."},
    )
    kind = OneOf(Kind, label="What kind of camera is it?")
    mount = OneOf(Mount, label="What does it hang on?")
    operator_type = OneOf(
        OperatorType,
        label="Who runs it?",
        help_text="Cameras at private homes are only ever counted, never shown one by one.",
    )
    operator_type_basis = BasisField(label="How do you know who runs it?")
    operator = HeldTextField(
        label="What is it called?",
        help_text="If you know. A person reads the name before anybody else sees it.",
    )
    face_recognition = OneOf(Answer, label="Does it recognise faces?")
    face_recognition_basis = BasisField(label="How do you know about faces?")
    plate_reading = OneOf(Answer, label="Does it read number plates?")
    plate_reading_basis = BasisField(label="How do you know about number plates?")
    signage = OneOf(Answer, label="Is there a sign about the camera?")
    sign_operator = OneOf(Answer, label="Does the sign name who runs it?")
    sign_contact = OneOf(Answer, label="Does it say how to reach them?")
    note = HeldTextField(
        label="Anything else about the camera?",
        help_text="In one line, and nothing about people. A person reads it first.",
    )
    observed_on = forms.DateField(
        label="When did you see it?",
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": "Say on which day you saw it.",
            "invalid": "Write the day as 2026-01-31 or 31/01/2026.",
        },
    )

    # Answers a person gives by looking, and so without being asked how she knows.
    SEEN = ("kind", "mount", "signage", "sign_operator", "sign_contact")
    EXPLAINED = ("operator_type", "face_recognition", "plate_reading")
    # What she writes freely.
    TEXTS = ("operator", "note")

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        initial: dict[str, Any] | None = None,
        today: date | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.today = today or timezone.now().date()
        day = self.fields["observed_on"]
        day.initial = self.today
        day.widget.attrs |= {"min": f"{earliest_day(self.today)}", "max": f"{self.today}"}

    def clean_observed_on(self) -> date:
        """The day seen; where it is tomorrow already, it counts as today."""
        observed_on: date = self.cleaned_data["observed_on"]
        problem = day_problem(observed_on, self.today)
        if problem:
            raise forms.ValidationError(problem)
        return min(observed_on, self.today)

    def clean(self) -> dict[str, Any]:
        """The position of the camera told of, else the one typed."""
        if "camera" in self.errors:
            return self.cleaned_data
        known: Camera | None = self.cleaned_data["camera"]
        if known is None:
            return super().clean()
        return self.cleaned_data | {"where": (known.location.y, known.location.x)}

    def observation(self) -> Observation:
        """What was said, once it is valid."""
        lat, lon = self.cleaned_data["where"]
        return Observation(
            lon=lon,
            lat=lat,
            accuracy_m=self.cleaned_data["accuracy_m"],
            verdict=self._verdict(),
            observed_on=self.cleaned_data["observed_on"],
            claims=claims_of(self._answers()),
            texts={name: text for name in self.TEXTS if (text := self.cleaned_data[name])},
        )

    def _verdict(self) -> Verdict:
        """What nobody had logged cannot be gone."""
        verdict: Verdict = self.cleaned_data["verdict"]
        return verdict if self.cleaned_data["camera"] else Verdict.PRESENT

    def _answers(self) -> dict[str, tuple[Any, Basis]]:
        cleaned = self.cleaned_data
        answers = {aspect: (cleaned[aspect], Basis.SAW) for aspect in self.SEEN}
        answers["facings"] = (self.facings(), Basis.SAW)
        answers |= {
            aspect: (cleaned[aspect], cleaned[f"{aspect}_basis"]) for aspect in self.EXPLAINED
        }
        return answers

    def idempotency_key(self) -> str:
        """The same for the same form sent twice; another once something in it was changed."""
        camera = self.cleaned_data["camera"]
        said = f"{self.cleaned_data['token']} {camera and camera.pk} {self.observation()}"
        return hashlib.sha256(said.encode()).hexdigest()
