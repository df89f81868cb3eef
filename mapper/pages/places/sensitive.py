"""Schools, clinics, places of worship, polling places: how much of their fronts is in view."""

from dataclasses import dataclass

from mapper.coverage.figures import Figures
from mapper.pages.places.bars import Share
from mapper.vocabulary import SensitiveKind


@dataclass(frozen=True, slots=True)
class SensitiveRow:
    """One kind: how many there are, and how much of their fronts is in view, in the mean."""

    kind: SensitiveKind
    total: int
    observe: Share
    recognise: Share


def sensitive_rows(figures: Figures) -> list[SensitiveRow]:
    """The kinds of which there are any."""
    return [
        SensitiveRow(
            kind,
            found.total,
            Share(found.observe, 1.0),
            Share(found.recognise, 1.0),
        )
        for kind in SensitiveKind
        if (found := figures.sensitive.get(kind)) and found.total
    ]
