"""Notes are told apart by whether the object was kept, and counted by reason."""

from mapper.exchange.sources.notes import Note, Notes, counted_reasons


def test_refused_and_remarked_are_kept_apart():
    notes = Notes()
    notes.refuse("node/1", "has no position")
    notes.remark("node/2", "is odd")
    assert list(map(str, notes.refused)) == ["node/1: has no position"]
    assert list(map(str, notes.remarked)) == ["node/2: is odd"]


def test_the_commonest_reason_comes_first():
    notes = [Note("a", "rare"), Note("b", "common"), Note("c", "common")]
    assert counted_reasons(notes) == [("common", 2), ("rare", 1)]
