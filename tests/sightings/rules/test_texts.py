"""What people write freely is one plain line, and neither a link nor a way to reach somebody."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.settings import limits
from mapper.sightings.rules.texts import TEXT_KEYS, clean_text, text_problem, texts_in
from mapper.vocabulary import Basis

TRICKS = "\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff\u00ad\u3164\x00\x1b"
WORDS = st.text(max_size=limits.HELD_TEXT_MAX + 20)


@given(WORDS)
def test_a_cleaned_text_is_one_plain_line_and_stays_so(text):
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert cleaned == " ".join(cleaned.split())
    assert unicodedata.is_normalized("NFC", cleaned)
    assert {unicodedata.category(sign) for sign in cleaned}.isdisjoint({"Cf", "Cc", "Cs", "Cn"})


@given(st.text("abcäé ", min_size=1), st.data())
def test_what_nobody_sees_changes_nothing(text, data):
    place = data.draw(st.integers(0, len(text)))
    trick = data.draw(st.sampled_from(TRICKS))
    assert clean_text(text[:place] + trick + text[place:]) == clean_text(text)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_words_around_it_hide_a_link(before, after):
    text = f"{clean_text(before)} https://example.test/x {clean_text(after)}"
    assert text_problem(text).startswith("Please leave out the ")


def test_lines_and_wide_spaces_become_single_spaces():
    assert clean_text(" City\r\n of\u2003\tTesting\u00a0") == "City of Testing"


def test_a_composed_letter_is_the_same_as_its_parts():
    assert clean_text("Cafe\u0301") == "Café"


@pytest.mark.parametrize(
    "text",
    [
        "see https://example.test",
        "HTTP://EXAMPLE.TEST",
        "www.example",
        "example.test/page",
        "example.test?x=1",
        "example.com",
        "\uff45\uff58\uff41\uff4d\uff50\uff4c\uff45\uff0e\uff43\uff4f\uff4d",
        "example。com",
        "example (dot) com",
        "example[.]com",
        "javascript:alert(1)",
        "tel:112",
    ],
)
def test_a_web_address_is_refused(text):
    assert text_problem(clean_text(text)) == "Please leave out the web address."


@pytest.mark.parametrize(
    "text", ["write to a.person@example.test", "a\uff20example.test", "a (at) example (dot) test"]
)
def test_an_e_mail_address_is_refused(text):
    assert text_problem(clean_text(text)) == "Please leave out the e-mail address."


@pytest.mark.parametrize(
    "text",
    ["call +358 40 123 4567", "(020) 7946-0958", "020.7946.0958", "٠١٢٣٤٥٦٧٨", "555 1234"],
)
def test_a_telephone_number_is_refused(text):
    assert text_problem(clean_text(text)) == "Please leave out the telephone number."


@pytest.mark.parametrize("text", ["…", "!?", "🙂"])
def test_a_text_without_a_word_is_refused(text):
    assert text_problem(text) == "Please write it in words."


def test_a_text_longer_than_we_hold_is_refused_with_both_numbers():
    problem = text_problem("a" * (limits.HELD_TEXT_MAX + 1))
    assert str(limits.HELD_TEXT_MAX) in problem
    assert str(limits.HELD_TEXT_MAX + 1) in problem


@pytest.mark.parametrize(
    "text",
    [
        "City of Testing, Dept. of Works",
        "Hangs there since 2026-01-31",
        "Up since 1.5.2019, new in 31/12/2025",
        "In use 2019–2021",
        "No. 12-14, above the 2nd door",
        "St.Mary’s, approx. 3.50 m up",
        "監視カメラ 2台",
        "a" * limits.HELD_TEXT_MAX,
    ],
)
def test_ordinary_words_pass(text):
    assert text_problem(clean_text(text)) == ""


def test_texts_are_parted_from_claims():
    claims = {
        "operator": (" City\u200b of  Testing ", Basis.SIGN),
        "camera:type": ("dome", Basis.SAW),
        "note": ("see example.com", Basis.SAW),
    }
    texts, others, problems = texts_in(claims)
    assert texts == {"operator": "City of Testing"}
    assert others == {"camera:type": ("dome", Basis.SAW)}
    assert problems == {"note": "Please leave out the web address."}


@pytest.mark.parametrize("key", TEXT_KEYS)
def test_an_empty_text_is_no_text_and_no_fault(key):
    assert texts_in({key: (" \u200b", Basis.SAW)}) == ({}, {}, {})
