"""The words for what cameras see: how much detail, on which assumptions, and who watches."""

from enum import Enum

from mapper.vocabulary.words import Word


class Detail(Word):
    """What a picture of a person is good for (EN 62676-4), by pixels on a metre of the target."""

    IDENTIFY = "identify", "Identify"
    RECOGNISE = "recognise", "Recognise a face"
    OBSERVE = "observe", "Observe"
    DETECT = "detect", "Detect"

    @property
    def pixels_a_metre(self) -> float:
        """The pixel density on the target that the standard asks for."""
        return _PIXELS_A_METRE[self]


_PIXELS_A_METRE = {
    Detail.IDENTIFY: 250.0,
    Detail.RECOGNISE: 125.0,
    Detail.OBSERVE: 62.0,
    Detail.DETECT: 25.0,
}


class Scenario(Word):
    """Which device is assumed where nobody knows it; the outer two bound the answer."""

    LOW = "low", "At least"
    CENTRAL = "central", "Most likely"
    HIGH = "high", "At most"


class Measure(Word):
    """What is asked of a stretch of street: by how many cameras, or by whose, it is in view."""

    AT_LEAST_ONE = "at_least_one", "By at least one camera"
    AT_LEAST_TWO = "at_least_two", "By at least two cameras"
    AT_LEAST_THREE = "at_least_three", "By at least three cameras"
    BY_PUBLIC = "by_public", "By the police or a public body"
    BY_PRIVATE = "by_private", "By a business or someone else"
    BY_UNKNOWN = "by_unknown", "By cameras nobody knows the operator of"
    FACE_RECOGNITION = "face_recognition", "By a camera said to recognise faces"
    BY_CONFIRMED = "by_confirmed", "By a confirmed camera"
    BY_KNOWN = "by_known", "By a camera whose kind and facing are known"


class SensitiveKind(Word):
    """A place where being watched weighs more."""

    SCHOOL = "school", "School or nursery"
    CLINIC = "clinic", "Clinic, doctor or hospital"
    WORSHIP = "worship", "Place of worship"
    POLLING = "polling", "Polling place"


class Trait(Enum):
    """What of a camera decides which measures it counts for: one bit each."""

    PUBLIC = 1
    PRIVATE = 2
    UNKNOWN = 4
    FACES = 8
    CONFIRMED = 16
    KNOWN = 32
