"""Closed lists of words in the shape that form and model fields want them."""

from mapper.vocabulary.words import Word


def choices(words: type[Word]) -> list[tuple[str, str]]:
    """Pairs of value and label, in the order of the list."""
    return [(word.value, word.label) for word in words]
