"""Links have whole addresses."""

from django.test import RequestFactory

from mapper.api.links import link


def test_a_link_has_a_whole_address() -> None:
    request = RequestFactory().get("/api/")
    made = link(request, "self", "/api/", "Here", query=[("bbox", "1,2,3,4"), ("kind", "a b")])
    assert made == {
        "href": "http://testserver/api/?bbox=1,2,3,4&kind=a+b",
        "rel": "self",
        "type": "application/json",
        "title": "Here",
    }
