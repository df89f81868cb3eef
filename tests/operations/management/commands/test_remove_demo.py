"""Tests of the command that removes the demo town."""

import pytest
from django.core.management import call_command

from mapper.operations.management.commands import remove_demo


@pytest.mark.django_db
def test_without_a_demo_town_there_is_nothing_to_remove(capsys: pytest.CaptureFixture[str]):
    call_command("remove_demo")
    assert capsys.readouterr().out == "There is no demo town to remove.\n"


def test_it_says_what_went(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    gone = {"cameras": 3, "sightings": 5, "of them sent by people": 2}
    monkeypatch.setattr(remove_demo, "remove_demo_town", lambda: gone)
    call_command("remove_demo")
    assert capsys.readouterr().out == (
        "Removed Thistlequay (invented): 3 cameras, 5 sightings, 2 of them sent by people.\n"
    )
