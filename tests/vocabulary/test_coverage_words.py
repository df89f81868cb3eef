"""Detail by pixel density, and the bits of a camera's traits."""

from itertools import pairwise

from mapper.vocabulary import Detail, Trait


def test_more_detail_asks_for_more_pixels() -> None:
    densities = [detail.pixels_a_metre for detail in Detail]
    assert densities == [250, 125, 62, 25]
    assert all(more > less for more, less in pairwise(densities))


def test_every_trait_is_a_bit_of_its_own() -> None:
    assert sum(trait.value for trait in Trait) == 2 ** len(Trait) - 1
