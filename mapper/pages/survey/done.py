"""`/survey/done/<receipt>/`: thanks for a survey, with the way to take it back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from mapper.matching.services.take_back_survey import take_back_survey
from mapper.pages.here import Here
from mapper.sightings.rules.receipts import number_in
from mapper.surveys.models import Survey
from mapper.vocabulary import Role


@never_cache
@require_safe
def survey_done(request: HttpRequest, receipt: str) -> HttpResponse:
    """What was said; whoever holds the receipt may see and withdraw it."""
    found = _survey_of(receipt)
    middle = found.area.centroid
    context = {"survey": found, "receipt": receipt, "here": Here(middle.x, middle.y)}
    return render(request, "survey/done.html", context)


@require_POST
def survey_withdraw(request: HttpRequest) -> HttpResponse:
    """Take a survey back by its receipt; twice is once."""
    receipt = request.POST.get("receipt", "")
    today = timezone.now().date()
    take_back_survey(survey=_survey_of(receipt), day=today, by=Role.RESIDENT)
    return redirect("survey-done", receipt)


def _survey_of(receipt: str) -> Survey:
    """The survey of a receipt; raises `Http404` where it is none of ours."""
    number = number_in(receipt, "survey") or 0
    found = Survey.objects.with_found().filter(pk=number).first()
    if found is None:
        raise Http404
    return found
