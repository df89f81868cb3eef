"""Adding up what a service says it has written, for whoever is watching."""

from mapper.exchange.sources.watching import Watch


class Counter:
    """Adds up the rows a service tells of in one stage."""

    def __init__(self, watch: Watch, stage: str, total: int) -> None:
        self._watch, self._stage, self._total, self._done = watch, stage, total, 0
        watch(stage, 0, total)

    def __call__(self, more: int) -> None:
        """Say that so many more are done."""
        self._done += more
        self._watch(self._stage, self._done, self._total)
