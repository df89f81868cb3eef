"""The arithmetic of belief: what voices add up to, what time does to it, and what is the same."""

from mapper.evidence.aspects import AspectBelief, Saying, weigh
from mapper.evidence.confirmation import Voice, belief_of
from mapper.evidence.freshness import CAN_GROW_STALE, state_as_of
from mapper.evidence.likeness import Place, same_facings, supports_place
from mapper.evidence.match_score import Facts, MatchScore, Scale, match_score, reach_m

__all__ = [
    "CAN_GROW_STALE",
    "AspectBelief",
    "Facts",
    "MatchScore",
    "Place",
    "Saying",
    "Scale",
    "Voice",
    "belief_of",
    "match_score",
    "reach_m",
    "same_facings",
    "state_as_of",
    "supports_place",
    "weigh",
]
