"""The form of a survey: where, when, and which of the known cameras somebody saw."""

import hashlib
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from mapper.settings import limits
from mapper.sightings.rules.reports import day_problem, earliest_day, position_problem
from mapper.surveys.search import Look, UnfitLookError, look_at

_INCOMPLETE = {
    "required": "This form was incomplete. Please check it and send it again.",
    "invalid": "This form was incomplete. Please check it and send it again.",
}

_DIGITS = 18  # what any database holds as a whole number


class SurveyForm(forms.Form):
    """Answers to “where did you look, when, and what did you see?”; `look` once it is valid."""

    token = forms.UUIDField(widget=forms.HiddenInput, error_messages=_INCOMPLETE)
    lat = forms.FloatField(widget=forms.HiddenInput, error_messages=_INCOMPLETE)
    lon = forms.FloatField(widget=forms.HiddenInput, error_messages=_INCOMPLETE)
    along = forms.CharField(widget=forms.HiddenInput, required=False, max_length=255)
    looked_on = forms.DateField(
        label="When did you look?",
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": "Say on which day you looked.",
            "invalid": "Write the day as 2026-01-31 or 31/01/2026.",
        },
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        today: date,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.today, self.look = today, None
        day = self.fields["looked_on"]
        day.initial = today
        day.widget.attrs |= {"min": f"{earliest_day(today)}", "max": f"{today}"}

    look: Look | None

    @property
    def ticked(self) -> list[int]:
        """The numbers of the cameras ticked; what is no number is no camera of ours."""
        sent = self.data.getlist("seen") if isinstance(self.data, QueryDict) else []
        short = [
            text for text in sent if text.isascii() and text.isdigit() and len(text) <= _DIGITS
        ]
        return [int(text) for text in short[: limits.MATCH_COMPARED_MAX]]

    def clean_looked_on(self) -> date:
        """The day; where it is tomorrow already, it counts as today."""
        looked_on: date = self.cleaned_data["looked_on"]
        problem = day_problem(looked_on, self.today)
        if problem:
            raise forms.ValidationError(problem)
        return min(looked_on, self.today)

    def clean(self) -> dict[str, Any]:
        """What was looked at, where position and day are fit."""
        if not self.errors:
            self._look()
        return self.cleaned_data

    def _look(self) -> None:
        said = self.cleaned_data
        problem = position_problem(said["lat"], said["lon"])
        if problem:
            self.add_error(None, problem)
            return
        try:
            self.look = look_at(
                said["lon"], said["lat"], said["along"], said["looked_on"], self.ticked
            )
        except UnfitLookError as unfit:
            self.add_error(None, unfit.reason)

    def idempotency_key(self) -> str:
        """The same for the same form sent twice; another once something in it was changed."""
        said = f"{self.cleaned_data} {sorted(self.ticked)}"
        return hashlib.sha256(said.encode()).hexdigest()
