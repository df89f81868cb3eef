"""Admitting what somebody sends: knowing her again, and taking it from what she may send today."""

from datetime import date
from functools import partial
from http import HTTPStatus

from django.db import IntegrityError, transaction
from django.db.models import CharField

from mapper.contributors.memory.addresses import address_memory
from mapper.contributors.models import Contributor, ContributorEventKind
from mapper.contributors.rules.allowance import allowance_left, used_on
from mapper.contributors.rules.keys import key_hash
from mapper.contributors.rules.senders import RefusedSenderError, Sender
from mapper.contributors.rules.standing import fades_on, stands_on
from mapper.contributors.services.kept_on_commit import kept_on_commit
from mapper.settings import limits
from mapper.spatial.compiled_queries import CompiledQuery, Given
from mapper.vocabulary import Role

BLOCKED = "A moderator has stopped this contributor from sending anything more."
USED_UP = "That was all you can send today. Tomorrow you can go on."
ADDRESS_USED_UP = (
    "From your connection so much was sent today that no more is taken. Tomorrow you can go on."
)

# Rows that refer to her may be stored while she is locked: her number stays what it is.
_WITH_KEY = CompiledQuery(
    lambda: Contributor.objects.filter(key_hash=Given("key_hash", CharField())).select_for_update(
        no_key=True
    )
)


def admit_sender(
    *,
    sender: Sender,
    cost: int = 1,
    day: date,
    by: Role,
) -> Contributor | None:
    """The contributor who sends something that costs so much, None where she names no key.

    To be called inside the caller's transaction. A key never seen before is a new contributor.
    Her row stays locked until that transaction ends, and when it is rolled back nothing stays
    taken. Raises `RefusedSenderError` for the blocked (403), and where her allowance or that of
    the address is used up (429).
    """
    contributor = _admit_contributor(sender.key, cost, day, by) if sender.key else None
    if contributor is None:
        _take(f"keyless {sender.address}", cost, limits.ALLOWANCE_KEYLESS, day)
    _take(f"all {sender.address}", cost, limits.ALLOWANCE_ADDRESS, day)
    return contributor


def admit_address(*, sender: Sender, purpose: str, most: int, day: date) -> None:
    """Take one from what an address may ask for in a day: `most` times for each `purpose`.

    To be called inside the caller's transaction; when that is rolled back, nothing stays taken.
    Raises `RefusedSenderError` (429) where it is used up.
    """
    _take(f"{purpose} {sender.address}", 1, most, day)


def voice_weight(
    *, sender: Sender, contributor: Contributor | None, about: str, day: date
) -> float | None:
    """What a voice about something counts: None for a whole one, 0.0 where it adds nothing.

    It adds nothing where another voice spoke about the same through the same address today. To
    be called inside the caller's transaction; when that is rolled back, nobody spoke.
    """
    who = f"contributor {contributor.pk}" if contributor else "nobody"
    memory = address_memory()
    alone, held = memory.speak(sender.address, about, who, day)
    if held:
        kept_on_commit(partial(memory.unsay, held))
    return None if alone else 0.0


def _admit_contributor(key: str, cost: int, day: date, by: Role) -> Contributor:
    contributor, is_new = _locked_contributor(key_hash(key), cost, day)
    if not is_new:
        _refuse_or_take(contributor, cost, day)
        _keep_standing(contributor, day, by)
        contributor.last_seen_on = max(contributor.last_seen_on or day, day)
        contributor.save(update_fields=["standing_until", "used", "used_on", "last_seen_on"])
    elif cost > limits.ALLOWANCE_NEW_KEY:
        raise RefusedSenderError(USED_UP, HTTPStatus.TOO_MANY_REQUESTS)
    return contributor


def _locked_contributor(hashed: str, cost: int, day: date) -> tuple[Contributor, bool]:
    """Who has a key, locked, and whether nobody had it before."""
    for known in _WITH_KEY.rows(key_hash=hashed):
        return known, False
    first = {"first_seen_on": day, "last_seen_on": day, "used_on": day, "used": cost}
    try:
        with transaction.atomic():
            return Contributor.objects.create(key_hash=hashed, **first), True
    except IntegrityError:
        # Two of her first posts raced; the other made her.
        (known,) = _WITH_KEY.rows(key_hash=hashed)
        return known, False


def _refuse_or_take(contributor: Contributor, cost: int, day: date) -> None:
    if contributor.blocked_on:
        raise RefusedSenderError(BLOCKED, HTTPStatus.FORBIDDEN)
    if cost > allowance_left(contributor, day):
        raise RefusedSenderError(USED_UP, HTTPStatus.TOO_MANY_REQUESTS)
    contributor.used = used_on(contributor, day) + cost
    contributor.used_on = day


def _keep_standing(contributor: Contributor, day: date, by: Role) -> None:
    """Standing that has not faded lasts a year from today; that it has is noted on her return."""
    until = contributor.standing_until
    if stands_on(contributor, day):
        contributor.standing_until = max(until or day, fades_on(day))
    elif contributor.has_standing and until and _not_back_since(contributor, until):
        details = {"until": f"{until}"}
        what = ContributorEventKind.STANDING_FADED
        contributor.events.create(day=day, what=what, by=by, details=details)


def _not_back_since(contributor: Contributor, until: date) -> bool:
    return contributor.last_seen_on is None or contributor.last_seen_on <= until


def _take(name: str, cost: int, most: int, day: date) -> None:
    memory = address_memory()
    held = memory.take(name, cost, most, day)
    if held is None:
        raise RefusedSenderError(ADDRESS_USED_UP, HTTPStatus.TOO_MANY_REQUESTS)
    kept_on_commit(partial(memory.give_back, held))
