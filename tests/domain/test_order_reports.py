from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.order_reports import Report, after_report
from bot.domain.orders import MAIN, Entry, OrderState, Paid, moved, rank

DAY = datetime(2026, 11, 1, 9, tzinfo=UTC)


def day(number: int) -> datetime:
    return DAY + timedelta(days=number)


def says(state: OrderState | None, number: str | None = "A-1", **times: int) -> Report:
    named = {next(each for each in (*MAIN, "lost") if each == name): day(at) for name, at in times.items()}
    return Report(state=state, times=named, platform_number=number)


QUOTED = Entry(times={"quoted": DAY})


def test_a_platform_may_skip_what_it_does_not_tell() -> None:
    told = after_report(QUOTED, says("shipped", shipped=3, paid_on_platform=1))
    assert told.moved
    assert told.entry.state == "shipped"
    assert told.entry.times["paid_on_platform"] == day(1)
    assert told.at == day(3)


def test_the_same_report_again_changes_nothing() -> None:
    report = says("shipped", shipped=3)
    once = after_report(QUOTED, report).entry
    again = after_report(once, report)
    assert (again.entry, again.moved, again.noted) == (once, False, False)


def test_an_older_export_fills_in_a_date_and_moves_nothing_back() -> None:
    shipped = after_report(QUOTED, says("shipped", shipped=3)).entry
    late = after_report(shipped, says("paid_on_platform", paid_on_platform=1))
    assert (late.moved, late.noted) == (False, True)
    assert (late.entry.state, late.entry.times["paid_on_platform"]) == ("shipped", day(1))


def test_news_that_would_go_back_is_left_for_a_person() -> None:
    shipped = after_report(QUOTED, says("shipped", shipped=3)).entry
    assert after_report(shipped, says("link_sent", link_sent=5)).left == "goes_back"


def test_the_platforms_time_is_truer_than_that_of_a_tap() -> None:
    tapped = moved(QUOTED, "paid_on_platform", cause="person", at=day(2), now=day(2), role="salesperson")
    told = after_report(tapped, says("paid_on_platform", paid_on_platform=1))
    assert told.noted
    assert told.entry.times["paid_on_platform"] == day(1)


def test_what_a_manager_has_taken_back_is_not_done_again_by_the_same_export() -> None:
    report = says("paid_on_platform", paid_on_platform=1)
    paid = after_report(QUOTED, report).entry
    back = moved(
        paid, "link_sent", cause="person", at=day(2), now=day(2), role="manager", reason="another buyer's"
    )
    again = after_report(back, report)
    assert (again.entry, again.moved, again.noted) == (back, False, False)
    assert after_report(back, says("shipped", shipped=4)).entry.state == "shipped"


def test_a_cancelled_try_gives_way_to_the_next_order_of_the_platform() -> None:
    lost = after_report(QUOTED, says("lost", "A-1", lost=1)).entry
    assert (lost.state, lost.lost_reason) == ("lost", "cancelled_on_platform")
    second = after_report(lost, says("paid_on_platform", "A-2", paid_on_platform=2)).entry
    assert (second.state, second.platform_number, second.lost_reason) == ("paid_on_platform", "A-2", None)
    assert "lost" not in second.times
    # The export still holds both rows.
    assert after_report(second, says("lost", "A-1", lost=1)).entry == second
    assert after_report(second, says("paid_on_platform", "A-2", paid_on_platform=2)).entry == second


def test_an_old_cancellation_does_not_end_what_went_on_since() -> None:
    paid = after_report(QUOTED, says("paid_on_platform", paid_on_platform=5)).entry
    assert after_report(paid, says("lost", lost=2)).entry == paid


def test_another_order_of_the_platform_for_the_same_quote_is_left_for_a_person() -> None:
    paid = after_report(QUOTED, says("paid_on_platform", "A-1", paid_on_platform=1)).entry
    assert after_report(paid, says("paid_on_platform", "B-7", paid_on_platform=2)).left == "other_number"
    same = after_report(paid, says("paid_on_platform", "a 1", paid_on_platform=1))
    assert same.left is None


def test_what_a_person_gave_up_comes_back_only_with_later_news() -> None:
    lost = moved(QUOTED, "lost", cause="person", at=day(3), now=day(3), role="salesperson", reason="price")
    before = Report(state="paid_on_platform", times={"paid_on_platform": day(2)})
    after = Report(state="paid_on_platform", times={"paid_on_platform": day(4)})
    assert after_report(lost, before).left == "closed"
    assert after_report(lost, after).entry.state == "paid_on_platform"


def test_amounts_that_were_received_grow_and_never_shrink() -> None:
    def paid(**amounts: str) -> Report:
        told = Paid(**{name: Decimal(value) for name, value in amounts.items()}, currency="USD")
        return Report(state="paid_on_platform", paid=told)

    deposit = after_report(QUOTED, paid(deposit="450")).entry
    assert deposit.paid == Paid(Decimal(450), None, Decimal(450), "USD")
    whole = after_report(deposit, paid(deposit="450", balance="1050")).entry
    assert whole.paid.total == Decimal(1500)
    assert after_report(whole, paid(deposit="450")).entry == whole
    other = Report(state="paid_on_platform", paid=Paid(total=Decimal(9), currency="EUR"))
    assert after_report(whole, other).entry.paid == whole.paid


_STATES = st.sampled_from(MAIN[1:])
_REPORTS = st.builds(
    Report,
    state=st.none() | _STATES | st.just("lost"),
    times=st.dictionaries(_STATES | st.just("lost"), st.integers(0, 6).map(day), max_size=4),
    platform_number=st.sampled_from([None, "A-1", "B-2"]),
    tracking=st.sampled_from([None, "T1", "T2"]),
    paid=st.builds(
        Paid, deposit=st.none() | st.integers(1, 5).map(Decimal),
        total=st.none() | st.integers(1, 9).map(Decimal), currency=st.sampled_from([None, "USD"]),
    ),
)  # fmt: skip


@given(st.lists(_REPORTS, max_size=6))
def test_an_export_that_is_run_again_changes_nothing(reports: list[Report]) -> None:
    entry = QUOTED
    for report in reports:
        entry = after_report(entry, report).entry
        again = after_report(entry, report)
        assert again.entry == entry
        assert not again.moved
        assert not again.noted


@given(st.lists(_REPORTS.filter(lambda report: report.state != "lost"), max_size=8))
def test_no_report_takes_an_order_back(reports: list[Report]) -> None:
    entry = QUOTED
    for report in reports:
        after = after_report(entry, report).entry
        assert rank(after.state) >= rank(entry.state)
        assert (after.paid.total or 0) >= (entry.paid.total or 0)
        entry = after
