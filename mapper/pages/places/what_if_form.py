"""The form that asks what would be in view with other cameras."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms

from mapper.cameras.models import Camera, Operator
from mapper.geometry import Box
from mapper.geometry.positions import parse_position
from mapper.settings import limits
from mapper.sightings.rules.reports import position_problem
from mapper.vocabulary import Facing, Kind, OperatorType, Selection, parse_directions
from mapper.vocabulary.words import Word

# Those of private homes are in no figure.
_RUN_BY = [kind for kind in OperatorType if kind is not OperatorType.PRIVATE_HOME]


def _one_of(words: Iterable[Word], none: str) -> list[tuple[str, str]]:
    """The words to choose from, and none of them."""
    return [("", none), *((word.value, word.label) for word in words)]


class WhatIfForm(forms.Form):
    """Which cameras to think away, and which one to think up."""

    operator = forms.ModelChoiceField(
        Operator.objects.none(),
        required=False,
        label="Without the cameras of",
        empty_label="Nobody",
        error_messages={"invalid_choice": "Choose one of those shown."},
    )
    gone_kind = forms.ChoiceField(
        required=False, choices=_one_of(Kind, "None"), label="Without all of one kind"
    )
    gone_run_by = forms.ChoiceField(
        required=False,
        choices=_one_of(_RUN_BY, "Nobody"),
        label="Without all that are run by",
        help_text="With a kind chosen as well: those of that kind which they run.",
    )
    camera = forms.CharField(
        required=False,
        max_length=20 * limits.WHAT_IF_CAMERAS,
        label="Without some cameras",
        help_text="Their numbers, as they stand in the addresses of their pages, such as 12, 40.",
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

    def clean_camera(self) -> list[int]:
        """The numbers typed."""
        parts = re.findall(r"[^\s,;]+", self.cleaned_data["camera"])
        strange = [part for part in parts if not re.fullmatch(r"[0-9]{1,18}", part)]
        if strange:
            raise forms.ValidationError(f"“{strange[0]}” is not the number of a camera.")
        if len(parts) > limits.WHAT_IF_CAMERAS:
            raise forms.ValidationError(f"No more than {limits.WHAT_IF_CAMERAS} at once.")
        return [int(part) for part in parts]

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
    def selection(self) -> Selection:
        """Which cameras, once it is valid, are thought away by what they are."""
        kind, run_by = self.cleaned_data["gone_kind"], self.cleaned_data["gone_run_by"]
        return Selection(
            kinds=frozenset({Kind(kind)} if kind else ()),
            operator_types=frozenset({OperatorType(run_by)} if run_by else ()),
        )

    @property
    def asks(self) -> bool:
        """Whether, once it is valid, anything is to be thought away or up."""
        named = any(self.cleaned_data.get(name) for name in ("operator", "camera", "position"))
        return named or not self.selection.is_empty
