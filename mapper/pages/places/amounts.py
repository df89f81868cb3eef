"""Lengths, shares and counts as people read them: rounded to what the figures can bear."""

_SPACE = "\N{NO-BREAK SPACE}"
_KM = 1_000.0
_FINE_KM = 10.0
"""Below so many kilometres a tenth is told."""
_SMALL_SHARE = 0.01
_FINE_SHARE = 0.1


def metres_words(metres: float) -> str:
    """A length: `40 m`, `2.3 km`, `1,204 km`."""
    if metres < _KM - 5:
        return f"{round(metres, -1 if metres >= _FINE_KM else 0):.0f}{_SPACE}m"
    return f"{_rounded(metres / _KM)}{_SPACE}km"


def between_words(low: float, high: float) -> str:
    """Two lengths with one unit where both have the same: `9 and 41 km`."""
    first, last = metres_words(low), metres_words(high)
    number, unit = first.rsplit(_SPACE, 1)
    return f"{number if last.endswith(_SPACE + unit) else first} and {last}"


def share_words(share: float) -> str:
    """A share of a whole: `none`, `under 1 %`, `4.2 %`, `23 %`, `all`."""
    if share <= 0:
        return "none"
    if share < _SMALL_SHARE:
        return f"under 1{_SPACE}%"
    if share < _FINE_SHARE:
        return f"{share * 100:.1f}".removesuffix(".0") + f"{_SPACE}%"
    if share >= 1:
        return "all"
    return f"{min(round(share * 100), 99)}{_SPACE}%"


def rate_words(rate: float) -> str:
    """A number that need not be whole: `0`, `0.42`, `6.1`, `1,204`."""
    return f"{rate:.2f}" if 0 < rate < 1 else _rounded(rate)


def number_words(number: int) -> str:
    """A count: `1,204`."""
    return f"{number:,}"


def _rounded(number: float) -> str:
    return f"{number:,.1f}".removesuffix(".0") if number < _FINE_KM else f"{number:,.0f}"
