"""Fields of questions a person answers by looking: coordinates, one of a list, how she knows."""

from django import forms

from mapper.geometry.positions import parse_latitude, parse_longitude
from mapper.settings import limits
from mapper.sightings.rules.texts import clean_text, text_problem
from mapper.vocabulary import Basis, Word

DONT_KNOW = "I don’t know"
UNKNOWN = "unknown"

BASIS_WORDS = (
    (Basis.SAW.value, "I saw it"),
    (Basis.SIGN.value, "A sign says so"),
    (Basis.DOCUMENT.value, "A document says so"),
    (Basis.GUESS.value, "I am guessing"),
)


def choices_with_unknown(words: type[Word]) -> list[tuple[str, str]]:
    """A closed list as choices; what the list calls unknown a person calls “I don't know”."""
    return [(word.value, DONT_KNOW if word == UNKNOWN else word.label) for word in words]


class CoordinateField(forms.CharField):
    """One number of degrees, as people write it."""

    def __init__(self, *, latitude: bool, label: str, help_text: str) -> None:
        self.parse = parse_latitude if latitude else parse_longitude
        super().__init__(required=False, max_length=40, label=label, help_text=help_text)

    def clean(self, value: object) -> float | None:
        """Degrees; None where nothing was typed."""
        text: str = super().clean(value)
        try:
            return self.parse(text) if text else None
        except ValueError as error:
            raise forms.ValidationError(sentence(str(error))) from None


class OneOf(forms.ChoiceField):
    """One answer out of a closed list, as radio buttons; nothing chosen means not known."""

    def __init__(self, words: type[Word], *, label: str, help_text: str = "") -> None:
        self.words = words
        super().__init__(
            choices=choices_with_unknown(words),
            widget=forms.RadioSelect,
            required=False,
            initial=UNKNOWN,
            error_messages={"invalid_choice": "Choose one of the answers shown."},
            label=label,
            help_text=help_text,
        )

    def clean(self, value: object) -> Word:
        """The word chosen."""
        return self.words(super().clean(value) or UNKNOWN)


class BasisField(forms.ChoiceField):
    """How somebody knows; unsaid, it counts as a guess."""

    def __init__(self, *, label: str) -> None:
        super().__init__(
            choices=BASIS_WORDS,
            widget=forms.RadioSelect,
            required=False,
            initial=Basis.GUESS,
            error_messages={"invalid_choice": "Choose one of the answers shown."},
            label=label,
        )

    def clean(self, value: object) -> Basis:
        """The basis chosen."""
        return Basis(super().clean(value) or Basis.GUESS)


class HeldTextField(forms.CharField):
    """One line written freely, which a person reads before anybody else does."""

    def __init__(self, *, label: str, help_text: str) -> None:
        super().__init__(required=False, label=label, help_text=help_text)
        self.widget.attrs["maxlength"] = limits.HELD_TEXT_MAX

    def clean(self, value: object) -> str:
        """The text as it is kept; empty where nothing was written."""
        text = clean_text(super().clean(value))
        problem = text_problem(text) if text else ""
        if problem:
            raise forms.ValidationError(problem)
        return text


def sentence(words: str) -> str:
    """Words with a capital and a full stop."""
    return f"{words[0].upper()}{words[1:]}."
