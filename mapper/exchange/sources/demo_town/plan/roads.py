"""The main roads, the railway and the footpaths, as drawn; where two meet they share a spot."""

from mapper.exchange.sources.demo_town.plan.words import Road, Spot
from mapper.vocabulary import StreetClass

MARKET: Spot = (-290, -330)
"""The middle of the market square."""

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

LANES: tuple[Road, ...] = (
    Road("Lighthouse Lane", StreetClass.SERVICE, ((-640, -790), (-585, -900), (-560, -1020),
         (-545, -1095))),
    Road("Ferry Quay", StreetClass.SERVICE, ((-280, -660), (-205, -700), (-110, -700),
         (-50, -674), (14, -664), (24, -592))),
    Road("Coal Quay", StreetClass.SERVICE, ((280, -610), (305, -690), (370, -775), (470, -760))),
    Road("Promenade", StreetClass.PEDESTRIAN, ((1090, 420), (1145, 290), (1085, 60), (1045, -60),
         (1030, -240), (1095, -420), (1030, -490))),
    Road("Sands Approach", StreetClass.SERVICE, ((960, -40), (1045, -60))),
)  # fmt: skip
"""Streets outside the blocks; their ends lie on other streets."""

PATHS: tuple[Road, ...] = tuple(
    Road(name, StreetClass.PATH, spots)
    for name, spots in (
        ("Pond Walk", ((215, 505), (135, 460), (122, 400), (145, 335), (235, 303), (312, 350),
                       (312, 415), (280, 470), (215, 505))),
        ("", ((50, 605), (70, 520), (128, 450))),
        ("", ((-35, 330), (40, 320), (122, 385))),
        ("Lime Walk", ((150, 168), (165, 240), (200, 310))),
        ("", ((410, 380), (360, 395), (312, 400))),
        ("", ((338, 638), (310, 560), (255, 485))),
        ("Long Walk", ((-20, 215), (20, 430), (110, 540), (250, 575), (400, 500))),
        ("", ((430, 190), (370, 260), (312, 350))),
        ("Tarn Path", ((-300, 600), (-345, 550), (-425, 575), (-510, 640), (-545, 735),
                       (-445, 775), (-350, 715), (-300, 600))),
        ("Cuckoo Ride", ((-470, 235), (-440, 420), (-425, 575))),
        ("", ((-300, 600), (-200, 560), (-90, 610), (30, 640))),
        ("", ((-445, 775), (-420, 830), (-380, 900))),
        ("Fox Ride", ((-350, 715), (-200, 760), (-40, 790), (55, 800))),
        ("", ((-200, 760), (-160, 880), (-200, 1000))),
        ("", ((-640, 530), (-580, 600), (-510, 640))),
        ("Headland Path", ((-470, -640), (-400, -760), (-330, -900), (-380, -1060), (-470, -1130),
                           (-545, -1095), (-620, -1080), (-670, -980), (-740, -860),
                           (-760, -750))),
        ("North Cliff Path", ((120, 1050), (180, 1120), (400, 1060), (560, 960), (610, 850))),
        ("West Cliff Path", ((-1140, -290), (-1215, -230), (-1180, -40), (-1080, 110),
                             (-1000, 150))),
        ("", ((-1030, 370), (-1110, 430), (-1060, 590), (-960, 540))),
        ("South Mole Path", ((820, -760), (800, -890), (640, -900), (600, -800))),
    )
)  # fmt: skip
"""Footpaths; their ends lie on streets or on earlier paths, or are led there."""
