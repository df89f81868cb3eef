"""The words for what people tell us, who tells it, and what we then believe."""

from mapper.vocabulary.words import Word


class State(Word):
    """What we now believe about the presence of a camera."""

    UNCONFIRMED = "unconfirmed", "Unconfirmed"
    CONFIRMED = "confirmed", "Confirmed"
    DISPUTED = "disputed", "Disputed"
    STALE = "stale", "Not seen for long"
    GONE = "gone", "Gone"


class Basis(Word):
    """How a contributor came to know one aspect of a camera."""

    SAW = "saw", "Saw it"
    SIGN = "sign", "Read a sign"
    DOCUMENT = "document", "Read a document"
    GUESS = "guess", "Guessed"


class Verdict(Word):
    """What a sighting says of the camera as a whole."""

    PRESENT = "present", "Still there"
    CHANGED = "changed", "There, but changed"
    GONE = "gone", "Gone"


class Role(Word):
    """In what capacity somebody speaks or acts."""

    RESIDENT = "resident", "Resident"
    IMPORTER = "importer", "Imported source"
    OPERATOR = "operator", "Operator of this site"
    COUNCIL = "council", "Council"
    MODERATOR = "moderator", "Moderator"


class Age(Word):
    """How long ago a camera was last seen, in steps that do not overlap."""

    MONTH = "month", "Within 30 days"
    YEAR = "year", "30 days to 1 year ago"
    TWO_YEARS = "two_years", "1 to 2 years ago"
    OLDER = "older", "2 years ago or longer"
    UNKNOWN = "unknown", "No date known"

    @property
    def days(self) -> tuple[int | None, int | None]:
        """The step in days before today, from the first to before the last; `None` is open."""
        return _AGE_DAYS[self]


_AGE_DAYS: dict[Age, tuple[int | None, int | None]] = {
    Age.MONTH: (None, 30),
    Age.YEAR: (30, 365),
    Age.TWO_YEARS: (365, 730),
    Age.OLDER: (730, None),
    Age.UNKNOWN: (None, None),
}
