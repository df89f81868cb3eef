"""The hand-drawn plan of the town: coast, river, main roads and quarters, in metres.

Positions are (east, north) of the town's middle, before the whole plan is bent a little.
"""

from dataclasses import dataclass
from typing import Literal

from mapper.vocabulary import StreetClass

Spot = tuple[float, float]
Style = Literal["old", "grid", "terraces", "villas", "works", "park", "wood", "meadow"]

COAST: tuple[Spot, ...] = (
    (-150, 1150), (150, 1190), (420, 1120), (650, 1010), (900, 930), (1120, 730), (1240, 430),
    (1190, 180), (1100, -40), (1090, -260), (1180, -480), (1150, -720), (960, -890), (720, -960),
    (510, -940), (390, -850), (320, -740), (220, -690), (60, -690), (-60, -750), (-130, -890),
    (-250, -1060), (-420, -1180), (-580, -1190), (-690, -1070), (-800, -930), (-1000, -830),
    (-1180, -620), (-1290, -330), (-1240, -80), (-1140, 120), (-1180, 360), (-1120, 600),
    (-930, 790), (-760, 920), (-500, 980), (-330, 1080),
)  # fmt: skip
"""Round the island, clockwise from the north; the harbour bay lies in the south."""

BEACH_BETWEEN: tuple[Spot, Spot] = ((1260, 330), (1240, -520))
TARN: tuple[Spot, ...] = (
    (-480, 640), (-420, 600), (-360, 570), (-330, 620), (-370, 690), (-440, 740), (-510, 720),
)  # fmt: skip
RIVER: tuple[Spot, ...] = (
    (-400, 640), (-330, 520), (-205, 400), (-100, 300), (-50, 140), (-90, -50), (-60, -250),
    (20, -420), (90, -560), (125, -660), (140, -760),
)  # fmt: skip
RIVER_WIDTH_M = (14.0, 44.0)
"""At the tarn, and at the mouth."""

POND: tuple[Spot, ...] = ((150, 360), (230, 330), (290, 370), (270, 430), (200, 470), (140, 430))

MARKET: Spot = (-290, -330)
"""The middle of the market square."""


@dataclass(frozen=True, slots=True)
class Road:
    """A main road as drawn on the plan."""

    name: str
    street_class: StreetClass
    spots: tuple[Spot, ...]


_A, _B, _C, _D, _E = (-470, -640), (-650, -430), (-720, -150), (-660, 140), (-470, 230)
_G, _H, _I, _J, _K = (20, 600), (340, 640), (640, 500), (800, 240), (830, -60)
_L, _M, _N, _Q, _R = (780, -330), (640, -540), (430, -640), (-80, -600), (-280, -660)
_WEST_END, _EAST_END, _NORTH_END = (-1090, -60), (960, -40), (120, 1050)
_CROSS, _PARK_CORNER, _AXIS = (-300, -130), (430, 180), (480, -70)

ROADS: tuple[Road, ...] = (
    Road("West Ring", StreetClass.PRIMARY, (_A, _B, _C, _D, _E)),
    Road("North Ring", StreetClass.PRIMARY, (_E, (-205, 400), _G, _H, _I)),
    Road("East Ring", StreetClass.PRIMARY, (_I, _J, _K, _L, _M, _N)),
    Road("Harbour Front", StreetClass.PRIMARY, (_N, (280, -610), (95, -575), _Q, _R, _A)),
    Road("Westgate", StreetClass.SECONDARY, (_WEST_END, (-900, -120), _C)),
    Road("High Street", StreetClass.SECONDARY, (_C, (-520, -165), _CROSS, (-150, -70))),
    Road("Long Bridge", StreetClass.SECONDARY, ((-150, -70), (-90, -50), (0, -40))),
    Road("Compass Street", StreetClass.SECONDARY, ((0, -40), (200, -50), _AXIS, _K)),
    Road("Sands Road", StreetClass.SECONDARY, (_K, _EAST_END)),
    Road("Station Road", StreetClass.SECONDARY, (_AXIS, (445, -350), _N)),
    Road("Park Avenue", StreetClass.SECONDARY, (_AXIS, _PARK_CORNER, (400, 420), _H)),
    Road("Market Street", StreetClass.PEDESTRIAN, (_CROSS, MARKET)),
    Road("Net Makers' Lane", StreetClass.PEDESTRIAN, (MARKET, (-260, -500), _R)),
    Road("Fish Lane", StreetClass.PEDESTRIAN, (MARKET, (-150, -440), _Q)),
    Road("Cooper Gate", StreetClass.RESIDENTIAL, (_B, (-470, -390), MARKET)),
    Road("Ferry Lane", StreetClass.RESIDENTIAL, (MARKET, (-170, -280), (-20, -260))),
    Road("Mill Street", StreetClass.RESIDENTIAL, (_D, (-400, 80), (-120, 140), (-10, 150))),
    Road("Pond Street", StreetClass.RESIDENTIAL, (_PARK_CORNER, (200, 165), (-60, 190))),
    Road("Kelp Road", StreetClass.RESIDENTIAL, (_B, (-850, -490), (-1050, -500))),
    Road("Heron Road", StreetClass.RESIDENTIAL, (_D, (-830, 175), (-1000, 150))),
    Road("Wood Lane", StreetClass.RESIDENTIAL, (_E, (-560, 420), (-660, 560), (-780, 720))),
    Road("North Road", StreetClass.SECONDARY, (_G, (60, 820), _NORTH_END)),
    Road("Larch Road", StreetClass.RESIDENTIAL, (_H, (470, 730), (610, 850))),
    Road("Plum Road", StreetClass.RESIDENTIAL, (_I, (760, 640), (840, 770))),
    Road("Shell Road", StreetClass.RESIDENTIAL, (_J, (950, 330), (1090, 420))),
    Road("Signal Road", StreetClass.RESIDENTIAL, (_L, (900, -430), (1030, -490))),
    Road("Ropewalk", StreetClass.RESIDENTIAL, (_M, (740, -650), (820, -760))),
    Road(
        "West Coast Road",
        StreetClass.SECONDARY,
        (_A, (-640, -790), (-880, -690), (-1050, -500), (-1140, -290), _WEST_END),
    ),
    Road(
        "North Coast Road",
        StreetClass.SECONDARY,
        (
            _WEST_END, (-1000, 150), (-1030, 370), (-960, 540), (-780, 720), (-560, 830),
            (-380, 900), (-200, 1000), _NORTH_END,
        ),
    ),
    Road(
        "East Coast Road",
        StreetClass.SECONDARY,
        (
            _NORTH_END, (390, 980), (610, 850), (840, 770), (1000, 620), (1090, 420),
            (1030, 190), _EAST_END,
        ),
    ),
    Road(
        "Dune Road",
        StreetClass.SECONDARY,
        (_EAST_END, (950, -270), (1030, -490), (990, -660), (820, -760), (600, -800),
         (470, -760), _N),
    ),
)  # fmt: skip

