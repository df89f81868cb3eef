"""The part of a form that asks where something is, and checks what was typed."""

from typing import Any

from django import forms

from mapper.geometry import Box
from mapper.geometry.positions import parse_position
from mapper.places.models import Ground
from mapper.settings import limits
from mapper.sightings.forms.fields import CoordinateField, sentence
from mapper.sightings.forms.street import StreetForm
from mapper.sightings.rules.reports import looks_swapped, position_problem

Position = tuple[float, float]
"""Latitude and longitude in degrees."""


class PositionForm(StreetForm):
    """A position as numbers, as one text, or by its street; `where` holds it once checked."""

    latitude = CoordinateField(latitude=True, label="Latitude", help_text="North is plus.")
    longitude = CoordinateField(latitude=False, label="Longitude", help_text="East is plus.")
    position = forms.CharField(
        label="Or both in one",
        required=False,
        max_length=80,
        help_text="Paste what a map gives you, such as 47.0123, -28.0456.",
    )
    accuracy_m = forms.FloatField(
        required=False,
        min_value=0,
        max_value=limits.REPORT_MAX_ACCURACY_M,
        widget=forms.HiddenInput,
    )
    position_is_right = forms.BooleanField(
        label="The position is right as I typed it", required=False
    )

    @property
    def asks_about_swap(self) -> bool:
        """Whether to offer the answer that the position is right as it was typed."""
        return "position_is_right" in self.data or self.has_error(self._field_used(), "swapped")

    def clean_position(self) -> Position | None:
        """Latitude and longitude out of the one field; None where it was left empty."""
        text = self.cleaned_data["position"]
        try:
            return parse_position(text) if text else None
        except ValueError as error:
            raise forms.ValidationError(sentence(str(error))) from None

    def clean(self) -> dict[str, Any]:
        """One position, from whichever fields were used."""
        if not self.errors.keys() & {"position", "latitude", "longitude", "street", "near"}:
            self._settle()
        return self.cleaned_data

    def _settle(self) -> None:
        pair = (self.cleaned_data["latitude"], self.cleaned_data["longitude"])
        told = self.cleaned_data["position"] or pair
        if told == (None, None) and self.cleaned_data["street"]:
            self.settle_street()
        elif told == (None, None):
            self.add_error("latitude", "Say where the camera is.")
        elif None in told:
            missing = "latitude" if pair[0] is None else "longitude"
            self.add_error(missing, f"The {missing} is missing.")
        else:
            self._check(*told)

    def _check(self, lat: float, lon: float) -> None:
        problem = position_problem(lat, lon)
        if problem:
            self.add_error(self._field_used(), problem)
        elif not self.cleaned_data["position_is_right"] and looks_swapped(lat, lon, mapped_boxes()):
            self.add_error(self._field_used(), forms.ValidationError(SWAPPED, code="swapped"))
        self.cleaned_data["where"] = (lat, lon)

    def _field_used(self) -> str:
        return "position" if self.data.get("position") else "latitude"


SWAPPED = (
    "Nothing is mapped at this position, but with latitude and longitude swapped it lies on the"
    " map. Swap them, or tick that the position is right."
)


def mapped_boxes() -> list[Box]:
    """The boxes of all ground there is."""
    extents = Ground.objects.values_list("extent", flat=True)
    return [Box(*extent.extent) for extent in extents]
