"""Names for streets: plants, birds, trades and things of the sea; never a person's."""

from dataclasses import replace
from random import Random

from shapely import LineString

from mapper.exchange.sources.demo_town.blocks import quarter_at
from mapper.exchange.sources.demo_town.parts import Stretch
from mapper.exchange.sources.demo_town.plan.words import Style

NOUNS = (
    "Alder", "Anchor", "Apple", "Ash", "Aspen", "Badger", "Baker's", "Barley", "Basket", "Beech",
    "Bell", "Bilberry", "Birch", "Blackthorn", "Bramble", "Bread", "Brick", "Buoy", "Butter",
    "Button", "Candle", "Cart", "Catkin", "Cedar", "Chandler's", "Cherry", "Chestnut", "Clay",
    "Clover", "Cobble", "Cockle", "Copper", "Cork", "Cormorant", "Cowslip", "Crab", "Cressets",
    "Curlew", "Cutlers'", "Damson", "Dipper", "Drift", "Dunlin", "Dyers'", "Eider", "Elder",
    "Fern", "Fig", "Flax", "Flint", "Foxglove", "Fulmar", "Gannet", "Glovers'", "Goldfinch",
    "Gorse", "Granary", "Guillemot", "Halyard", "Hawthorn", "Hazel", "Hedgehog", "Herring",
    "Honey", "Hop", "Hornbeam", "Iron", "Ivy", "Juniper", "Kettle", "Kiln", "Kittiwake",
    "Ladder", "Lamp", "Lantern", "Lapwing", "Lavender", "Lead", "Lichen", "Lime", "Limpet",
    "Linden", "Linen", "Linnet", "Lobster", "Loom", "Mackerel", "Mallow", "Malt", "Maple",
    "Mast", "Meadow", "Medlar", "Mint", "Moss", "Mussel", "Mustard", "Needle", "Nettle", "Oak",
    "Oar", "Oat", "Orchard", "Osier", "Oyster", "Paper", "Parsley", "Pear", "Pebble", "Petrel",
    "Pilots'", "Pine", "Plaice", "Plough", "Plover", "Poplar", "Poppy", "Potters'", "Primrose",
    "Puffin", "Quince", "Razorbill", "Reed", "Rope", "Rowan", "Rudder", "Rye", "Sage", "Sail",
    "Salt", "Samphire", "Sandpiper", "Sawyers'", "Saddlers'", "Seaholly", "Sextant", "Shuttle",
    "Skylark", "Slate", "Sloe", "Smithy", "Sorrel", "Spindle", "Spruce", "Starling", "Stone",
    "Swallow", "Tallow", "Tanners'", "Teasel", "Tern", "Thatch", "Thistle", "Thrift", "Thyme",
    "Tiller", "Tinker's", "Tulip", "Turners'", "Turnstone", "Vetch", "Violet", "Walnut",
    "Wagtail", "Weavers'", "Wheat", "Whelk", "Whitebeam", "Wicker", "Wren", "Yarrow", "Yew",
)  # fmt: skip

_ENDINGS: dict[Style, tuple[str, ...]] = {
    "old": ("Lane", "Lane", "Street", "Row", "Gate", "Wynd"),
    "grid": ("Street",),
    "terraces": ("Street", "Terrace", "Road", "Row"),
    "villas": ("Avenue", "Drive", "Gardens", "Road", "Grove"),
    "works": ("Wharf", "Road"),
    "park": ("Walk",),
    "wood": ("Ride",),
    "bank": ("Quay",),
}
_SHORT_ENDINGS: dict[Style, tuple[str, ...]] = {
    "old": ("Passage", "Wynd", "Steps", "Yard"),
    "terraces": ("Court", "Place", "Mews"),
    "villas": ("Close", "Court", "Place"),
}
_SHORT_M = 120.0
_NAMED_FROM_M = 45.0


def named(streets: list[Stretch], seed: str) -> list[Stretch]:
    """Give every street that has no name and is worth one a name of its quarter's sort.

    No noun comes twice; once all are given, the shortest streets stay without.
    """
    dice = Random(f"{seed}/names")
    nouns = list(NOUNS)
    dice.shuffle(nouns)
    told = []
    for street in sorted(streets, key=lambda street: -street.line.length):
        if street.name or street.line.length < _NAMED_FROM_M or not nouns:
            told.append(street)
            continue
        ending = dice.choice(_endings(street.line))
        told.append(replace(street, name=f"{nouns.pop()} {ending}"))
    return told


def _endings(line: LineString) -> tuple[str, ...]:
    middle = line.interpolate(0.5, normalized=True)
    style = quarter_at(middle.x, middle.y).style
    short = line.length < _SHORT_M and _SHORT_ENDINGS.get(style)
    return short or _ENDINGS[style]
