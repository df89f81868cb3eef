"""A contributor's key as twelve words, to carry it to another device by hand."""

from mnemonic import Mnemonic

from mapper.settings import limits

_WORDS = Mnemonic("english")
_HEX_DIGITS = 32


def phrase_of(key: str) -> str:
    """The twelve words (BIP 39) of a key of 32 hexadecimal digits; empty for any other key."""
    try:
        entropy = bytes.fromhex(key)
    except ValueError:
        return ""
    return str(_WORDS.to_mnemonic(entropy)) if len(key) == _HEX_DIGITS else ""


def key_in(typed: str) -> str:
    """The key that somebody typed, as twelve words or as it is.

    Raises `ValueError`, which says in words what is wrong with the words.
    """
    words = typed.lower().split()
    if len(words) == 1:
        return typed.strip()
    if len(words) != limits.PHRASE_WORDS:
        raise ValueError(f"The phrase has {limits.PHRASE_WORDS} words, and these are {len(words)}.")
    unknown = [word for word in words if word not in _WORDS.wordlist]
    if unknown:
        raise ValueError(f"“{unknown[0]}” is none of the words. Please check how it is spelt.")
    if not _WORDS.check(" ".join(words)):
        raise ValueError("These words do not belong together. Please check their order.")
    return bytes(_WORDS.to_entropy(" ".join(words))).hex()
