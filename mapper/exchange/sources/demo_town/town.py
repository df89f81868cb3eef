"""The whole invented town in metres: nature, streets, buildings, surfaces, wards."""

from dataclasses import dataclass
from random import Random

from shapely import LineString

from mapper.exchange.sources.demo_town.buildings import houses_on
from mapper.exchange.sources.demo_town.curves import Bend, smooth
from mapper.exchange.sources.demo_town.island import Island, make_island, town_bend
from mapper.exchange.sources.demo_town.lots import StreetRoom
from mapper.exchange.sources.demo_town.names import named
from mapper.exchange.sources.demo_town.network import Network, make_network
from mapper.exchange.sources.demo_town.parts import House, Stretch, Surface
from mapper.exchange.sources.demo_town.paths import lanes_and_paths
from mapper.exchange.sources.demo_town.plan.roads import RAILWAY
from mapper.exchange.sources.demo_town.sites import Sites, make_sites
from mapper.exchange.sources.demo_town.strokes import strokes_of
from mapper.exchange.sources.demo_town.surfaces import make_surfaces
from mapper.exchange.sources.demo_town.wards import WardArea, make_wards
from mapper.vocabulary import StreetClass

_FROM_WATER_M = 9.0


@dataclass(frozen=True, slots=True)
class Town:
    """Everything on the island but its cameras."""

    island: Island
    network: Network
    streets: list[Stretch]
    sites: Sites
    houses: list[House]
    surfaces: list[Surface]
    wards: list[WardArea]


def make_town(seed: str) -> Town:
    """Build the town; the same seed always gives the same town."""
    bend = town_bend(seed)
    island, network = make_island(seed), make_network(seed, bend)
    streets = _all_streets(network, bend, seed)
    room = StreetRoom(streets, [island.water.buffer(_FROM_WATER_M)])
    sites = make_sites(bend, room, network.blocks, streets[-1].line)
    return Town(
        island=island,
        network=network,
        streets=streets,
        sites=sites,
        houses=[*sites.houses, *_houses(island, network, streets, sites, seed)],
        surfaces=list(make_surfaces(island, network.blocks, sites.surfaces, bend, seed)),
        wards=make_wards(island.bounds, bend),
    )


def _all_streets(network: Network, bend: Bend, seed: str) -> list[Stretch]:
    """Streets, lanes, paths, and the railway as the last."""
    streets = named(strokes_of(network.stretches), seed)
    railway = bend.of(LineString(smooth(RAILWAY)))
    return [
        *streets,
        *lanes_and_paths(streets, bend),
        Stretch(railway, StreetClass.RAIL, "Island Railway"),
    ]


def _houses(
    island: Island, network: Network, streets: list[Stretch], sites: Sites, seed: str
) -> list[House]:
    room = StreetRoom(streets, [island.water.buffer(_FROM_WATER_M), *sites.kept_free])
    dice = Random(f"{seed}/houses")
    return [house for block in network.blocks for house in houses_on(block, room, dice)]
