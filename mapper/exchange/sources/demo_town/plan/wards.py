"""The wards, and the lines along which the town is cut into them."""

from mapper.exchange.sources.demo_town.plan.nature import RIVER
from mapper.exchange.sources.demo_town.plan.words import Spot, Ward

_WEST_END, _C, _CROSS, _AXIS = (-1090, -60), (-720, -150), (-300, -130), (480, -70)
_K, _EAST_END, _PARK_CORNER, _H, _N = (830, -60), (960, -40), (430, 180), (340, 640), (430, -640)

WARDS: tuple[Ward, ...] = (
    Ward("Old Harbour", (-450, -400), 2940),
    Ward("Tarnwood", (-600, 350), 2610),
    Ward("Northpark", (300, 500), 1480),
    Ward("Orchards", (800, 400), 2370),
    Ward("Compass", (250, -300), 2890),
    Ward("Long Sands", (850, -400), 1760),
)
WARD_LINES: tuple[tuple[Spot, ...], ...] = (
    ((-380, 1300), *RIVER, (120, -1000), (60, -1400)),
    ((-1600, -40), _WEST_END, (-900, -120), _C, (-520, -165), _CROSS, (-150, -70), (-90, -50),
     (0, -40), (200, -50), _AXIS, _K, _EAST_END, (1600, -20)),
    (_AXIS, _PARK_CORNER, (400, 420), _H, (470, 730), (610, 850), (760, 1300)),
    (_AXIS, (445, -350), _N, (400, -740), (330, -860), (260, -1300)),
)  # fmt: skip
"""Along these the island is cut into wards: the river, and main roads."""
