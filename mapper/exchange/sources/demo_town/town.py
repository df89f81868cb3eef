"""The whole invented town in metres: nature, streets, buildings, surfaces, wards."""

from dataclasses import dataclass
from random import Random

from shapely import LineString

from mapper.exchange.sources.demo_town import plan
from mapper.exchange.sources.demo_town.blocks import quarter_at
from mapper.exchange.sources.demo_town.buildings import House, houses_on, landmarks, sites
from mapper.exchange.sources.demo_town.curves import Bend, smooth
from mapper.exchange.sources.demo_town.island import Island, make_island, town_bend
from mapper.exchange.sources.demo_town.lots import HALF_WIDTH_M, StreetRoom
from mapper.exchange.sources.demo_town.names import StreetNames
from mapper.exchange.sources.demo_town.network import Network, make_network
from mapper.exchange.sources.demo_town.strokes import Stroke, strokes_of
from mapper.exchange.sources.demo_town.surfaces import Surface, make_surfaces
from mapper.exchange.sources.demo_town.wards import WardArea, make_wards
from mapper.vocabulary import StreetClass

_NAMED_FROM_M = 60.0


@dataclass(frozen=True, slots=True)
class Town:
    """Everything on the island but its cameras."""

    island: Island
    network: Network
    streets: list[Stroke]
    houses: list[House]
    surfaces: list[Surface]
    wards: list[WardArea]


def make_town(seed: str) -> Town:
    """Build the town; the same seed always gives the same town."""
    bend, network = town_bend(seed), make_network(seed)
    island = make_island(seed)
    railway = bend.of(LineString(smooth(plan.RAILWAY)))
    return Town(
        island=island,
        network=network,
        streets=[
            *_named(seed, strokes_of(network.edges)),
            Stroke(railway, StreetClass.RAIL, "Island Railway"),
        ],
        houses=_houses(seed, island, network, railway, bend),
        surfaces=list(make_surfaces(island, network.blocks, bend)),
        wards=make_wards(island.land, bend),
    )


def _houses(
    seed: str, island: Island, network: Network, railway: LineString, bend: Bend
) -> list[House]:
    rails = railway.buffer(HALF_WIDTH_M[StreetClass.RAIL])
    room = StreetRoom(network.edges, [island.water.buffer(9), rails, *sites(bend)])
    dice = Random(f"{seed}/houses")
    houses = landmarks(bend)
    for block in network.blocks:
        if not block.shape.intersects(island.river):
            houses += houses_on(block, room, dice)
    return houses


def _named(seed: str, strokes: list[Stroke]) -> list[Stroke]:
    """Give every street that has no name and is worth one a name of its quarter's sort."""
    names = StreetNames(seed)
    named = []
    for stroke in sorted(strokes, key=lambda stroke: -stroke.line.length):
        if stroke.name or stroke.line.length < _NAMED_FROM_M:
            named.append(stroke)
            continue
        middle = stroke.line.interpolate(0.5, normalized=True)
        name = names.next_name(quarter_at(middle.x, middle.y).style)
        named.append(Stroke(stroke.line, stroke.street_class, name))
    return named
