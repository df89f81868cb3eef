"""Where somebody is: read from an address, or found by name."""

import pytest
from django.http import QueryDict

from mapper.pages.here import Here, here_in, where
from tests.factories.cameras import HERE
from tests.factories.places import make_street


def test_a_position_is_read_and_written_to_about_a_metre():
    here = here_in(QueryDict("lat=60.1700004&lon=24,94"))
    assert here == Here(24.94, 60.1700004)
    assert here.query == "lat=60.17000&lon=24.94000"


def test_nothing_said_is_nowhere():
    assert here_in(QueryDict("q=quay")) is None


@pytest.mark.parametrize("query", ["lat=60", "lat=x&lon=1", "lat=120&lon=24", "lat=0&lon=0"])
def test_what_is_no_position_is_refused_in_words(query):
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        here_in(QueryDict(query))


@pytest.mark.django_db
def test_a_name_leads_to_the_middle_of_what_bears_it():
    make_street("First Street")
    found = where(QueryDict("q=first"))["found"]
    assert [(one.name, one.here.lon) for one in found] == [("First Street", pytest.approx(HERE[0]))]
    assert where(QueryDict(""))["found"] == []
