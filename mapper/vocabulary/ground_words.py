"""The words for the ground that cameras stand on: areas, streets, surfaces, names."""

from mapper.vocabulary.words import Word


class Level(Word):
    """The rank of a place with a boundary, largest first."""

    COUNTRY = "country", "Country"
    REGION = "region", "Region"
    CITY = "city", "City"
    DISTRICT = "district", "District"
    WARD = "ward", "Ward"


class StreetClass(Word):
    """How much traffic a street is built for, busiest first."""

    MOTORWAY = "motorway", "Motorway"
    PRIMARY = "primary", "Main road"
    SECONDARY = "secondary", "Through road"
    RESIDENTIAL = "residential", "Street"
    SERVICE = "service", "Service road"
    PEDESTRIAN = "pedestrian", "Pedestrian street"
    PATH = "path", "Path"
    RAIL = "rail", "Railway"

    @property
    def is_walked_or_driven(self) -> bool:
        """Whether people go along it themselves."""
        return self is not StreetClass.RAIL

    @property
    def is_public(self) -> bool:
        """Whether it is for everybody: a service road serves those who live or work along it."""
        return self.is_walked_or_driven and self is not StreetClass.SERVICE


class GroundKind(Word):
    """What an area of ground is covered with."""

    LAND = "land", "Land"
    WATER = "water", "Water"
    PARK = "park", "Park"
    WOOD = "wood", "Wood"
    GRASS = "grass", "Grass"
    SAND = "sand", "Sand"
    BUILT = "built", "Built-up ground"


class LabelRank(Word):
    """The importance of a place name on the map, most important first."""

    COUNTRY = "country", "Country"
    CITY = "city", "City"
    TOWN = "town", "Town"
    SUBURB = "suburb", "Suburb"
    NEIGHBOURHOOD = "neighbourhood", "Neighbourhood"
