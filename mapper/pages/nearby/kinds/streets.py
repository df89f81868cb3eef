"""Streets nobody has looked along, or not for a year."""

from collections.abc import Iterator

from mapper.pages.here import Here
from mapper.pages.nearby.around import Around
from mapper.pages.nearby.task import Task
from mapper.settings import limits
from mapper.surveys.querysets import fresh_after
from mapper.surveys.search import stretches_near


def streets(around: Around) -> Iterator[Task]:
    """Ask to look along the nearest of them; one query."""
    looked = {survey.street_name: survey.looked_on for survey in reversed(around.surveys)}
    waiting = (
        stretch
        for stretch in stretches_near(around.here.lon, around.here.lat, limits.NEARBY_M)
        if stretch.name not in looked or looked[stretch.name] <= fresh_after(around.today)
    )
    for stretch, _ in zip(waiting, range(limits.NEARBY_STREETS), strict=False):
        day = looked.get(stretch.name)
        yield Task(
            kind="street",
            question=f"Which cameras are along {stretch.name}?",
            reason=f"Last looked at in {day:%B %Y}." if day else "Nobody has looked yet.",
            here=Here(stretch.lon, stretch.lat),
            metres=stretch.metres,
            street=stretch.name,
        )
