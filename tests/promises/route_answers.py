"""The one table of what every route answers to every method, from whom.

Two may ask: a `visitor`, whose forms come from our own pages, and a `stranger`, whose forms come
from elsewhere and so lack the token. Nobody has an account in this version.
"""

from dataclasses import dataclass

from mapper.cameras.models import Camera
from mapper.sightings.rules.receipts import receipt_for
from tests.factories.sightings import make_sighting

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
UNSAFE = ("POST", "PUT", "PATCH", "DELETE")
ROLES = ("visitor", "stranger")

Answers = dict[str, int]
"""Method to status."""


@dataclass(frozen=True, slots=True)
class Route:
    """One route: an address it answers, and its answers.

    In the address `{camera}` is a public camera, and `{receipt}` that of a sighting of it.
    """

    address: str
    visitor: Answers
    stranger: Answers

    def address_of(self, camera: Camera) -> str:
        """The address, about this camera; one who saw it holds the receipt."""
        receipt = receipt_for(make_sighting(camera).pk) if "{receipt}" in self.address else ""
        return self.address.format(camera=camera.pk, receipt=receipt)

    def answers(self, role: str) -> Answers:
        """What it answers to somebody in this role."""
        return self.visitor if role == "visitor" else self.stranger


def read_only(status: int = 200) -> Answers:
    """Read, and nothing else."""
    return {method: status if method in {"GET", "HEAD"} else 405 for method in METHODS}


def refused_from_elsewhere(answers: Answers) -> Answers:
    """The same, but for a form without its token."""
    return {method: 403 if method in UNSAFE else answers[method] for method in METHODS}


def page(address: str) -> Route:
    """A page, a tile, or anything else that is only read."""
    return Route(address, read_only(), refused_from_elsewhere(read_only()))


def door(address: str, status: int = 200) -> Route:
    """An address for programs, which send no forms and need no token to be told no."""
    return Route(address, read_only(status), read_only(status))


FORM = {**read_only(), "POST": 422}
SENT_TO = {**dict.fromkeys(METHODS, 405), "POST": 422}
UNKNOWN = read_only(404)
UNHELD = {**dict.fromkeys(METHODS, 405), "POST": 404}
# What is shown to the holder of a key alone.
OWN = {**dict.fromkeys(METHODS, 405), "GET": 404, "HEAD": 405, "DELETE": 404}
TAKEN_BACK = {**dict.fromkeys(METHODS, 405), "DELETE": 404}
ONLY_SENT = {**dict.fromkeys(METHODS, 405), "POST": 404}
NEVER = dict.fromkeys(METHODS, 404)

ROUTES = {
    "/": page("/"),
    "/cameras/": page("/cameras/"),
    "/cameras/{pk}/": page("/cameras/{camera}/"),
    "/cameras/{pk}/say/": Route("/cameras/{camera}/say/", SENT_TO, refused_from_elsewhere(SENT_TO)),
    "/sightings/withdraw/": Route(
        "/sightings/withdraw/", ONLY_SENT, refused_from_elsewhere(ONLY_SENT)
    ),
    "/report/": Route("/report/", FORM, refused_from_elsewhere(FORM)),
    "/nearby/": page("/nearby/?lat=47.0&lon=-28.0"),
    "/survey/": Route("/survey/", FORM, refused_from_elsewhere(FORM)),
    "/survey/done/{receipt}/": Route(
        "/survey/done/no-receipt/", UNKNOWN, refused_from_elsewhere(UNKNOWN)
    ),
    "/survey/withdraw/": Route("/survey/withdraw/", UNHELD, refused_from_elsewhere(UNHELD)),
    "/report/done/{receipt}/": page("/report/done/{receipt}/"),
    "/offline/": page("/offline/"),
    "/manifest.webmanifest": page("/manifest.webmanifest"),
    "/service-worker.js": page("/service-worker.js"),
    "/search/": page("/search/?q=quay"),
    "/yours/": Route("/yours/", FORM, refused_from_elsewhere(FORM)),
    "/about/": page("/about/"),
    "/about/data/": page("/about/data/"),
    "/about/privacy/": page("/about/privacy/"),
    "/tiles/cameras.json": page("/tiles/cameras.json"),
    "/tiles/cameras/{z}/{x}/{y}.mvt": page("/tiles/cameras/16/37308/18970.mvt"),
    "/tiles/surveys/{z}/{x}/{y}.mvt": page("/tiles/surveys/16/37308/18970.mvt"),
    "/tiles/base.json": page("/tiles/base.json"),
    "/tiles/base/{z}/{x}/{y}.mvt": page("/tiles/base/16/37308/18970.mvt"),
    "/healthz": page("/healthz"),
    "/api/": door("/api/"),
    "/api/conformance": door("/api/conformance"),
    "/api/openapi.json": door("/api/openapi.json"),
    "/api/collections": door("/api/collections"),
    "/api/collections/cameras": door("/api/collections/cameras"),
    "/api/collections/cameras/items": door("/api/collections/cameras/items"),
    "/api/collections/cameras/items/{camera_id}": door("/api/collections/cameras/items/{camera}"),
    "/api/cameras": door("/api/cameras?bbox=24,60,25,61"),
    "/api/cameras/counts": door("/api/cameras/counts"),
    "/api/cameras/{camera_id}": door("/api/cameras/{camera}"),
    "/api/candidates": door("/api/candidates?lon=-28.0&lat=47.0"),
    "/api/sightings": Route("/api/sightings", SENT_TO, SENT_TO),
    "/api/sightings/{sighting_id}": Route("/api/sightings/1", TAKEN_BACK, TAKEN_BACK),
    "/api/surveys": Route("/api/surveys", FORM, FORM),
    "/api/surveys/{survey_id}": Route("/api/surveys/1", TAKEN_BACK, TAKEN_BACK),
    "/api/contributor": Route("/api/contributor", OWN, OWN),
    "/api/contributor/code": Route("/api/contributor/code", SENT_TO, SENT_TO),
    "/api/search": door("/api/search?q=quay"),
    "/api/{rest}": Route("/api/nowhere", NEVER, NEVER),
}

# Where a camera is asked for by its number.
BY_NUMBER = (
    "/cameras/{camera}/",
    "/report/?camera={camera}",
    "/api/cameras/{camera}",
    "/api/collections/cameras/items/{camera}",
)
