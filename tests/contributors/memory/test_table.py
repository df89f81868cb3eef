"""Finding the value of a digest, also when the table is full."""

from mmap import mmap

from hypothesis import given
from hypothesis import strategies as st

from mapper.contributors.memory.table import Table

DIGESTS = st.binary(min_size=16, max_size=16).filter(any)
VALUES = st.binary(min_size=16, max_size=16)


@given(st.dictionaries(DIGESTS, VALUES, max_size=20))
def test_each_digest_has_a_value_of_its_own(values):
    table = Table(8, 64)
    memory = mmap(-1, table.end + 8)
    for digest, value in values.items():
        table.hold(memory, digest, value)
    assert {digest: table.value(memory, digest) for digest in values} == values
    assert memory[:8] == memory[table.end :] == bytes(8)


@given(st.sets(DIGESTS, min_size=6, max_size=9))
def test_whoever_finds_no_slot_shares_the_last(digests):
    table = Table(0, 4)
    memory = mmap(-1, table.end)
    for number, digest in enumerate(sorted(digests), start=1):
        table.hold(memory, digest, number.to_bytes(16, "big"))
    held = [int.from_bytes(table.value(memory, digest), "big") for digest in sorted(digests)]
    assert held == [1, 2, 3, 4] + [len(digests)] * (len(digests) - 4)
