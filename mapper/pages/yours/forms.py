"""What is asked for on a contributor's own page: her key or phrase, and a code."""

from django import forms

from mapper.contributors.rules.keys import key_problem
from mapper.contributors.rules.phrases import key_in
from mapper.settings import limits


class KeyForm(forms.Form):
    """A key, as it is or as its twelve words."""

    key = forms.CharField(
        label="Your phrase",
        max_length=limits.CONTRIBUTOR_KEY_MAX,
        help_text="Twelve words, as another device of yours showed them.",
        error_messages={"required": "Type the twelve words of your phrase."},
    )

    def clean_key(self) -> str:
        """The key that was typed or sent."""
        try:
            key = key_in(self.cleaned_data["key"])
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None
        if key_problem(key):
            raise forms.ValidationError("This is neither a phrase of twelve words nor a key.")
        return key
