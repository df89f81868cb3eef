"""Lists of words as a form field wants them."""

from mapper.vocabulary import Lifecycle
from mapper.vocabulary.choices import choices


def test_choices_are_pairs_in_the_order_of_the_list() -> None:
    assert choices(Lifecycle) == [("in_use", "In use"), ("disused", "Out of use")]
