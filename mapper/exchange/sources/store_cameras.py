"""Storing one vintage of a source's cameras, and what is then believed of them."""

from mapper.cameras.models import Source
from mapper.cameras.services.store_vintage import store_vintage
from mapper.cameras.services.vintage import Vintage, VintageReport
from mapper.exchange.sources.counter import Counter
from mapper.exchange.sources.watching import Watch
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.sightings.services.examine_standing import examine_standing
from mapper.vocabulary import Role

_WEIGHING = "Weighing what is believed"


def store_cameras(*, source: Source, vintage: Vintage, watch: Watch, by: Role) -> VintageReport:
    """Store a vintage inside the caller's transaction: a source is one voice among others.

    Raises `OlderVintageError` or `TooManyMissingError`.
    """
    stored = Counter(watch, "Storing cameras", len(vintage.listings))
    report = store_vintage(source=source, vintage=vintage, stored=stored, by=by)
    watch(_WEIGHING, 0, len(report.touched))
    turned = believe_cameras(ids=report.touched, day=vintage.day, by=by, aspects_told=True)
    examine_standing(cameras=turned, day=vintage.day, by=by)
    watch(_WEIGHING, len(report.touched), len(report.touched))
    return report
