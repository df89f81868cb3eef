"""What came through each address today: how much, and who first spoke about what.

Nothing here is written to a disk or a log. Digests are made with a random key that exists in this
memory alone; a new day wipes it all and makes a new key, and so does a restart.
"""

import os
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from mmap import mmap

from mapper.contributors.memory.shared_bytes import SharedBytes
from mapper.contributors.memory.table import WIDTH, Table
from mapper.settings import limits

_DAY_END = 8
_KEY_END = 40
_UNSAID = bytes(WIDTH)


@dataclass(frozen=True, slots=True)
class Held:
    """Something this memory took up, so that it can be let go of again before the day is over."""

    day: int
    digest: bytes
    amount: int = 0


class AddressMemory:
    """Counts and first voices by address, shared by all processes forked from the one it is in."""

    def __init__(self, addresses: int, subjects: int) -> None:
        self._counts = Table(_KEY_END, addresses)
        self._firsts = Table(self._counts.end, subjects)
        self._shared = SharedBytes(self._firsts.end)

    def take(self, name: str, amount: int, most: int, day: date) -> Held | None:
        """Count so much more for a name, unless that made it more than `most`: then None."""
        with self._shared.alone() as memory:
            held = Held(_turn_to(memory, day), _digest(memory, name), amount)
            taken = int.from_bytes(self._counts.value(memory, held.digest), "big") + amount
            if taken > most:
                return None
            self._counts.hold(memory, held.digest, taken.to_bytes(WIDTH, "big"))
            return held

    def give_back(self, held: Held) -> None:
        """Count it no longer."""
        with self._shared.alone() as memory:
            if _day_in(memory) == held.day:
                taken = int.from_bytes(self._counts.value(memory, held.digest), "big")
                left = max(taken - held.amount, 0)
                self._counts.hold(memory, held.digest, left.to_bytes(WIDTH, "big"))

    def speak(self, name: str, about: str, who: str, day: date) -> tuple[bool, Held | None]:
        """Whether somebody is the only one who spoke about a thing through an address today.

        With it comes what was taken up, None where it was known already.
        """
        with self._shared.alone() as memory:
            held = Held(_turn_to(memory, day), _digest(memory, name, about))
            first, own = self._firsts.value(memory, held.digest), _digest(memory, who)
            if first != _UNSAID:
                return first == own, None
            self._firsts.hold(memory, held.digest, own)
            return True, held

    def unsay(self, held: Held) -> None:
        """Nobody spoke about it after all."""
        with self._shared.alone() as memory:
            if _day_in(memory) == held.day:
                self._firsts.hold(memory, held.digest, _UNSAID)

    def forget(self) -> None:
        """Forget everything, as at midnight."""
        with self._shared.alone() as memory:
            _wipe(memory, 0)


@cache
def address_memory() -> AddressMemory:
    """The memory of this process and of all that it forks from now on."""
    return AddressMemory(limits.MEMORY_ADDRESSES, limits.MEMORY_SUBJECTS)


def _turn_to(memory: mmap, day: date) -> int:
    """The day the memory is of, as a number: a later day than its own begins with nothing."""
    if _day_in(memory) < day.toordinal():
        _wipe(memory, day.toordinal())
    return _day_in(memory)


def _day_in(memory: mmap) -> int:
    return int.from_bytes(memory[:_DAY_END], "big")


def _wipe(memory: mmap, day: int) -> None:
    key = os.urandom(_KEY_END - _DAY_END)
    memory[:] = day.to_bytes(_DAY_END, "big") + key + bytes(len(memory) - _KEY_END)


def _digest(memory: mmap, *parts: str) -> bytes:
    """What is kept of an address and a subject: nobody without the key of the day can tell."""
    text = "\0".join(parts).encode()
    return blake2b(text, digest_size=WIDTH, key=memory[_DAY_END:_KEY_END]).digest()
