"""The people of the tests, the same everywhere: each with a key and an address of her own."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from mapper.contributors.models import Contributor
from mapper.contributors.rules.keys import key_hash
from mapper.contributors.rules.senders import Sender
from tests.factories.cameras import SEEN_ON
from tests.factories.sightings import make_contributor


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a device: its key, or None, and the address she sends through."""

    key: str | None
    address: str

    @property
    def sender(self) -> Sender:
        """She as a service knows her."""
        return Sender(self.key, self.address)

    @property
    def headers(self) -> dict[str, str]:
        """What a program sends with each request of hers."""
        return {"Authorization": f"Contributor {self.key}"} if self.key else {}

    @property
    def connection(self) -> dict[str, Any]:
        """Where a test client's request of hers comes from."""
        return {"REMOTE_ADDR": self.address, "headers": self.headers}

    @property
    def contributor(self) -> Contributor:
        """What we keep of her; raises `Contributor.DoesNotExist` where she has sent nothing."""
        return Contributor.objects.get(key_hash=key_hash(self.key or ""))


@pytest.fixture
def newcomer() -> Person:
    """She sends her first sighting."""
    return Person("newcomer-5e1f0c9a7b3d2846", "192.0.2.10")


@pytest.fixture
def regular(db: None) -> Person:
    """She has been at it for months, and has standing."""
    person = Person("regular-91c4d7e0a2b86f35", "192.0.2.20")
    make_contributor(
        key_hash=key_hash(person.key or ""),
        first_seen_on=SEEN_ON - timedelta(days=200),
        has_standing=True,
    )
    return person


@pytest.fixture
def attacker() -> Person:
    """She means harm, and can make as many keys as she likes."""
    return Person("attacker-0d3b6a8f1c5e7294", "203.0.113.66")


@pytest.fixture
def neighbour() -> Person:
    """She lives behind one of the cameras, and has no key."""
    return Person(None, "198.51.100.30")
