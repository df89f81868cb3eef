"""Earning standing by being first and right, and losing it by being wrong."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.evidence.standing import (
    Bar,
    FirstReport,
    Reply,
    has_earned,
    has_lost,
    outcome_of,
    right_reports,
)
from mapper.vocabulary import State

DAY = date(2026, 3, 1)
BAR = Bar(reports=5, cells=3, days=7, vouchers=3, wrong=2, wrong_within_days=365)


def after(days):
    return DAY + timedelta(days=days)


def report(days=0, cell=0, vouchers="ab", *, wrong=False):
    return FirstReport(after(days), cell, frozenset(vouchers), wrong)


ENOUGH = [report(3), report(5, 1, "b"), report(7, 1, "c"), report(9, 2), report(11, 2)]
REPORTS = st.lists(
    st.builds(
        report,
        st.integers(0, 800),
        st.integers(0, 5),
        st.sets(st.sampled_from("abcd")),
        wrong=st.booleans(),
    ),
    max_size=12,
)


def reply(days, *, present=True, standing=True, who="a"):
    return Reply(who, after(days), present, standing)


def outcome(state, *replies, invented=False):
    return outcome_of(DAY, 7, state, replies, refuted_within_days=90, invented=invented)


def test_others_with_standing_vouch_for_what_is_confirmed():
    replies = [reply(1), reply(2, who="b", standing=False), reply(3, who="c", present=False)]
    told = outcome(State.CONFIRMED, *replies)
    assert (told.day, told.cell, told.vouchers, told.wrong) == (DAY, 7, {"a"}, False)
    assert outcome(State.UNCONFIRMED, *replies).vouchers == frozenset()


@pytest.mark.parametrize(
    ("replies", "wrong"),
    [
        ([reply(90, present=False)], True),
        ([reply(91, present=False)], False),
        ([reply(9, present=False, standing=False)], False),
        ([reply(9, present=False), reply(9, who="b")], False),
        ([reply(9, present=False), reply(9, who="b", standing=False)], True),
        ([], False),
    ],
)
def test_what_others_soon_found_gone_and_never_saw_was_wrong(replies, wrong):
    assert outcome(State.GONE, *replies).wrong is wrong
    assert not outcome(State.DISPUTED, *replies).wrong


def test_what_a_moderator_found_invented_was_wrong_whoever_vouched():
    told = outcome(State.CONFIRMED, reply(1), invented=True)
    assert told.wrong
    assert right_reports([told]) == []


def test_five_right_reports_earn_standing():
    assert has_earned(ENOUGH, BAR)


@pytest.mark.parametrize(
    "reports",
    [
        ENOUGH[:4],
        [report(one.day.day, 0, one.vouchers) for one in ENOUGH],
        [report(0, one.cell, one.vouchers) for one in ENOUGH],
        [report(one.day.day, one.cell, "ab") for one in ENOUGH],
        [*ENOUGH[:4], report(40, 4, "")],
        [*ENOUGH, report(20, 3, "", wrong=True), report(30, 3, "", wrong=True)],
    ],
    ids=["too few", "one cell", "one day", "two vouchers", "one unconfirmed", "often wrong"],
)
def test_less_does_not(reports):
    assert not has_earned(reports, BAR)


def test_one_that_was_wrong_is_a_slip():
    assert has_earned([*ENOUGH, report(20, 3, "", wrong=True)], BAR)


@pytest.mark.parametrize(("days", "lost"), [((0,), False), ((0, 365), True), ((0, 366), False)])
def test_two_that_were_wrong_within_a_year_lose_it(days, lost):
    assert has_lost([report(day, wrong=True) for day in days], BAR) is lost


@given(REPORTS, st.randoms())
def test_the_order_of_reports_does_not_matter(reports, dice):
    shuffled = dice.sample(reports, len(reports))
    assert has_earned(shuffled, BAR) is has_earned(reports, BAR)
    assert has_lost(shuffled, BAR) is has_lost(reports, BAR)


@given(REPORTS)
def test_nobody_earns_and_loses_at_once(reports):
    assert not (has_earned(reports, BAR) and has_lost(reports, BAR))


@given(REPORTS, st.integers(0, 800), st.integers(0, 5))
def test_another_right_report_never_costs_standing(reports, day, cell):
    more = [*reports, report(day, cell, "ab")]
    assert has_earned(more, BAR) >= has_earned(reports, BAR)
    assert has_lost(more, BAR) is has_lost(reports, BAR)
