"""The part of a form that asks where something is by its street, for who has no coordinates."""

from django import forms

from mapper.geometry.roadsides import beside
from mapper.places.streets import FoundStreet, crossing_of, find_streets
from mapper.settings import limits

SIDES = {"": "I don’t know", "0": "North", "90": "East", "180": "South", "270": "West"}


class StreetForm(forms.Form):
    """A street by name, its side, and a street that crosses it near the camera."""

    street = forms.CharField(
        label="Or the street",
        required=False,
        max_length=limits.SEARCH_MAX_LENGTH,
        help_text="Its name, as the map writes it.",
    )
    street_meant = forms.CharField(label="Which of these?", required=False, max_length=200)
    near = forms.CharField(
        label="Near which crossing street?",
        required=False,
        max_length=limits.SEARCH_MAX_LENGTH,
        help_text="The nearer the crossing, the surer the place.",
    )
    side = forms.ChoiceField(
        label="On which side of the street?", choices=list(SIDES.items()), required=False
    )

    def settle_street(self) -> None:
        """Take the position beside the street named, or say what is missing."""
        found = find_streets(self.cleaned_data["street"])
        meant = [one for one in found if one.key == self.cleaned_data["street_meant"]] or found
        if not meant:
            self.add_error("street", "No street of this name is on the map.")
        elif len(meant) > 1:
            self._ask_which(meant)
        else:
            self._take(meant[0])

    def _ask_which(self, found: list[FoundStreet]) -> None:
        answers = [
            (one.key, f"{one.name}, {one.where}" if one.where else one.name) for one in found
        ]
        self.fields["street_meant"].widget = forms.RadioSelect(choices=answers)
        self.add_error("street_meant", "There are several. Say which one it is.")

    def _take(self, street: FoundStreet) -> None:
        near, side = self.cleaned_data["near"], self.cleaned_data.get("side")
        crossing = crossing_of(street, find_streets(near)) if near else None
        if near and crossing is None:
            self.add_error("near", f"No street of this name crosses {street.name}.")
            return
        place = beside(
            street.lines,
            float(side) if side else None,
            limits.ROADSIDE_M,
            crossing.lines if crossing else None,
        )
        if place.accuracy_m > limits.REPORT_MAX_ACCURACY_M:
            self.add_error("near", f"{street.name} is long. Name a street that crosses it there.")
            return
        self.cleaned_data |= {"where": (place.lat, place.lon), "accuracy_m": place.accuracy_m}
