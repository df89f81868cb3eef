"""Rows written batch by batch are added up for whoever watches."""

from mapper.exchange.sources.counter import Counter


def test_it_begins_at_nothing_and_adds_up():
    told = []
    counter = Counter(lambda *words: told.append(words), "Storing", 5)
    counter(2)
    counter(3)
    assert told == [("Storing", 0, 5), ("Storing", 2, 5), ("Storing", 5, 5)]
