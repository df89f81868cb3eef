"""Names for streets: plants, birds, trades and things of the sea; never a person's."""

from random import Random

from mapper.exchange.sources.demo_town.plan import Style

_NOUNS = (
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
    "old": ("Lane", "Lane", "Street", "Row", "Gate", "Wynd", "Passage"),
    "grid": ("Street",),
    "terraces": ("Street", "Terrace", "Road", "Row"),
    "villas": ("Avenue", "Drive", "Gardens", "Road", "Grove"),
    "works": ("Wharf", "Yard", "Road"),
    "park": ("Walk", "Path"),
    "wood": ("Ride", "Path"),
    "meadow": ("Path", "Lane"),
}


class StreetNames:
    """Hands out names, no noun twice, in an order that the seed decides."""

    def __init__(self, seed: str) -> None:
        """Shuffle the nouns."""
        self._dice = Random(f"{seed}/names")
        self._nouns = list(_NOUNS)
        self._dice.shuffle(self._nouns)

    def next_name(self, style: Style) -> str:
        """A new name for a street in a quarter of this style; empty when all are given."""
        if not self._nouns:
            return ""
        return f"{self._nouns.pop()} {self._dice.choice(_ENDINGS[style])}"
