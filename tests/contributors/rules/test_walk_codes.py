"""Codes that people copy by hand."""

import re

import pytest

from mapper.contributors.rules.walk_codes import code_hash, new_code


def test_a_code_has_no_letters_that_look_alike():
    codes = {new_code() for _ in range(50)}
    assert len(codes) == 50
    for code in codes:
        assert re.fullmatch(r"[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}", code)


@pytest.mark.parametrize("typed", ["ABCD-2345-WXYZ", "abcd 2345 wxyz", " abcd2345WXYZ\n"])
def test_it_may_be_typed_in_any_way(typed, settings):
    kept = code_hash(typed)
    assert kept == code_hash("ABCD-2345-WXYZ") != code_hash("ABCD-2345-WXYA")
    settings.SECRET_KEY = "another"
    assert kept != code_hash(typed)
