"""Columns of listings are cut alike, whatever they hold."""

import numpy as np

from tests.factories.columns import make_columns


def test_those_of_some_rows_keep_their_order():
    some = make_columns(3, ref=["a", "b", "c"]).where(np.array([True, False, True]))
    assert len(some) == 2
    assert some.external_ids.to_pylist() == ["n0", "n2"]
    assert some.aspects["ref"].to_pylist() == ["a", "c"]
    assert some.lonlat[:, 0].tolist() == [24.9, 24.92]
    assert (len(some.tags), len(some.seen_on)) == (2, 2)


def test_batches_hold_every_row_once():
    parts = list(make_columns(5, ref=list("abcde")).batches(2))
    assert [part.external_ids.to_pylist() for part in parts] == [["n0", "n1"], ["n2", "n3"], ["n4"]]
    assert [len(part.aspects["ref"]) for part in parts] == [2, 2, 1]
    assert [len(part.tags) for part in parts] == [2, 2, 1]
