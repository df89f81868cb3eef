"""The orders of the list, and where a page of it ends: by key and number, never by offset."""

from mapper.tiles.index.questions import Order, key_of, key_text

ORDERS = {
    "seen": "Last seen",
    "kind": "Kind",
    "operator_type": "Run by",
    "state": "State",
}
DEFAULT_ORDER = "-seen"
_MARK = "~"
_DIGITS = 13  # what the index holds of a number


def order_of(text: str) -> Order:
    """Read `kind` or `-kind`; raises `ValueError` in words for anything else."""
    name = text.removeprefix("-")
    if name not in ORDERS:
        raise ValueError(f"the list cannot be sorted by “{text}”")
    return Order(name, text.startswith("-"))


def text_of(order: Order) -> str:
    """An order as `order_of` reads it."""
    return f"-{order.name}" if order.backwards else order.name


def turned(order: Order) -> Order:
    """The same order the other way round."""
    return Order(order.name, not order.backwards)


def mark_of(order: Order, key: int, pk: int) -> str:
    """Where a page ended, for the address of the next."""
    return f"{key_text(order, key)}{_MARK}{pk}"


def place_of(order: Order, mark: str) -> tuple[int, int] | None:
    """The key and number of a mark, None for the first page; raises `ValueError` in words."""
    if not mark:
        return None
    text, sign, number = mark.rpartition(_MARK)
    if sign and number.isascii() and number.isdigit() and len(number) <= _DIGITS:
        try:
            return key_of(order, text), int(number)
        except ValueError:
            pass
    raise ValueError("the page of the list is not one we handed out")
