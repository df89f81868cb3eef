"""Values that are lists of words parted by `;`, as OSM has them."""


def parts_of(text: str) -> list[str]:
    """Take a list apart, as its words were written; empty ones say nothing."""
    return [part.strip() for part in text.split(";") if part.strip()]


def word_of(part: str) -> str:
    """Bring a written word into one form: lower case, with `_` for spaces and hyphens."""
    return part.lower().replace(" ", "_").replace("-", "_")


def words_of(text: str) -> list[str]:
    """Take a list apart into words in their one form."""
    return [word_of(part) for part in parts_of(text)]


def with_word(text: str, word: str) -> str:
    """Put a word at the end of a list."""
    return f"{text};{word}" if text.strip() else word


def without_words(text: str, words: frozenset[str]) -> str:
    """Take words out of a list; where none of them stands there the list stays as it is."""
    if not words.intersection(words_of(text)):
        return text
    return ";".join(part for part in parts_of(text) if word_of(part) not in words)
