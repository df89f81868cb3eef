"""The words for one device: what it is, what it hangs on, who runs it, what it can do."""

from mapper.vocabulary.words import Word


class Kind(Word):
    """What sort of camera a device is (OSM `camera:type`)."""

    FIXED = "fixed", "Fixed camera"
    PANNING = "panning", "Panning camera"
    DOME = "dome", "Dome camera"
    PANORAMA = "panorama", "Panorama camera"
    DOORBELL = "doorbell", "Doorbell camera"
    UNKNOWN = "unknown", "Unknown kind"

    @property
    def sees_all_round(self) -> bool:
        """Whether such a camera can look in every direction, whatever way it points now."""
        return self in {Kind.PANNING, Kind.DOME, Kind.PANORAMA}


class Mount(Word):
    """What a camera hangs on (OSM `camera:mount`)."""

    WALL = "wall", "Wall"
    POLE = "pole", "Pole"
    STREET_LAMP = "street_lamp", "Street lamp"
    TRAFFIC_SIGNALS = "traffic_signals", "Traffic lights"
    GANTRY = "gantry", "Gantry over the road"
    CEILING = "ceiling", "Ceiling"
    DOOR = "door", "Door"
    OTHER = "other", "Something else"
    UNKNOWN = "unknown", "Unknown mount"


class OperatorType(Word):
    """What sort of body runs a camera (OSM `operator:type`)."""

    POLICE = "police", "Police"
    PUBLIC = "public", "Public body"
    BUSINESS = "business", "Business"
    PRIVATE_HOME = "private_home", "Private home"
    OTHER = "other", "Someone else"
    UNKNOWN = "unknown", "Unknown operator"


class Scope(Word):
    """Which sort of ground a camera is meant to watch (OSM `surveillance`)."""

    PUBLIC = "public", "Public space"
    OUTDOOR = "outdoor", "Private ground outdoors"
    INDOOR = "indoor", "Indoors"
    UNKNOWN = "unknown", "Unknown ground"


class Answer(Word):
    """The answer to a question about a device that may not have been answered."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNKNOWN = "unknown", "Not known"


class Lifecycle(Word):
    """Whether a device that is present is also in use (OSM life-cycle prefixes)."""

    IN_USE = "in_use", "In use"
    DISUSED = "disused", "Out of use"
