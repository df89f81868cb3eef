"""Numbers written plainly: no exponent, no useless zeros."""

from decimal import Decimal


def plain_number(number: Decimal | float) -> str:
    """Write a number so that it is read back the same, as `0.5` or `12`."""
    plain = f"{Decimal(str(number)):f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
