"""Which ways a figure counts."""

import pytest
from django.http import QueryDict

from mapper.pages.places.ways import Ways, ways_in


@pytest.mark.parametrize(
    ("query", "ways"),
    [
        ("", Ways.PUBLIC),
        ("ways=public", Ways.PUBLIC),
        ("ways=all", Ways.ALL),
        ("ways=<b>", Ways.PUBLIC),
    ],
)
def test_public_ways_are_counted_unless_all_are_asked_for(query, ways):
    assert ways_in(QueryDict(query)) is ways


def test_each_leads_to_the_other():
    assert Ways.PUBLIC.other is Ways.ALL
    assert Ways.ALL.other is Ways.PUBLIC
    assert (Ways.PUBLIC.in_address, Ways.ALL.in_address) == ("", "all")
    assert (Ways.PUBLIC.query, Ways.ALL.query) == ("", "?ways=all")
    assert Ways.ALL.invitation == "Count service roads too"
    assert Ways.PUBLIC.invitation.startswith("Count only public")
