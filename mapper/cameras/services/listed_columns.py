"""Very many new listings of a source as columns, in the order in which it lists them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Self, TypeAlias

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from mapper.geometry.arrays import F64, Flags
from mapper.vocabulary import CameraReading

Texts: TypeAlias = pa.Array


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedColumns:
    """One row a camera; `external_ids` are all different, and none is known of the source yet.

    `lonlat` are rows of longitude and latitude in degrees, `tags` JSON objects as texts, `seen_on`
    days (`datetime64[D]`) with NaT where the source tells none. `aspects` are texts by the names
    of `CameraReading`'s fields, in the words a camera has in the database: `facings` as JSON, and
    numbers where the field is one. What all share is told once, in `shared`.
    """

    external_ids: Texts
    lonlat: F64
    tags: Texts
    seen_on: NDArray[np.datetime64]
    aspects: Mapping[str, Texts]
    shared: CameraReading

    def __len__(self) -> int:
        """How many cameras they are."""
        return len(self.lonlat)

    def where(self, chosen: Flags) -> Self:
        """Those of some rows."""
        mask = pa.array(chosen)
        return replace(
            self,
            external_ids=self.external_ids.filter(mask),
            lonlat=self.lonlat[chosen],
            tags=self.tags.filter(mask),
            seen_on=self.seen_on[chosen],
            aspects={name: texts.filter(mask) for name, texts in self.aspects.items()},
        )

    def batches(self, rows: int) -> Iterator[Self]:
        """So many of them at a time; nothing is copied."""
        for start in range(0, len(self), rows):
            part = slice(start, start + rows)
            yield replace(
                self,
                external_ids=self.external_ids[part],
                lonlat=self.lonlat[part],
                tags=self.tags[part],
                seen_on=self.seen_on[part],
                aspects={name: texts[part] for name, texts in self.aspects.items()},
            )
