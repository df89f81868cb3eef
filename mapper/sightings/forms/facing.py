"""The part of a form that asks which way a camera faces: by compass points, or in degrees."""

from django import forms

from mapper.sightings.forms.fields import DONT_KNOW, UNKNOWN, sentence
from mapper.vocabulary import Facing, parse_directions
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


class FacingForm(forms.Form):
    """The facings of a camera, each ticked or measured."""

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

    def facings(self) -> tuple[Facing, ...]:
        """What was ticked and what was measured, each facing once; all round is all there is."""
        chosen = self.cleaned_data["facing"]
        if ALL_ROUND in chosen:
            return (Facing(FULL_TURN / 2, FULL_TURN),)
        ticked = tuple(Facing(COMPASS_POINTS.index(point) * POINT_WIDTH) for point in chosen)
        measured = self.cleaned_data["facing_degrees"]
        return ticked + tuple(facing for facing in measured if facing not in ticked)
