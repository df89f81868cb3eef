"""The web app manifest: what a phone needs to install the site, all from this site."""

from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.test import Client


def test_it_says_all_that_a_phone_asks_for(client: Client) -> None:
    answer = client.get("/manifest.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    content = answer.json()
    assert content["start_url"] == content["scope"] == "/"
    assert content["display"] == "standalone"
    assert {icon["purpose"] for icon in content["icons"]} == {"any", "maskable"}


def test_its_icons_are_files_of_ours(client: Client) -> None:
    content = client.get("/manifest.webmanifest").json()
    shortcuts = [icon for shortcut in content["shortcuts"] for icon in shortcut["icons"]]
    for icon in [*content["icons"], *shortcuts]:
        assert not urlsplit(icon["src"]).netloc
        assert finders.find(icon["src"].removeprefix("/static/"))


def test_its_shortcuts_lead_somewhere(client: Client, db: None) -> None:
    content = client.get("/manifest.webmanifest").json()
    assert [client.get(one["url"]).status_code for one in content["shortcuts"]] == [200]


def test_every_page_names_it(client: Client) -> None:
    assert '<link rel="manifest" href="/manifest.webmanifest">' in client.get("/about/").text
