"""Whoever waits is told at the start, now and then, and at the end."""

from mapper.exchange.sources.watching import unwatched, watched


def test_it_passes_everything_on_and_tells_now_and_then():
    told = []
    items = list(watched(range(2500), lambda *call: told.append(call), "Reading"))
    assert items == list(range(2500))
    assert told == [
        ("Reading", 0, None),
        ("Reading", 1000, None),
        ("Reading", 2000, None),
        ("Reading", 2500, None),
    ]


def test_nobody_needs_to_watch():
    assert list(watched("ab", unwatched, "Reading")) == ["a", "b"]
