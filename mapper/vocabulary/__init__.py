"""The field's words as closed lists, and the reading of OSM tags into them and back."""

from mapper.vocabulary.belief_words import Age, Basis, Role, State, Verdict
from mapper.vocabulary.camera_reading import CameraReading
from mapper.vocabulary.camera_words import Answer, Kind, Lifecycle, Mount, OperatorType, Scope
from mapper.vocabulary.coverage_words import Detail, Measure, Scenario, SensitiveKind, Trait
from mapper.vocabulary.directions import parse_directions
from mapper.vocabulary.facing import Directions, Facing
from mapper.vocabulary.ground_words import GroundKind, LabelRank, Level, StreetClass
from mapper.vocabulary.osm import read_tags, write_tags
from mapper.vocabulary.selection import Selection
from mapper.vocabulary.words import Word

__all__ = [
    "Age",
    "Answer",
    "Basis",
    "CameraReading",
    "Detail",
    "Directions",
    "Facing",
    "GroundKind",
    "Kind",
    "LabelRank",
    "Level",
    "Lifecycle",
    "Measure",
    "Mount",
    "OperatorType",
    "Role",
    "Scenario",
    "Scope",
    "Selection",
    "SensitiveKind",
    "State",
    "StreetClass",
    "Trait",
    "Verdict",
    "Word",
    "parse_directions",
    "read_tags",
    "write_tags",
]
