"""The plain form that logs a camera: its questions, its checks, and the observation they make."""

import hashlib
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from mapper.cameras.models import Camera
from mapper.sightings.forms.fields import (
    DONT_KNOW,
    UNKNOWN,
    BasisField,
    OneOf,
    sentence,
)
from mapper.sightings.forms.position import PositionForm
from mapper.sightings.rules.claims import claims_of
from mapper.sightings.rules.reports import day_problem, earliest_day
from mapper.sightings.services.log_sighting import Observation
from mapper.vocabulary import (
    Answer,
    Basis,
    Facing,
    Kind,
    Mount,
    OperatorType,
    Verdict,
    parse_directions,
)
from mapper.vocabulary.choices import choices
from mapper.vocabulary.compass import COMPASS_POINTS, FULL_TURN, POINT_WIDTH

ALL_ROUND = "all_round"

# The eight points a person can tell without an instrument, in words.
POINT_WORDS = {
    "N": "North",
    "NE": "North-east",
    "E": "East",
    "SE": "South-east",
    "S": "South",
    "SW": "South-west",
    "W": "West",
    "NW": "North-west",
}


class ReportForm(PositionForm):
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
        error_messages={"invalid_choice": "There is no such camera."},
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
    facing = forms.MultipleChoiceField(
        label="Which way does it face?",
        choices=[*POINT_WORDS.items(), (ALL_ROUND, "All round"), (UNKNOWN, DONT_KNOW)],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="As seen from the camera. Choose several where it has several lenses.",
        error_messages={"invalid_choice": "Choose only from the directions shown."},
    )
    facing_degrees = forms.CharField(
        label="Or in degrees, if you measured",
        required=False,
        max_length=80,
        help_text="Clockwise from north: 45, or 30-90 for a width, or 45; 120 for two lenses.",
    )
    mount = OneOf(Mount, label="What does it hang on?")
    operator_type = OneOf(
        OperatorType,
        label="Who runs it?",
        help_text="Cameras at private homes are only ever counted, never shown one by one.",
    )
    operator_type_basis = BasisField(label="How do you know who runs it?")
    face_recognition = OneOf(Answer, label="Does it recognise faces?")
    face_recognition_basis = BasisField(label="How do you know about faces?")
    plate_reading = OneOf(Answer, label="Does it read number plates?")
    plate_reading_basis = BasisField(label="How do you know about number plates?")
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
    SEEN = ("kind", "mount")
    EXPLAINED = ("operator_type", "face_recognition", "plate_reading")

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

    def clean_facing(self) -> list[str]:
        """The directions ticked; not knowing excludes knowing."""
        chosen: list[str] = self.cleaned_data["facing"]
        if UNKNOWN in chosen and len(chosen) > 1:
            raise forms.ValidationError(f"Choose directions, or “{DONT_KNOW}”, not both.")
        return [point for point in chosen if point != UNKNOWN]

    def clean_facing_degrees(self) -> tuple[Facing, ...]:
        """The facings typed in degrees."""
        text = self.cleaned_data["facing_degrees"]
        if not text:
            return ()
        directions = parse_directions(text)
        if directions.problems:
            raise forms.ValidationError([sentence(problem) for problem in directions.problems])
        return directions.facings

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
            accuracy_m=None,
            verdict=self._verdict(),
            observed_on=self.cleaned_data["observed_on"],
            claims=claims_of(self._answers()),
        )

    def _verdict(self) -> Verdict:
        """What nobody had logged cannot be gone."""
        verdict: Verdict = self.cleaned_data["verdict"]
        return verdict if self.cleaned_data["camera"] else Verdict.PRESENT

    def _answers(self) -> dict[str, tuple[Any, Basis]]:
        cleaned = self.cleaned_data
        answers = {aspect: (cleaned[aspect], Basis.SAW) for aspect in self.SEEN}
        answers["facings"] = (self._facings(), Basis.SAW)
        answers |= {
            aspect: (cleaned[aspect], cleaned[f"{aspect}_basis"]) for aspect in self.EXPLAINED
        }
        return answers

    def _facings(self) -> tuple[Facing, ...]:
        chosen = self.cleaned_data["facing"]
        if ALL_ROUND in chosen:
            return (Facing(FULL_TURN / 2, FULL_TURN),)
        ticked = tuple(Facing(COMPASS_POINTS.index(point) * POINT_WIDTH) for point in chosen)
        measured = self.cleaned_data["facing_degrees"]
        return ticked + tuple(facing for facing in measured if facing not in ticked)

    def idempotency_key(self) -> str:
        """The same for the same form sent twice; another once something in it was changed."""
        camera = self.cleaned_data["camera"]
        said = f"{self.cleaned_data['token']} {camera and camera.pk} {self.observation()}"
        return hashlib.sha256(said.encode()).hexdigest()
