"""The service worker: a script at the root that names its release and where its rules stand."""

import json
import re

from django.test import Client

from mapper.pages.offline.shell import shell


def test_it_carries_the_shell_of_this_release(client: Client) -> None:
    answer = client.get("/service-worker.js")
    told = re.match(r"self\.shell = (.*);\n", answer.text)
    assert told
    assert json.loads(told[1]) == json.loads(shell().as_json())


def test_it_imports_its_rules_from_this_site(client: Client) -> None:
    text = client.get("/service-worker.js").text
    imported = re.findall(r'"(/static/mapper/js/worker/\w+\.js)"', text)
    assert len(imported) == 2


def test_a_browser_asks_for_it_every_time(client: Client) -> None:
    answer = client.get("/service-worker.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"
