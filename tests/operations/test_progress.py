"""Progress is a moving line on a terminal and plain lines elsewhere."""

import io

import pytest

from mapper.operations.progress import Progress, in_words


class Terminal(io.StringIO):
    """A stream somebody looks at."""

    def isatty(self):
        """It is a terminal."""
        return True


def test_elsewhere_each_stage_is_one_plain_line():
    stream = io.StringIO()
    progress = Progress(stream)
    for done in (0, 1000, 1234):
        progress("Reading", done, None)
    progress("Storing", 5, 5)
    progress.close()
    progress.close()
    assert stream.getvalue() == "Reading: 1,234\nStoring: 5\n"


def test_on_a_terminal_the_line_tells_rate_and_time_left(monkeypatch):
    now = iter([100.0, 100.1, 110.0])
    monkeypatch.setattr("mapper.operations.progress.time.monotonic", lambda: next(now))
    stream = Terminal()
    progress = Progress(stream)
    progress("Storing", 0, 4000)
    progress("Storing", 10, 4000)
    progress("Storing", 1000, 4000)
    progress.close()
    assert stream.getvalue() == (
        "\r\x1b[KStoring … 0"
        "\r\x1b[KStoring … 1,000 of 4,000, 100 a second, 30 s left"
        "\r\x1b[KStoring: 1,000\n"
    )


@pytest.mark.parametrize(("seconds", "words"), [(40.4, "40 s"), (119, "119 s"), (180, "3 min")])
def test_durations_in_words(seconds, words):
    assert in_words(seconds) == words
