"""`/api/contributor`: what is kept of one contributor, for whoever shows her key; and its end."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from ninja import Field, Router, Schema
from ninja.decorators import decorate_view

from mapper.api.authorization import HOLDS_A_KEY, contributor_key, key_shown
from mapper.api.problems import UnfitError
from mapper.api.schemas import OwnRecord, Problem, UnfitProblem
from mapper.cameras.models import Camera
from mapper.cameras.rules import state_on
from mapper.contributors.models import Contributor
from mapper.contributors.rules.allowance import allowance_left
from mapper.contributors.rules.keys import key_hash
from mapper.contributors.rules.senders import RefusedSenderError, sender_of
from mapper.contributors.rules.standing import stands_on
from mapper.sightings.models import Sighting
from mapper.sightings.rules.own_sightings import own_sightings
from mapper.sightings.rules.receipts import receipt_for
from mapper.sightings.services.bring_code import bring_code
from mapper.sightings.services.forget_contributor import forget_contributor
from mapper.surveys.models import Survey
from mapper.vocabulary import Role, State

router = Router(tags=["Contributor"])

_private: Callable[..., Any] = decorate_view(never_cache)


class SentCode(Schema):
    """A code from a mapping walk."""

    code: str = Field(max_length=40)


@router.get("/contributor", response={200: OwnRecord, 404: Problem}, openapi_extra=HOLDS_A_KEY)
@_private
def own(request: HttpRequest) -> JsonResponse:
    """Everything that was sent with a key and what is kept of its holder."""
    return JsonResponse(_record(_contributor(request), timezone.now().date()))


@router.delete("/contributor", response={204: None, 404: Problem}, openapi_extra=HOLDS_A_KEY)
def forget(request: HttpRequest) -> HttpResponse:
    """Forget the holder of a key: what rests on her alone is withdrawn, the rest is nobody's."""
    today = timezone.now().date()
    forget_contributor(contributor=_contributor(request), day=today, by=Role.RESIDENT)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


@router.post(
    "/contributor/code",
    response={200: OwnRecord, 400: Problem, 403: Problem, 422: UnfitProblem, 429: Problem},
    openapi_extra=HOLDS_A_KEY,
)
@_private
def redeem(request: HttpRequest, sent: SentCode) -> JsonResponse:
    """Bring a code from a mapping walk, which gives standing once."""
    today, sender = timezone.now().date(), sender_of(request.META, contributor_key(request))
    try:
        contributor = bring_code(code=sent.code, sender=sender, day=today, by=Role.RESIDENT)
    except RefusedSenderError as refusal:
        if refusal.status != HTTPStatus.UNPROCESSABLE_ENTITY:
            raise
        raise UnfitError("code" if sender.key else "Authorization", refusal.reason) from None
    return JsonResponse(_record(contributor, today))


def _contributor(request: HttpRequest) -> Contributor:
    """Whose key is shown; a key that was never used is as unknown as none."""
    key = key_shown(request)
    found = Contributor.objects.filter(key_hash=key_hash(key)).first() if key else None
    if found is None:
        raise Http404
    return found


def _record(contributor: Contributor, today: date) -> dict[str, Any]:
    surveys = Survey.objects.filter(contributor=contributor).order_by("-received_on", "-pk")
    return {
        "first_seen_on": contributor.first_seen_on,
        "has_standing": stands_on(contributor, today),
        "standing_until": contributor.standing_until,
        "blocked_on": contributor.blocked_on,
        "allowance_left": 0 if contributor.blocked_on else allowance_left(contributor, today),
        "sightings": [_sighting(one, today) for one in own_sightings(contributor)],
        "surveys": [_survey(one) for one in surveys.defer("area")],
        "history": list(contributor.events.values("day", "what", "by")),
    }


def _sighting(sighting: Sighting, today: date) -> dict[str, Any]:
    """A sighting of hers; of a camera that is not shown she learns no more than others."""
    camera = sighting.camera
    is_shown = camera.home_cell is None and camera.hidden_on is None
    return {
        "id": sighting.pk,
        "camera": camera.pk if is_shown else None,
        "state": _state(camera, today) if is_shown else None,
        "verdict": sighting.verdict,
        "observed_on": sighting.observed_on,
        "received_on": sighting.received_on,
        "withdrawn_on": sighting.withdrawn_on,
        "claims": {
            one.aspect: {"value": one.value, "basis": one.basis} for one in sighting.claims.all()
        },
        "texts": [
            {"aspect": one.aspect, "text": one.text, "state": one.state}
            for one in sighting.texts.all()
        ],
        "receipt": receipt_for(sighting.pk),
    }


def _state(camera: Camera, today: date) -> State:
    return state_on(State(camera.state), camera.last_seen_on, today)


def _survey(survey: Survey) -> dict[str, Any]:
    return {
        "id": survey.pk,
        "street": survey.street_name,
        "looked_on": survey.looked_on,
        "withdrawn_on": survey.withdrawn_on,
        "receipt": receipt_for(survey.pk, "survey"),
    }
