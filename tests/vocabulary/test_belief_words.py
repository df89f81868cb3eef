"""The steps of age leave no day out and none in two steps."""

from itertools import pairwise

from mapper.vocabulary import Age


def test_the_steps_of_age_follow_one_another() -> None:
    dated = [age.days for age in Age if age is not Age.UNKNOWN]
    assert dated[0][0] is None
    assert dated[-1][1] is None
    assert all(one[1] == following[0] for one, following in pairwise(dated))


def test_an_unknown_age_has_no_ends() -> None:
    assert Age.UNKNOWN.days == (None, None)
