"""The base of every closed list of words: a string enum whose members also carry English."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word of the field: its value is stored and sent, its `label` is read by people."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make the member `value` and give it its English words."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        return word
