"""The arithmetic of belief: what voices add up to, and how fresh that is."""

from mapper.evidence.confirmation import Voice, belief_of, state_of
from mapper.evidence.freshness import age_of, is_stale

__all__ = ["Voice", "age_of", "belief_of", "is_stale", "state_of"]
