"""The forms of a moderator's acts: each asks for a reason, and some for more."""

from datetime import date, timedelta

from django import forms
from django.http import QueryDict

from mapper.geometry.positions import parse_position
from mapper.settings import limits
from mapper.sightings.forms.fields import sentence
from mapper.sightings.rules.reports import position_problem

_CHOOSE = {"required": "Choose what to do.", "invalid_choice": "Choose what to do."}


class ReasonField(forms.CharField):
    """Why a moderator does something."""

    def __init__(self, help_text: str = "It is kept in the log.") -> None:
        super().__init__(
            label="Reason",
            max_length=limits.REASON_MAX,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text=help_text,
            error_messages={"required": "Give a reason."},
        )


class ReasonForm(forms.Form):
    """A reason, and nothing else."""

    reason = ReasonField()


class CameraForm(ReasonForm):
    """What is to become of a camera."""

    what = forms.ChoiceField(
        label="What is to become of it?",
        choices=[
            ("show", "Show it on the map"),
            ("hide", "Hide it until it is judged"),
            ("take_down", "Take it down for ever"),
        ],
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    invented = forms.BooleanField(
        label="Whoever logged it first invented it (counts with “take it down”)", required=False
    )
    reason = ReasonField("It is kept in the log, and read by all who asked for its removal.")

    field_order = ("what", "invented", "reason")


class TextForm(ReasonForm):
    """Whether everybody may read a text."""

    what = forms.ChoiceField(
        choices=[("release", "Release"), ("refuse", "Refuse")], error_messages=_CHOOSE
    )


class ContributorForm(ReasonForm):
    """What to do about everything the same contributor sent; `seen` is how much was shown."""

    what = forms.ChoiceField(
        choices=[("undo", "Undo"), ("block", "Block"), ("unblock", "Unblock")],
        error_messages=_CHOOSE,
    )
    since = forms.DateField()
    seen = forms.IntegerField(min_value=0)


class LockForm(ReasonForm):
    """Which cell to lock, by a position in it, and for how long."""

    position = forms.CharField(
        label="A position in it",
        max_length=80,
        help_text="As a map gives it, such as 47.0123, -28.0456.",
        error_messages={"required": "Say where."},
    )
    days = forms.IntegerField(
        label="For how many days",
        min_value=1,
        max_value=limits.LOCK_MAX_DAYS,
        initial=limits.DESK_DAYS,
    )

    field_order = ("position", "days", "reason")

    def clean_position(self) -> tuple[float, float]:
        """Latitude and longitude in degrees."""
        return _position_in(self.cleaned_data["position"])


class UnlockForm(ReasonForm):
    """Which cell to open again."""

    cell = forms.IntegerField(min_value=0, max_value=4**limits.LOCKED_CELL_ZOOM - 1)


class AreaForm(forms.Form):
    """Where and since when to look at sightings; empty, it is everywhere."""

    position = forms.CharField(
        label="Around a position",
        max_length=80,
        required=False,
        help_text="Empty: everywhere.",
    )
    metres = forms.IntegerField(
        label="Metres around it", min_value=1, max_value=limits.DESK_AROUND_MAX_M, required=False
    )
    since = forms.DateField(
        label="Since",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def __init__(self, data: QueryDict, *, today: date) -> None:
        filled = {
            "position": data.get("position", ""),
            "metres": data.get("metres") or f"{limits.DESK_AROUND_M:.0f}",
            "since": data.get("since") or f"{today - timedelta(days=limits.DESK_DAYS)}",
        }
        super().__init__(filled)

    def clean_position(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees; None for everywhere."""
        text = self.cleaned_data["position"]
        return _position_in(text) if text else None


def _position_in(text: str) -> tuple[float, float]:
    """Latitude and longitude on the earth; raises `forms.ValidationError` in words."""
    try:
        lat, lon = parse_position(text)
    except ValueError as error:
        raise forms.ValidationError(sentence(str(error))) from None
    problem = position_problem(lat, lon)
    if problem:
        raise forms.ValidationError(problem)
    return lat, lon
