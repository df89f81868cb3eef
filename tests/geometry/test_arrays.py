"""What is made of arrays before they are given to compiled loops."""

import numpy as np

from mapper.geometry.arrays import floats, integers


def test_arrays_nobody_may_write_to_are_copied() -> None:
    read = np.frombuffer(np.arange(4, dtype=np.int64).tobytes(), dtype=np.int64)
    assert integers(read).flags.writeable
    assert floats(read[::2]).tolist() == [0.0, 2.0]
    own = np.zeros(3)
    assert floats(own) is own