BANK_ROADS: tuple[tuple[str, float], ...] = (("Otter Quay", -40.0), ("Willow Quay", 40.0))
"""Streets along the river and how far from its middle (metres, to its left when positive)."""

RAILWAY: tuple[Spot, ...] = (
    (335, -672), (450, -705), (600, -690), (740, -590), (860, -400), (890, -180), (900, 40),
    (915, 220), (860, 430), (740, 560), (640, 680), (520, 860), (360, 930), (240, 950),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quarter:
    """What is built around a spot; a block belongs to the quarter whose spot is nearest."""

    spot: Spot
    style: Style
    turned: float = 0.0
    """The way its streets run, where they keep to a grid: degrees anticlockwise from east."""


QUARTERS: tuple[Quarter, ...] = (
    Quarter((-330, -330), "old"), Quarter((-200, -480), "old"), Quarter((-450, -480), "old"),
    Quarter((-330, -220), "old"), Quarter((-120, -200), "old"),
    Quarter((-550, -270), "terraces"),
    Quarter((-400, 0), "terraces"), Quarter((-250, 240), "terraces"),
    Quarter((-900, -250), "terraces"), Quarter((-900, 30), "villas"),
    Quarter((-800, -580), "villas"), Quarter((-850, 400), "villas"),
    Quarter((250, -300), "grid", -3), Quarter((620, -250), "grid", -3),
    Quarter((120, 60), "grid", 2), Quarter((640, 150), "terraces"),
    Quarter((200, 400), "park"), Quarter((520, 400), "terraces"),
    Quarter((-300, 700), "wood"), Quarter((-500, 600), "wood"), Quarter((-100, 800), "wood"),
    Quarter((200, 800), "villas"), Quarter((620, 700), "villas"), Quarter((900, 500), "villas"),
    Quarter((930, 150), "villas"), Quarter((900, -250), "terraces"),
    Quarter((880, -580), "works"), Quarter((620, -700), "works"), Quarter((540, -680), "works"),
)  # fmt: skip

Use = Literal[
    "home", "shop", "works", "town hall", "church", "station", "school", "hospital",
    "supermarket", "ferry terminal", "lighthouse", "museum", "police station", "boathouse",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Landmark:
    """A building that is there once, on a site of its own; sizes in metres, angle as in grids."""

    use: Use
    spot: Spot
    size: tuple[float, float]
    turned: float
    height_m: float
    site: tuple[float, float]


LANDMARKS: tuple[Landmark, ...] = (
    Landmark("town hall", (-345, -292), (34, 22), 25, 16, (40, 28)),
    Landmark("church", (-236, -352), (38, 15), 12, 22, (46, 24)),
    Landmark("station", (338, -652), (64, 13), -14, 9, (70, 17)),
    Landmark("station", (862, 330), (36, 9), 105, 5, (40, 12)),
    Landmark("school", (545, 330), (56, 38), 12, 9, (84, 66)),
    Landmark("hospital", (-560, 30), (70, 44), 3, 18, (92, 64)),
    Landmark("supermarket", (770, -200), (52, 40), -8, 7, (56, 44)),
    Landmark("ferry terminal", (-40, -650), (46, 16), -4, 8, (50, 20)),
    Landmark("lighthouse", (-540, -1110), (9, 9), 20, 24, (12, 12)),
    Landmark("museum", (52, 255), (44, 24), 62, 14, (50, 30)),
    Landmark("police station", (90, -100), (38, 26), -3, 12, (44, 32)),
    Landmark("boathouse", (262, 425), (18, 9), 40, 4, (22, 12)),
)
CAR_PARKS: tuple[tuple[Spot, tuple[float, float], float], ...] = (
    ((705, -205), (60, 62), -8),
    ((445, -705), (48, 26), -10),
    ((1020, -60), (26, 60), 6),
)
"""Middle, size and angle."""

SQUARES: tuple[tuple[str, Spot, tuple[float, float], float], ...] = (
    ("Market Square", (-290, -330), (66, 48), 18),
    ("Harbour Square", (-150, -655), (92, 44), 4),
    ("Compass Square", (480, -70), (46, 40), -3),
)
PIERS: tuple[tuple[Spot, Spot], ...] = (
    ((60, -670), (40, -800)),
    ((240, -680), (215, -810)),
    ((-90, -760), (0, -830)),
    ((420, -860), (330, -900)),
)


@dataclass(frozen=True, slots=True)
class Ward:
    """A ward: its name, a spot inside it, and how many people live there."""

    name: str
    spot: Spot
    population: int


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
