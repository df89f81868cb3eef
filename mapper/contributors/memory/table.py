"""A table of fixed size in shared bytes: 16-byte digests, each with a value of 16 bytes."""

from mmap import mmap

WIDTH = 16
_SLOT = 2 * WIDTH
_NOBODY = bytes(WIDTH)
# So many neighbours are looked at for a digest: enough to fill nine tenths of the table.
_NEIGHBOURS = 32


class Table:
    """Where in the bytes the value of each digest stands.

    Where no slot is free around a digest it gets the last one, which all such digests share: what
    the table cannot tell apart counts as one.
    """

    def __init__(self, start: int, slots: int) -> None:
        self.start, self.slots = start, slots

    @property
    def end(self) -> int:
        """Where the table ends."""
        return self.start + (self.slots + 1) * _SLOT

    def value(self, memory: mmap, digest: bytes) -> bytes:
        """What is held for a digest; zeros where nothing is."""
        at = self._slot(memory, digest) + WIDTH
        return memory[at : at + WIDTH]

    def hold(self, memory: mmap, digest: bytes, value: bytes) -> None:
        """Hold a value for a digest from now on."""
        at = self._slot(memory, digest) + WIDTH
        memory[at : at + WIDTH] = value

    def _slot(self, memory: mmap, digest: bytes) -> int:
        """Where the slot of a digest begins; a digest that has none takes a free one."""
        home = int.from_bytes(digest[:8], "big")
        for step in range(_NEIGHBOURS):
            at = self.start + (home + step) % self.slots * _SLOT
            holder = memory[at : at + WIDTH]
            if holder == _NOBODY:
                memory[at : at + WIDTH] = digest
            if holder in (_NOBODY, digest):
                return at
        return self.start + self.slots * _SLOT
