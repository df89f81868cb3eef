"""When standing is earned and when it is lost: by one's own first reports, never by agreeing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from mapper.vocabulary import State


@dataclass(frozen=True, slots=True)
class Reply:
    """What another contributor said of a camera after its first report; `who` tells them apart."""

    who: str
    day: date
    present: bool
    standing: bool


@dataclass(frozen=True, slots=True)
class FirstReport:
    """A camera that one contributor reported before anybody and any list, and what came of it.

    `cell` is the fixed cell it stands in. `vouchers` are the others with standing who saw it, none
    unless it is confirmed.
    """

    day: date
    cell: int
    vouchers: frozenset[str]
    wrong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What it takes to earn standing, and what to lose it.

    So many right reports, in so many cells, with so many days from first to last, vouched for by
    so many others; and so many wrong ones within so many days.
    """

    reports: int
    cells: int
    days: int
    vouchers: int
    wrong: int
    wrong_within_days: int


def outcome_of(
    day: date,
    cell: int,
    state: State,
    replies: Iterable[Reply],
    *,
    refuted_within_days: int,
    invented: bool,
) -> FirstReport:
    """Give what came of a first report.

    It was wrong where a moderator found it invented, or where the camera is believed gone, others
    with standing said so within `refuted_within_days`, and none of them ever saw it.
    """
    heard = [reply for reply in replies if reply.standing]
    seen_by = frozenset(reply.who for reply in heard if reply.present)
    denied = any(
        not reply.present and (reply.day - day).days <= refuted_within_days for reply in heard
    )
    return FirstReport(
        day=day,
        cell=cell,
        vouchers=seen_by if state is State.CONFIRMED else frozenset(),
        wrong=invented or (state is State.GONE and denied and not seen_by),
    )


def right_reports(reports: Iterable[FirstReport]) -> list[FirstReport]:
    """Those that others with standing confirmed."""
    return [report for report in reports if report.vouchers and not report.wrong]


def has_earned(reports: Collection[FirstReport], bar: Bar) -> bool:
    """Whether these first reports earn standing; whoever was wrong too often earns none."""
    right = right_reports(reports)
    if len(right) < bar.reports or has_lost(reports, bar):
        return False
    days = [report.day for report in right]
    vouchers = frozenset[str]().union(*(report.vouchers for report in right))
    return (
        len({report.cell for report in right}) >= bar.cells
        and (max(days) - min(days)).days >= bar.days
        and len(vouchers) >= bar.vouchers
    )


def has_lost(reports: Iterable[FirstReport], bar: Bar) -> bool:
    """Whether so many of these were wrong, near enough in time, that standing is lost."""
    days = sorted(report.day for report in reports if report.wrong)
    spans = zip(days, days[bar.wrong - 1 :], strict=False)
    return any((last - first).days <= bar.wrong_within_days for first, last in spans)
