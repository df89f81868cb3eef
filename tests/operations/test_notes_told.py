"""The first remarks are told by name, the others counted by reason."""

from mapper.exchange.sources.notes import Notes
from mapper.operations.notes_told import lines_about
from mapper.settings import limits


def test_nothing_is_said_of_nothing():
    assert list(lines_about("Rows", Notes())) == []


def test_remarks_come_first_and_many_are_counted(monkeypatch):
    monkeypatch.setattr(limits, "IMPORT_REFUSALS_SHOWN", 1)
    notes = Notes()
    notes.remark("row 1", "is odd")
    for number in range(2, 5):
        notes.refuse(f"row {number}", "has no name")
    assert list(lines_about("Rows", notes)) == [
        "Rows kept, with a remark: 1",
        "  row 1: is odd",
        "Rows refused: 3",
        "  row 2: has no name",
        "  2 more: has no name",
    ]
