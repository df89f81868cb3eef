"""Many short texts side by side in one run of bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import numpy as np

from mapper.geometry.arrays import I64, U8


@dataclass(frozen=True, slots=True)
class Texts:
    """Many short texts in one run of bytes: the n-th is from `starts[n]` to `starts[n + 1]`."""

    starts: I64
    content: U8

    @classmethod
    def of(cls, texts: Sequence[bytes]) -> Self:
        """Put texts side by side."""
        starts = np.zeros(len(texts) + 1, dtype=np.int64)
        np.cumsum([len(text) for text in texts], out=starts[1:])
        return cls(starts, np.frombuffer(b"".join(texts), dtype=np.uint8))

    def followed_by(self, more: "Texts") -> "Texts":
        """These texts and others after them."""
        starts = np.concatenate((self.starts[:-1], more.starts + self.starts[-1]))
        return Texts(starts, np.concatenate((self.content, more.content)))

    def picked(self, numbers: I64) -> "Texts":
        """Some of these texts, in the order of their numbers."""
        begins = self.starts[numbers]
        sizes = self.starts[numbers + 1] - begins
        starts = np.zeros(len(numbers) + 1, dtype=np.int64)
        np.cumsum(sizes, out=starts[1:])
        places = np.arange(starts[-1]) + np.repeat(begins - starts[:-1], sizes)
        return Texts(starts, self.content[places])

    def __getitem__(self, number: int) -> bytes:
        return self.content[self.starts[number] : self.starts[number + 1]].tobytes()

    def __iter__(self) -> Iterator[bytes]:
        content, starts = self.content.tobytes(), self.starts.tolist()
        return (content[start:end] for start, end in pairwise(starts))

    def __len__(self) -> int:
        return len(self.starts) - 1
