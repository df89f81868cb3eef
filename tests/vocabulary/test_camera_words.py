"""What a kind of camera implies."""

import pytest

from mapper.vocabulary import Kind


@pytest.mark.parametrize(
    ("kind", "all_round"),
    [
        (Kind.FIXED, False),
        (Kind.PANNING, True),
        (Kind.DOME, True),
        (Kind.PANORAMA, True),
        (Kind.DOORBELL, False),
        (Kind.UNKNOWN, False),
    ],
)
def test_which_kinds_see_all_round(kind: Kind, *, all_round: bool) -> None:
    assert kind.sees_all_round is all_round
