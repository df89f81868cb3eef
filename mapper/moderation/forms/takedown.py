"""The form that asks for a camera to be taken off the map."""

import hashlib

from django import forms

from mapper.moderation.models import TakedownReason
from mapper.settings import limits
from mapper.sightings.rules.texts import clean_text

INCOMPLETE = "This form was incomplete. Please check it and send it again."
_NUMBERS_MAX = 2**63 - 1


class TakedownForm(forms.Form):
    """Which camera, why, and what else a moderator should know."""

    token = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": INCOMPLETE, "invalid": INCOMPLETE}
    )
    camera = forms.IntegerField(
        label="Number of the camera",
        min_value=1,
        max_value=_NUMBERS_MAX,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="It stands on the camera’s page.",
        error_messages={
            "required": "Say which camera it is.",
            "invalid": "The number of a camera is a whole number.",
            "min_value": "There is no such camera.",
            "max_value": "There is no such camera.",
        },
    )
    reason = forms.ChoiceField(
        label="Why should it go?",
        choices=TakedownReason.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Say why it should go.",
            "invalid_choice": "Choose one of the answers shown.",
        },
    )
    explanation = forms.CharField(
        label="What else should we know?",
        required=False,
        max_length=limits.EXPLANATION_MAX,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="You need not say anything. Only moderators read it; it is never published.",
    )

    def clean_explanation(self) -> str:
        """The explanation, line by line, without what nobody can see."""
        lines = self.cleaned_data["explanation"].splitlines()
        return "\n".join(clean_text(line) for line in lines).strip()

    def form_key(self) -> str:
        """The same for the same form sent twice; another once something in it was changed."""
        said = [str(self.cleaned_data[name]) for name in self.fields]
        return hashlib.sha256("\0".join(said).encode()).hexdigest()
