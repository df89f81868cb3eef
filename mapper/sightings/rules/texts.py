"""Free text on its way in: made plain, and refused where it would lead to a person or a site."""

import re
import unicodedata
from collections.abc import Mapping

from mapper.settings import limits
from mapper.vocabulary import Basis

Claims = Mapping[str, tuple[str, Basis]]
"""OSM key to value and basis."""

TEXT_KEYS = ("operator", "note")
"""The OSM keys under which somebody may write freely; a person reads it before anybody else."""

# Letters and signs that are drawn as nothing though Unicode does not call them formatting.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
# Formatting (zero-width, direction), control, halves of letters, private and unassigned.
_UNSEEN = frozenset({"Cf", "Cc", "Cs", "Co", "Cn"})

_DOT = re.compile(r"\s*[\[({]\s*(?:\.|dot|punkt|point)\s*[\])}]\s*|\u3002", re.IGNORECASE)
_AT = re.compile(r"\s*[\[({]\s*(?:@|at)\s*[\])}]\s*", re.IGNORECASE)
_LINK = re.compile(
    r"[a-z][a-z0-9+.-]*://|\bwww\d*\.|\b(?:mailto|tel|javascript|data):"
    r"|[\w-]\.[^\W\d_]{2,}(?::\d+)?[/?#]"
    r"|[\w-]\.(?:com|net|org|info|biz|io|eu|co|app|dev|me|xyz|top|site|online|shop|link|ly)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]@[\w-]")
_YEARS = r"(?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}"
_DAY = re.compile(
    rf"\b(?:\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{4}}|{_YEARS})\b"
)
_PHONE = re.compile(r"\d(?:[\s()./\-–]*\d){6,}")


def clean_text(text: str) -> str:
    """One plain line: composed (NFC), nothing invisible in it, single spaces."""
    spaced = "".join(" " if sign.isspace() else sign for sign in text)
    seen = "".join(sign for sign in spaced if not _is_unseen(sign))
    return " ".join(unicodedata.normalize("NFC", seen).split())


def text_problem(text: str) -> str:
    """What is wrong with a cleaned text, in words; empty where nothing is."""
    if len(text) > limits.HELD_TEXT_MAX:
        return f"Please keep it to {limits.HELD_TEXT_MAX} letters; this has {len(text)}."
    read = _as_read(text)
    if _MAIL.search(read):
        return "Please leave out the e-mail address."
    if _LINK.search(read):
        return "Please leave out the web address."
    if _PHONE.search(_DAY.sub(" ", read)):
        return "Please leave out the telephone number."
    if not any(sign.isalnum() for sign in text):
        return "Please write it in words."
    return ""


def texts_in(claims: Claims) -> tuple[dict[str, str], dict[str, tuple[str, Basis]], dict[str, str]]:
    """Part what was written freely from the other claims.

    Gives the cleaned texts by key, the claims that are left, and what is wrong with a text by
    key, in words. A text with nothing in it is left out and is no fault.
    """
    cleaned = {key: clean_text(claims[key][0]) for key in TEXT_KEYS if key in claims}
    texts = {key: text for key, text in cleaned.items() if text}
    problems = {key: words for key, text in texts.items() if (words := text_problem(text))}
    others = {key: told for key, told in claims.items() if key not in TEXT_KEYS}
    return {key: texts[key] for key in texts if key not in problems}, others, problems


def _is_unseen(sign: str) -> bool:
    return sign in _BLANK or unicodedata.category(sign) in _UNSEEN


def _as_read(text: str) -> str:
    """A text as a person reads it: wide letters are letters, and “(dot)” is a dot."""
    plain = unicodedata.normalize("NFKC", text)
    return _AT.sub("@", _DOT.sub(".", plain))
