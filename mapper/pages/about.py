"""What the site is, how to read map and figures, whose data it shows, what it keeps of you."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mapper.cameras.models import Source
from mapper.coverage.devices import DEVICES
from mapper.places.models import Ground
from mapper.settings import limits
from mapper.vocabulary import Detail, Kind


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What it is and how to read the map, with the exact rules of the states."""
    context = {
        "kinds": list(Kind),
        "opening": round(limits.SECTOR_OPENING_DEG),
        "stale_days": limits.STALE_AFTER_DAYS,
        "stale_years": limits.STALE_AFTER_DAYS // 365,
    }
    return render(request, "about/about.html", context)


@require_safe
def about_data(request: HttpRequest) -> HttpResponse:
    """Every imported source of cameras and of ground, with its licence and attribution."""
    context = {
        "sources": Source.objects.order_by("title"),
        "grounds": Ground.objects.current().defer("extent").order_by("title"),
    }
    return render(request, "about/data.html", context)


@require_safe
def about_figures(request: HttpRequest) -> HttpResponse:
    """How the figures of places are made, with the devices that are assumed."""
    devices = [
        {
            "scenario": scenario,
            "pixels_across": round(device.pixels_across),
            "opening": round(device.opening),
            "observes": round(device.reach_m(Detail.OBSERVE)),
            "recognises": round(device.reach_m(Detail.RECOGNISE)),
        }
        for scenario, device in DEVICES.items()
    ]
    context = {
        "devices": devices,
        "observe": round(Detail.OBSERVE.pixels_a_metre),
        "recognise": round(Detail.RECOGNISE.pixels_a_metre),
    }
    return render(request, "about/figures.html", context)


@require_safe
def about_privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of a visitor and of a sighting, and what is not."""
    pinned = limits.WRITER_ON_PRIMARY_S if settings.REPLICA_URLS else None
    return render(request, "about/privacy.html", {"pinned_seconds": pinned})
