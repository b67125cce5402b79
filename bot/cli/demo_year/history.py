"""The year as a whole: each day's talks, from the first question to the payment, loss or complaint."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.cli.demo_year import orders, talks
from bot.cli.demo_year.tables import JsonList
from bot.cli.demo_year.talks import Talk, Year
from bot.cli.demo_year.world import DAYS, GAPS, LACKS, busyness

_VALID = timedelta(days=10)


def tell(year: Year, progress: Callable[[int, int], None]) -> int:
    """Make the rows of all talks; how many they are."""
    gaps = _gaps(year)
    for number in range(DAYS + 1):
        day = year.begins + timedelta(days=number)
        expected = year.a_day * busyness(day.date(), year.begins.date())
        for _ in range(int(expected) + (year.random.random() < expected % 1)):
            talk = talks.begin(year, day)
            if talk is not None:
                _go_on(talk, gaps)
                talks.end(talk)
        progress(number + 1, DAYS + 1)
    return year.number


def _go_on(talk: Talk, gaps: list[int]) -> None:
    year, random = talk.year, talk.year.random
    talk.says(talk.template.asked)
    if random.random() < 0.02:
        return  # nobody answers this one
    # The team has become quicker over the year, but not on its busiest days.
    slow = 1.4 - 0.7 * (talk.at - year.begins).days / DAYS
    quote = _quote(talk) if talk.template.quote and talk.template.total else None
    for middle in (3.2, 2.8, 2.6):
        if talks.draft(talk, random.lognormvariate(middle, 0.9) * slow, quote_id=quote):
            break
        if talk.over:
            return
    else:
        return
    _gap(talk, gaps)
    _lack(talk)
    for _ in range(random.choice((0, 0, 1, 1, 2))):
        talk.at += timedelta(hours=random.expovariate(1 / 14))
        if not talk.says(talks.said(talk, "goes_on")) or not talks.draft(
            talk, random.lognormvariate(3.0, 0.8) * slow
        ):
            return
    if quote is not None:
        returns = random.random() < min(0.75, 0.34 * talk.land.ready)
        orders.tell(talk, quote, takes=returns or (random.random() < 0.5 and _follow_up(talk)))


def _quote(talk: Talk) -> int:
    """Its number counts the quotes of the year; the row of the order comes with the end of the talk."""
    year, template = talk.year, talk.template
    quote = year.rows.add(
        "quotes", shop_id=year.shop_id, conversation_id=talk.id, number="", revision=1, sent_revision=1,
        created_at=talk.at,
    )  # fmt: skip
    year.rows.change("quotes", number=f"Q-{talk.at.year}-{quote:04d}")
    year.rows.add(
        "quote_revisions", quote_id=quote, revision=1, currency="USD", total=template.total,
        valid_until=(talk.at + _VALID).date(), body=template.quote, terms={}, author="rule",
        created_at=talk.at,
    )  # fmt: skip
    return quote


def _follow_up(talk: Talk) -> bool:
    """We come back to a silent buyer; whether the buyer comes back too, and is won."""
    random = talk.year.random
    talk.at += timedelta(days=random.choice((2, 2, 5)))
    if talk.at >= talk.year.now or not talks.draft(talk, random.uniform(1, 60), follow_up=True):
        return False
    if random.random() > 0.33:
        return False
    talk.at += timedelta(hours=random.expovariate(1 / 30))
    if not talk.says(talks.said(talk, "comes_back")) or not talks.draft(talk, random.lognormvariate(3, 0.7)):
        return False
    return random.random() < 0.5


def _gaps(year: Year) -> list[int]:
    return [
        year.rows.add("knowledge_gaps", shop_id=year.shop_id, state="open", made_at=year.begins) for _ in GAPS
    ]


def _gap(talk: Talk, gaps: list[int]) -> None:
    """Some ask what nothing in the shop's data answers."""
    year, random = talk.year, talk.year.random
    if talk.draft_id is None or random.random() > 0.05:
        return
    place = random.choices(range(len(GAPS)), range(len(GAPS), 0, -1))[0]
    asked = random.choice(GAPS[place])
    year.rows.add(
        "unanswered_questions", shop_id=year.shop_id, conversation_id=talk.id, draft_id=talk.draft_id,
        number=1, state="kept", text=asked, core=asked, language="en", intent="product_info",
        gap_id=gaps[place], asked_at=talk.at,
    )  # fmt: skip


def _lack(talk: Talk) -> None:
    """Some ask for goods that the catalogue lacks."""
    year, random = talk.year, talk.year.random
    if random.random() > 0.025:
        return
    head, asked = random.choice(LACKS)
    sent = talk.at + timedelta(hours=2)
    recent = year.now - sent < timedelta(days=6)
    number = year.rows.add(
        "sourcing_requests", shop_id=year.shop_id, number=0, conversation_id=talk.id,
        state="open" if recent else "declined", key=head, heads=[head], asked=asked,
        language="en", need={}, files=JsonList(), created_at=talk.at, changed_at=sent, sent_at=sent,
        due_at=sent + timedelta(days=2), ended_at=None if recent else sent + timedelta(days=1),
        reason=None if recent else "not_made",
    )  # fmt: skip
    year.rows.change("sourcing_requests", number=number)
