"""The form that asks what would be in view with other cameras."""

from typing import Any

from django import forms

from mapper.cameras.models import Camera, Operator
from mapper.geometry import Box
from mapper.geometry.positions import parse_position
from mapper.settings import limits
from mapper.sightings.rules.reports import position_problem
from mapper.vocabulary import Facing, Kind, parse_directions


class WhatIfForm(forms.Form):
    """Which cameras to think away, and which one to think up."""

    operator = forms.ModelChoiceField(
        Operator.objects.none(),
        required=False,
        label="Without the cameras of",
        empty_label="Nobody",
        error_messages={"invalid_choice": "Choose one of those shown."},
    )
    camera = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=2**63 - 1,
        label="Without one camera",
        help_text="Its number, as it stands in the address of its page.",
    )
    position = forms.CharField(
        required=False,
        max_length=80,
        label="With a new camera at",
        help_text="Latitude and longitude, such as 47.0123, -28.0456. The map shows them after #.",
    )
    kind = forms.ChoiceField(
        required=False,
        choices=[(kind.value, kind.label) for kind in Kind],
        initial=Kind.FIXED.value,
        label="Of this kind",
    )
    facing = forms.CharField(
        required=False,
        max_length=40,
        label="Which faces",
        help_text="NE, or 45 degrees, or 30-90 for a width. Leave it empty where it is open.",
    )

    def __init__(self, *args: Any, box: Box, **options: Any) -> None:  # noqa: ANN401  (Django's)
        super().__init__(*args, **options)
        self.box = box
        here = Camera.objects.public().in_box(box).filter(operator__isnull=False)
        numbers = here.order_by().values_list("operator", flat=True).distinct()
        operators = Operator.objects.filter(pk__in=numbers[: limits.WHAT_IF_OPERATORS])
        field = self.fields["operator"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = operators.order_by("name")

    def clean_position(self) -> tuple[float, float] | None:
        """Latitude and longitude in or beside the place."""
        text = self.cleaned_data["position"]
        if not text:
            return None
        try:
            lat, lon = parse_position(text)
        except ValueError as problem:
            raise forms.ValidationError(f"{str(problem).capitalize()}.") from problem
        problem_words = position_problem(lat, lon)
        if problem_words:
            raise forms.ValidationError(problem_words)
        if not self.box.contains(lon, lat):
            raise forms.ValidationError("That does not lie in this place.")
        return lat, lon

    def clean_facing(self) -> tuple[Facing, ...]:
        """The facings typed, as OpenStreetMap writes directions."""
        text = self.cleaned_data["facing"]
        directions = parse_directions(text) if text else None
        if directions is None:
            return ()
        if directions.problems:
            raise forms.ValidationError([f"{problem}." for problem in directions.problems])
        return directions.facings

    @property
    def asks(self) -> bool:
        """Whether, once it is valid, anything is to be thought away or up."""
        return any(self.cleaned_data.get(name) for name in ("operator", "camera", "position"))
