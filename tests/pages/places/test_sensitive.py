"""Places where being watched weighs more."""

from mapper.coverage.figures import Figures
from mapper.pages.places.sensitive import sensitive_rows
from mapper.vocabulary import SensitiveKind
from tests.factories.figures import COMPUTED_ON, figures_for


def test_kinds_of_which_there_are_none_are_left_out():
    front = {"observe": [0.2, 0.5, 0.7], "recognise": [0, 0, 0]}
    stored = figures_for(
        sensitive={"school": {"total": 4, **front}, "clinic": {"total": 0, **front}}
    )
    (row,) = sensitive_rows(Figures.read(COMPUTED_ON, stored))
    assert (row.kind, row.total) == (SensitiveKind.SCHOOL, 4)
    assert row.observe.central == 0.5
    assert row.recognise.is_none
