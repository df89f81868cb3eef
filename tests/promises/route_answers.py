"""The one table of what every route answers to every method, from whom.

Three may ask: a `visitor`, whose forms come from our own pages; a `stranger`, whose forms come
from elsewhere and so lack the token; and a `moderator`, who has signed in.
"""

from dataclasses import dataclass

from mapper.cameras.models import Camera
from tests.promises.route_addresses import filled

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
UNSAFE = ("POST", "PUT", "PATCH", "DELETE")
ROLES = ("visitor", "stranger", "moderator")

Answers = dict[str, int]
"""Method to status."""


@dataclass(frozen=True, slots=True)
class Route:
    """One route: an address it answers, its parts as in `route_addresses`, and its answers.

    A moderator is answered as any visitor, unless told otherwise.
    """

    address: str
    visitor: Answers
    stranger: Answers
    moderator: Answers | None = None

    def address_of(self, camera: Camera) -> str:
        """The address, about this camera and what was said of it."""
        return filled(self.address, camera)

    def answers(self, role: str) -> Answers:
        """What it answers to somebody in this role."""
        by_role = {"stranger": self.stranger, "moderator": self.moderator}
        return by_role.get(role) or self.visitor


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


def desk(address: str, *, form: bool = False) -> Route:
    """A page for moderators alone; to everybody else every method is answered as unknown."""
    return Route(address, NEVER, NEVER, FORM if form else read_only())


FORM = {**read_only(), "POST": 422}
SENT_TO = {**dict.fromkeys(METHODS, 405), "POST": 422}
UNKNOWN = read_only(404)
UNHELD = {**dict.fromkeys(METHODS, 405), "POST": 404}
# What is shown to the holder of a key alone.
OWN = {**dict.fromkeys(METHODS, 405), "GET": 404, "HEAD": 405, "DELETE": 404}
TAKEN_BACK = {**dict.fromkeys(METHODS, 405), "DELETE": 404}
ONLY_SENT = {**dict.fromkeys(METHODS, 405), "POST": 404}
LEFT = {**dict.fromkeys(METHODS, 405), "POST": 302}
NEVER = dict.fromkeys(METHODS, 404)

ROUTES = {
    "/": page("/"),
    "/cameras/": page("/cameras/"),
    "/cameras/{pk}/": page("/cameras/{camera}/"),
    "/cameras/{pk}/say/": Route("/cameras/{camera}/say/", SENT_TO, refused_from_elsewhere(SENT_TO)),
    "/sightings/withdraw/": Route(
        "/sightings/withdraw/", ONLY_SENT, refused_from_elsewhere(ONLY_SENT)
    ),
    "/places/": page("/places/"),
    "/places/{slug}/": page("/places/{place}/"),
    "/places/{slug}/streets/": page("/places/{place}/streets/"),
    "/places/{slug}/streets.csv": page("/places/{place}/streets.csv"),
    "/places/{slug}/what-if/": page("/places/{place}/what-if/"),
    "/places/{slug}/figures.csv": page("/places/{place}/figures.csv"),
    "/places/{slug}/figures.json": page("/places/{place}/figures.json"),
    "/report/": Route("/report/", FORM, refused_from_elsewhere(FORM)),
    "/nearby/": page("/nearby/?lat=47.0&lon=-28.0"),
    "/walk/": page("/walk/"),
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
    "/takedown/": Route("/takedown/", FORM, refused_from_elsewhere(FORM)),
    "/takedown/{receipt}/": page("/takedown/{takedown}/"),
    "/sign-in/": Route("/sign-in/", FORM, refused_from_elsewhere(FORM)),
    "/sign-out/": Route("/sign-out/", LEFT, refused_from_elsewhere(LEFT)),
    "/moderation/": desk("/moderation/"),
    "/moderation/cameras/{pk}/": desk("/moderation/cameras/{camera}/", form=True),
    "/moderation/texts/{pk}/": desk("/moderation/texts/{text}/", form=True),
    "/moderation/sightings/": desk("/moderation/sightings/"),
    "/moderation/sightings/{pk}/contributor/": desk(
        "/moderation/sightings/{sighting}/contributor/", form=True
    ),
    "/moderation/cells/": desk("/moderation/cells/", form=True),
    "/moderation/log/": desk("/moderation/log/"),
    "/moderation/acts/{pk}/restore/": desk("/moderation/acts/{act}/restore/", form=True),
    "/about/": page("/about/"),
    "/about/data/": page("/about/data/"),
    "/about/figures/": page("/about/figures/"),
    "/about/privacy/": page("/about/privacy/"),
    "/tiles/cameras.json": page("/tiles/cameras.json"),
    "/tiles/cameras/{z}/{x}/{y}.mvt": page("/tiles/cameras/16/37308/18970.mvt"),
    "/tiles/surveys/{z}/{x}/{y}.mvt": page("/tiles/surveys/16/37308/18970.mvt"),
    "/tiles/views.json": page("/tiles/views.json"),
    "/tiles/views/{z}/{x}/{y}.mvt": page("/tiles/views/16/37308/18970.mvt"),
    "/tiles/coverage.json": page("/tiles/coverage.json"),
    "/tiles/coverage/{z}/{x}/{y}.mvt": page("/tiles/coverage/16/37308/18970.mvt"),
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
    "/api/cameras/nearest": door("/api/cameras/nearest?lon=-28.0&lat=47.0"),
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
    "/takedown/?camera={camera}",
    "/api/cameras/{camera}",
    "/api/collections/cameras/items/{camera}",
)
