"""Landmarks, squares, car parks and piers, as drawn."""

from mapper.exchange.sources.demo_town.plan.words import Campus, Landmark, Rectangle, Spot
from mapper.vocabulary import GroundKind

LANDMARKS: tuple[Landmark, ...] = (
    Landmark("town hall", Rectangle((-352, -300), (36, 24), 18), 16),
    Landmark("lighthouse", Rectangle((-540, -1110), (9, 9), 20), 24),
    Landmark("museum", Rectangle((52, 262), (44, 22), 62), 14),
    Landmark("boathouse", Rectangle((336, 436), (16, 8), 40), 4),
    Landmark("greenhouse", Rectangle((330, 250), (34, 12), -8), 6),
    Landmark("works", Rectangle((182, -640), (38, 15), -5), 7),
    Landmark("works", Rectangle((256, -648), (34, 15), -12), 7),
    Landmark("ferry terminal", Rectangle((-30, -642), (50, 15), 2), 8),
)
CAMPUSES: tuple[Campus, ...] = (
    Campus("school", "Orchards School", (560, 330), (62, 44), 9, GroundKind.GRASS),
    Campus("hospital", "Tarn Hospital", (-560, 40), (78, 46), 18, GroundKind.GRASS),
    Campus("supermarket", "Car park", (730, -200), (58, 44), 7, GroundKind.BUILT),
    Campus("police station", "", (60, -100), (40, 28), 12, GroundKind.BUILT),
    Campus("church", "", (-155, -382), (40, 14), 22, GroundKind.GRASS),
    Campus("school", "Harbour School", (-560, -290), (58, 40), 9, GroundKind.GRASS),
)
STATIONS: tuple[Spot, ...] = ((400, -690), (880, 330))
"""Beside the railway."""

STATION_SIZE_M = (58.0, 11.0)
SQUARES: tuple[tuple[str, Rectangle], ...] = (
    ("Market Square", Rectangle((-290, -330), (72, 50), 18)),
    ("Harbour Square", Rectangle((-150, -650), (84, 44), -6)),
    ("Compass Square", Rectangle((480, -70), (52, 48), -3)),
)
CAR_PARKS: tuple[Rectangle, ...] = (Rectangle((1000, -70), (26, 70), 8),)
PIERS: tuple[tuple[Spot, Spot], ...] = (
    ((10, -640), (-10, -800)),
    ((235, -640), (215, -830)),
    ((-100, -740), (0, -850)),
    ((420, -830), (300, -905)),
)
PIER_WIDTH_M = 9.0
