"""The command that makes codes."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from mapper.contributors.models import WalkCode

pytestmark = pytest.mark.django_db


def run(*arguments):
    out, said = StringIO(), StringIO()
    call_command("make_codes", *arguments, stdout=out, stderr=said)
    return out.getvalue().splitlines(), said.getvalue()


def test_codes_stand_alone_on_their_lines_so_that_they_can_be_printed():
    codes, said = run("3", "--days", "7")
    assert len(set(codes)) == 3
    assert {len(code) for code in codes} == {14}
    assert "cannot be shown again" in said
    [lasts] = {(code.expires_on - code.made_on).days for code in WalkCode.objects.all()}
    assert lasts == 7


@pytest.mark.parametrize(
    "arguments", [("0",), ("201",), ("3", "--days", "0"), ("3", "--days", "91")]
)
def test_a_slip_makes_no_codes(arguments):
    with pytest.raises(CommandError):
        run(*arguments)
    assert WalkCode.objects.count() == 0
