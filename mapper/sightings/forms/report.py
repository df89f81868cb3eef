"""The plain form that logs a camera: its questions, its checks, and the observation they make."""

import hashlib
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from mapper.geometry import Box
from mapper.geometry.positions import parse_position
from mapper.places.models import Ground
from mapper.sightings.forms.fields import (
    DONT_KNOW,
    UNKNOWN,
    BasisField,
    CoordinateField,
    OneOf,
    sentence,
)
from mapper.sightings.rules.claims import claims_of
from mapper.sightings.rules.reports import (
    day_problem,
    earliest_day,
    looks_swapped,
    position_problem,
)
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


class ReportForm(forms.Form):
    """Where a camera is, what it is, which way it faces, who runs it, and when it was seen."""

    token = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={
            "required": "This form was incomplete. Please check it and send it again.",
            "invalid": "This form was incomplete. Please check it and send it again.",
        },
    )
    position = forms.CharField(
        label="Both numbers in one",
        required=False,
        max_length=80,
        help_text="Paste what a map gives you, such as 47.0123, -28.0456.",
    )
    latitude = CoordinateField(latitude=True, label="Latitude", help_text="North is plus.")
    longitude = CoordinateField(latitude=False, label="Longitude", help_text="East is plus.")
    position_is_right = forms.BooleanField(
        label="The position is right as I typed it", required=False
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
        self.asks_about_swap = "position_is_right" in self.data
        day = self.fields["observed_on"]
        day.initial = self.today
        day.widget.attrs |= {"min": f"{earliest_day(self.today)}", "max": f"{self.today}"}

    def clean_position(self) -> tuple[float, float] | None:
        """Latitude and longitude out of the one field; None where it was left empty."""
        text = self.cleaned_data["position"]
        try:
            return parse_position(text) if text else None
        except ValueError as error:
            raise forms.ValidationError(sentence(str(error))) from None

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
        """One position, from whichever fields were used."""
        cleaned = self.cleaned_data
        if not self.errors.keys() & {"position", "latitude", "longitude"}:
            self._settle_position(cleaned)
        return cleaned

    def _settle_position(self, cleaned: dict[str, Any]) -> None:
        pair = (cleaned["latitude"], cleaned["longitude"])
        told = cleaned["position"] or pair
        if pair == (None, None) and not cleaned["position"]:
            self.add_error("latitude", "Say where the camera is.")
        elif None in told:
            missing = "latitude" if pair[0] is None else "longitude"
            self.add_error(missing, f"The {missing} is missing.")
        else:
            self._check_position(*told, field="position" if cleaned["position"] else "latitude")

    def _check_position(self, lat: float, lon: float, *, field: str) -> None:
        problem = position_problem(lat, lon)
        if problem:
            self.add_error(field, problem)
        elif not self.cleaned_data["position_is_right"] and looks_swapped(lat, lon, mapped_boxes()):
            self.asks_about_swap = True
            self.add_error(
                field,
                "Nothing is mapped at this position, but with latitude and longitude swapped it"
                " lies on the map. Swap them, or tick that the position is right.",
            )
        self.cleaned_data["where"] = (lat, lon)

    def observation(self) -> Observation:
        """What was said, once it is valid."""
        lat, lon = self.cleaned_data["where"]
        return Observation(
            lon=lon,
            lat=lat,
            accuracy_m=None,
            verdict=Verdict.PRESENT,
            observed_on=self.cleaned_data["observed_on"],
            claims=claims_of(self._answers()),
        )

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
        said = f"{self.cleaned_data['token']} {self.observation()}"
        return hashlib.sha256(said.encode()).hexdigest()


def mapped_boxes() -> list[Box]:
    """The boxes of all ground there is."""
    extents = Ground.objects.values_list("extent", flat=True)
    return [Box(*extent.extent) for extent in extents]
