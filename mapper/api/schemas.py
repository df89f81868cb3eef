"""The shapes of the interface's answers, as its OpenAPI document describes them."""

from datetime import date
from typing import Any, Literal

from ninja import Schema

from mapper.vocabulary import (
    Answer,
    Basis,
    Kind,
    Lifecycle,
    Mount,
    OperatorType,
    Role,
    Scope,
    State,
    Verdict,
)


class Problem(Schema):
    """What was wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


class UnfitField(Schema):
    """A field that cannot be taken, and why."""

    field: str
    reason: str


class UnfitProblem(Problem):
    """What was wrong with what was sent, field by field."""

    errors: list[UnfitField]


class Link(Schema):
    """A link (RFC 8288)."""

    href: str
    rel: str
    type: str
    title: str


class Landing(Schema):
    """Where everything begins."""

    title: str
    description: str
    links: list[Link]


class Conformance(Schema):
    """The standards that are followed."""

    conformsTo: list[str]  # noqa: N815  (OGC's name)


class Collection(Schema):
    """A collection of features."""

    id: str
    title: str
    description: str
    itemType: str  # noqa: N815  (OGC's name)
    extent: dict[str, Any]
    crs: list[str]
    links: list[Link]


class Collections(Schema):
    """All collections."""

    collections: list[Collection]
    links: list[Link]


class PointGeometry(Schema):
    """A GeoJSON point: longitude and latitude in degrees of WGS 84."""

    type: Literal["Point"]
    coordinates: list[float]


class FacingSchema(Schema):
    """One facing in degrees clockwise from north; an unknown opening is null."""

    bearing: float
    opening: float | None


class Believed(Schema):
    """What is believed of a camera today; what nobody knows is unknown, empty or null."""

    state: State
    kind: Kind
    mount: Mount
    facings: list[FacingSchema]
    height_m: float | None
    tilt_deg: float | None
    scope: Scope
    zone: str
    operator: str | None
    operator_type: OperatorType
    face_recognition: Answer
    plate_reading: Answer
    signage: Answer
    manufacturer: str
    ref: str
    start_date: str
    lifecycle: Lifecycle
    accuracy_m: float | None
    voices: int
    first_seen_on: date | None
    last_seen_on: date | None


class Feature(Schema):
    """A camera as a GeoJSON feature."""

    type: Literal["Feature"]
    id: int
    geometry: PointGeometry
    properties: Believed
    links: list[Link] = []


class FeatureCollection(Schema):
    """Cameras as GeoJSON features."""

    type: Literal["FeatureCollection"]
    features: list[Feature]
    numberMatched: int | None = None  # noqa: N815  (OGC's names)
    numberReturned: int  # noqa: N815
    timeStamp: str  # noqa: N815
    links: list[Link]


class ClaimSchema(Schema):
    """One aspect in OSM's words, and how the contributor knows."""

    value: str
    basis: Basis


class SightingSchema(Schema):
    """What somebody saw on one day."""

    observed_on: date
    verdict: Verdict
    claims: dict[str, ClaimSchema]


class CandidateSchema(Schema):
    """A camera that the sighting may be of: how likely, from 0 to 1, and why."""

    id: int
    score: float
    metres: float
    reasons: list[str]
    camera: Feature


class Candidates(Schema):
    """The cameras that a sighting may be of, the likeliest first."""

    candidates: list[CandidateSchema]


class Question(Problem):
    """Something stands there already, and may be what was seen."""

    candidates: list[CandidateSchema]


class LoggedSighting(SightingSchema):
    """A sighting as it was stored.

    Whoever holds the `receipt` may take it back; `held` names the texts that a person reads before
    anybody else does.
    """

    id: int
    receipt: str
    held: list[str]


class Logged(Schema):
    """The sighting, and its camera as believed now; null where it is only ever counted."""

    sighting: LoggedSighting
    camera: Feature | None


class RecordSchema(Schema):
    """A source's own words."""

    source: str
    title: str
    licence: str
    attribution: str
    external_id: str
    version: int | None
    tags: dict[str, str]
    seen_on: date | None
    first_vintage_on: date
    last_vintage_on: date
    missing_since: date | None


class EventSchema(Schema):
    """Something that happened on one day."""

    day: date
    what: str
    by: Role
    source: str | None
    details: dict[str, Any]


class SideSchema(Schema):
    """Those who say one thing: people only as a number, sources by their names."""

    people: int
    sources: list[str]


class BeliefSchema(Schema):
    """The state in a word, and whom it rests on: in words, and counted."""

    label: str
    who: str
    present: SideSchema
    gone: SideSchema


class CameraDescription(Believed):
    """Everything public about one camera."""

    id: int
    location: PointGeometry
    belief: BeliefSchema
    sightings: list[SightingSchema]
    records: list[RecordSchema]
    history: list[EventSchema]
    links: list[Link]


class Counts(Schema):
    """How many cameras there are, and how many each further choice would show."""

    total: int
    homes: int
    counts: dict[str, dict[str, int]]


class FoundPlace(Schema):
    """A street, place or settlement: its name, what it is, its box and its middle in degrees.

    `figures` is the address of the page that tells how much of a place is in view.
    """

    name: str
    what: str
    kind: str
    bbox: list[float]
    lon: float
    lat: float
    figures: str | None


class Found(Schema):
    """What a search found, best first."""

    results: list[FoundPlace]


class Health(Schema):
    """Whether database and storage answer."""

    database: bool
    storage: bool


class SurveyGeometry(Schema):
    """The lines of a street, or a circle as a polygon."""

    type: Literal["MultiLineString", "Polygon"]
    coordinates: list[list[list[float]]]


class SurveyProperties(Schema):
    """Where somebody looked, on which day, and how many public cameras she saw."""

    street: str
    looked_on: date
    found: int


class SurveyFeature(Schema):
    """A survey as a GeoJSON feature."""

    type: Literal["Feature"]
    id: int
    geometry: SurveyGeometry
    properties: SurveyProperties


class SurveyCollection(Schema):
    """Surveys as GeoJSON features."""

    type: Literal["FeatureCollection"]
    features: list[SurveyFeature]


class SurveySchema(Schema):
    """A survey as it was stored; whoever holds the `receipt` may take it back."""

    id: int
    street: str
    looked_on: date
    seen: list[int]
    receipt: str


class LoggedSurvey(Schema):
    """A survey that was logged."""

    survey: SurveySchema


class OwnText(Schema):
    """A text of hers, and whether anybody released it."""

    aspect: str
    text: str
    state: str


class OwnSighting(SightingSchema):
    """A sighting of one's own; `camera` and `state` are null where the camera is not shown."""

    id: int
    camera: int | None
    state: State | None
    received_on: date
    withdrawn_on: date | None
    texts: list[OwnText]
    receipt: str


class OwnSurvey(Schema):
    """A survey of one's own."""

    id: int
    street: str
    looked_on: date
    withdrawn_on: date | None
    receipt: str


class OwnEvent(Schema):
    """Something that happened to a contributor."""

    day: date
    what: str
    by: Role


class OwnRecord(Schema):
    """Everything that is kept of one contributor."""

    first_seen_on: date
    has_standing: bool
    standing_until: date | None
    blocked_on: date | None
    allowance_left: int
    sightings: list[OwnSighting]
    surveys: list[OwnSurvey]
    history: list[OwnEvent]
