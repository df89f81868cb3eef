"""Texts side by side: picked, put together, and gone through."""

import numpy as np

from mapper.tiles.index.texts import Texts


def test_texts_are_picked_and_put_together() -> None:
    texts = Texts.of([b"", b"90", b"45/60"])
    assert len(texts) == 3
    picked = texts.picked(np.array([2, 0, 2]))
    assert [picked[number] for number in range(3)] == [b"45/60", b"", b"45/60"]
    both = picked.followed_by(Texts.of([b"7"]))
    assert [both[number] for number in range(4)] == [b"45/60", b"", b"45/60", b"7"]
    assert list(both) == [both[number] for number in range(4)]
