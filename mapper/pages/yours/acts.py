"""What can be done on a contributor's own page: one function for each of its buttons."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.http import QueryDict

from mapper.contributors.models import Contributor
from mapper.contributors.rules.phrases import phrase_of
from mapper.contributors.rules.senders import RefusedSenderError, Sender
from mapper.matching.services.take_back_survey import take_back_survey
from mapper.pages.yours.record import forgetting
from mapper.sightings.models import Sighting
from mapper.sightings.services.bring_code import bring_code
from mapper.sightings.services.forget_contributor import forget_contributor
from mapper.sightings.services.withdraw_sighting import withdraw_sighting
from mapper.surveys.models import Survey
from mapper.vocabulary import Role

_CODE_LENGTH = 40

Sent = TypeVar("Sent", Sighting, Survey)

Outcome = dict[str, Any]
"""What an act adds to what the page shows."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, None where nothing was sent with her key yet, and what her form holds."""

    key: str
    contributor: Contributor | None
    sender: Sender
    sent: QueryDict
    today: date


def act_on(asked: Asked) -> Outcome:
    """Do what the button says; one that nobody knows does nothing."""
    act = _ACTS.get(asked.sent.get("act", ""))
    return act(asked) if act else {}


def _show_phrase(asked: Asked) -> Outcome:
    return {"phrase": phrase_of(asked.key).split(), "asked_phrase": True}


def _bring_code(asked: Asked) -> Outcome:
    code = asked.sent.get("code", "")[:_CODE_LENGTH]
    try:
        bring_code(code=code, sender=asked.sender, day=asked.today, by=Role.RESIDENT)
    except RefusedSenderError as refusal:
        return {"code_problem": refusal.reason, "status": refusal.status}
    return {"said": "Thank you. From now on what you say can confirm cameras."}


def _withdraw_sighting(asked: Asked) -> Outcome:
    own = _own(Sighting, asked, "sighting")
    if own is None:
        return {}
    withdraw_sighting(sighting=own, day=asked.today, by=Role.RESIDENT)
    return {"said": "Taken back. It counts no longer."}


def _withdraw_survey(asked: Asked) -> Outcome:
    own = _own(Survey, asked, "survey")
    if own is None:
        return {}
    take_back_survey(survey=own, day=asked.today, by=Role.RESIDENT)
    return {"said": "Taken back, with the sightings that came with it."}


def _own(model: type[Sent], asked: Asked, name: str) -> Sent | None:
    """The row of hers that a form names; anybody else's is as unknown as none."""
    text = asked.sent.get(name, "")
    is_number = text.isascii() and text.isdigit() and len(text) < len(str(2**63))
    if asked.contributor is None or not is_number:
        return None
    own = model._default_manager.filter(contributor=asked.contributor, pk=int(text))
    return own.first()


def _ask_forget(asked: Asked) -> Outcome:
    return {"forgetting": forgetting(asked.contributor)} if asked.contributor else {}


def _forget(asked: Asked) -> Outcome:
    """Forget; whoever is not known is forgotten already."""
    if asked.contributor:
        forget_contributor(contributor=asked.contributor, day=asked.today, by=Role.RESIDENT)
    return {"forgotten": True}


_ACTS: dict[str, Callable[[Asked], Outcome]] = {
    "phrase": _show_phrase,
    "code": _bring_code,
    "withdraw": _withdraw_sighting,
    "withdraw-survey": _withdraw_survey,
    "ask-forget": _ask_forget,
    "forget": _forget,
}
