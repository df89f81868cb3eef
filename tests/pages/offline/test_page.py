"""The page in place of one that was not kept: it leads to what works without a connection."""

from django.test import Client


def test_it_leads_to_what_works_and_asks_no_database(client: Client) -> None:
    text = client.get("/offline/").text
    assert "<h1>No connection</h1>" in text
    assert 'href="/"' in text
    assert 'href="/report/"' in text
