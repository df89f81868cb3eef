"""Receipts: each opens what it was given for, and nothing else."""

import re

from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from mapper.sightings.rules.receipts import number_in, receipt_for, sighting_id_in


@given(st.integers(1, 2**63 - 1))
def test_a_receipt_leads_back_to_its_sighting(number: int) -> None:
    assert sighting_id_in(receipt_for(number)) == number


@given(st.text())
def test_what_we_did_not_write_is_no_receipt(text: str) -> None:
    assert sighting_id_in(text) is None


def test_a_changed_receipt_opens_nothing() -> None:
    number, seal = receipt_for(12).split(".")
    assert sighting_id_in(f"13.{seal}") is None
    assert sighting_id_in(f"{number}.{seal[:-1]}") is None


def test_a_receipt_of_one_kind_opens_no_other() -> None:
    receipt = receipt_for(12, "survey")
    assert number_in(receipt, "survey") == 12
    assert number_in(receipt, "takedown") is None
    assert sighting_id_in(receipt) is None


def test_a_receipt_fits_into_an_address_and_is_always_the_same() -> None:
    assert re.fullmatch(r"[\w.-]+", receipt_for(12))
    assert receipt_for(12) == receipt_for(12)


def test_a_new_secret_severs_all_receipts(settings: Settings) -> None:
    receipt = receipt_for(12)
    settings.SECRET_KEY = "another"
    assert sighting_id_in(receipt) is None
