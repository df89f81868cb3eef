"""Going once through everything that is compiled."""

from numba.core.registry import CPUDispatcher

from mapper.geometry import sorted_points
from mapper.tiles.index import scanning
from mapper.tiles.warming import warm_up


def test_everything_a_reader_asks_for_is_compiled_afterwards() -> None:
    warm_up()
    for module in (scanning, sorted_points):
        for name, function in vars(module).items():
            # What these call has been compiled with them, or was found on the disk with them.
            if isinstance(function, CPUDispatcher) and not name.startswith("_"):
                assert function.signatures, f"{module.__name__}.{name} was not compiled"
