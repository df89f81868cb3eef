"""Processes that share bytes wait for one another, and not for the dead."""

import os
import signal
from multiprocessing import get_context

from mapper.contributors.memory.shared_bytes import SharedBytes

FORK = get_context("fork")


def count_up(shared, times):
    for _ in range(times):
        with shared.alone() as memory:
            memory[:4] = (int.from_bytes(memory[:4], "big") + 1).to_bytes(4, "big")


def die_inside(shared):
    with shared.alone():
        os.kill(os.getpid(), signal.SIGKILL)


def run(target, *arguments, times=1):
    processes = [FORK.Process(target=target, args=arguments) for _ in range(times)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()


def test_nothing_is_lost_between_processes():
    shared = SharedBytes(64)
    run(count_up, shared, 500, times=4)
    with shared.alone() as memory:
        assert int.from_bytes(memory[:4], "big") == 2000


def test_a_process_killed_while_it_was_alone_holds_up_nobody():
    shared = SharedBytes(64)
    run(die_inside, shared)
    count_up(shared, 1)
    with shared.alone() as memory:
        assert memory[:4] == b"\0\0\0\1"
