"""The line is cut after the sighting was stored and before the answer arrived: it counts once."""

import socket
import struct

from tests.factories.lines import cameras_at, post_over_line, posting
from tests.faults.conftest import Site

# Closing sends a reset, as when a phone loses its net, instead of a polite end.
AT_ONCE = struct.pack("ii", 1, 0)


def test_what_was_stored_unheard_is_told_when_it_is_sent_again(site: Site) -> None:
    with posting(site.port, 1) as line:
        # The first byte of the answer: the sighting is stored, and she never reads it.
        assert line.sock.recv(1, socket.MSG_PEEK)
        line.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
    answers = [post_over_line(site.port, 1) for _ in range(2)]
    assert answers[0] == answers[1]
    assert cameras_at(site.port) == 1


def test_cut_right_after_sending_it_counts_once_however_far_it_came(site: Site) -> None:
    for number in range(10):
        with posting(site.port, number) as line:
            line.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
    answers = [post_over_line(site.port, number) for number in range(10)]
    assert len({answer["sighting"]["id"] for answer in answers}) == 10
    assert cameras_at(site.port) == 10
