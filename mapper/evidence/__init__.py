"""The arithmetic of belief: what voices add up to, and what time does to it."""

from mapper.evidence.confirmation import Voice, belief_of
from mapper.evidence.freshness import CAN_GROW_STALE, state_as_of

__all__ = ["CAN_GROW_STALE", "Voice", "belief_of", "state_as_of"]
