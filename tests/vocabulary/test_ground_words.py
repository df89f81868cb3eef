"""The order of the words for the ground is their rank."""

from mapper.vocabulary import LabelRank, Level, StreetClass


def test_places_and_labels_run_from_large_to_small() -> None:
    assert list(Level) == ["country", "region", "city", "district", "ward"]
    assert list(LabelRank) == ["country", "city", "town", "suburb", "neighbourhood"]


def test_streets_run_from_busy_to_quiet() -> None:
    assert list(StreetClass)[:4] == ["motorway", "primary", "secondary", "residential"]


def test_rails_are_no_ways_and_service_roads_not_for_everybody() -> None:
    assert [one for one in StreetClass if not one.is_walked_or_driven] == [StreetClass.RAIL]
    assert {one for one in StreetClass if not one.is_public} == {
        StreetClass.RAIL,
        StreetClass.SERVICE,
    }
