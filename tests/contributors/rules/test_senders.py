"""The address something came through, and that it is not shown."""

import pytest

from mapper.contributors.rules.senders import Sender, sender_of

KEY = "a-key-made-on-a-device"


def address(proxies, settings, **meta):
    settings.PROXIES = proxies
    return sender_of(meta, KEY).address


def test_without_proxies_the_header_says_nothing(settings):
    meta = {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "192.0.2.9"}
    assert address(0, settings, **meta) == "192.0.2.1"


def test_behind_proxies_the_outermost_of_ours_is_believed(settings):
    meta = {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.9, 192.0.2.1, 10.0.0.2"}
    assert address(1, settings, **meta) == "10.0.0.2"
    assert address(2, settings, **meta) == "192.0.2.1"
    assert address(4, settings, **meta) == "unknown"


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:DB8:1:2::", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("", "unknown"),
        ("a socket", "unknown"),
    ],
)
def test_a_household_has_one_address(told, kept, settings):
    assert address(0, settings, REMOTE_ADDR=told) == kept


def test_neither_key_nor_address_is_shown_by_accident():
    assert repr(Sender(KEY, "192.0.2.1")) == "Sender()"
