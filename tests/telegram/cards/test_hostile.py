"""Whatever people write, a card is one message that Telegram takes, and says nothing that was not there."""

from __future__ import annotations

import html
import re
from collections import namedtuple
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.case.marked import marked
from bot.domain.plan import Finding
from bot.telegram.team import card_text
from bot.telegram.team.card import draw_card
from bot.telegram.team.seen import Seen, look_at
from bot.telegram.team.summary import summary, topic_title
from bot.telegram.team.typeset import line, parted, shown_units, units
from prompts.telegram_team import load
from storage.base import AnyRow
from tests.telegram.cards.conftest import ASKS, Wall
from tests.telegram.server import Group
from tests.telegram.server.entities import formatted

WORDS = load("en")
TURNING = "\u202e\u2067\u202d\u061c"
NASTY = (
    "<b>", "</blockquote>", "&amp;", '"><a href="http://evil.test">', TURNING, "\u0000", "\ud800", "😀" * 50,
    "x" * 5000, "\n" * 300, "<pre>", "مرحبا", "中" * 3000, "a\u0301" * 900, "tg://user?id=1", "\u2028",
)  # fmt: skip
texts = st.lists(
    st.one_of(st.sampled_from(NASTY), st.text(max_size=60)), min_size=0, max_size=6
).map("".join)  # fmt: skip


def changed(row: AnyRow, **values: Any) -> Any:
    known = dict(row._mapping) | values
    return namedtuple("Row", known.keys())(**known)


def spoiled(seen: Seen, name: str, company: str, words: str, reply: str, finding: str) -> Seen:
    """The same conversation between other people, with other words."""
    case = seen.case
    assert case.draft is not None
    findings = tuple(Finding("unsupported_amount", "block", finding) for _ in range(20))
    draft = replace(
        case.draft, row=changed(case.draft.row, text=reply), pieces=marked(reply, findings), findings=findings
    )
    return replace(
        seen,
        case=replace(
            case,
            buyer=changed(case.buyer, name=name, company=company, note=words, source=name, email=company),
            messages=tuple(replace(message, text=words) for message in case.messages),
            draft=draft,
        ),
    )


@pytest.mark.anyio
async def test_any_words_make_a_card_that_telegram_takes(wall: Wall) -> None:
    draft = await wall.floor.drafted(ASKS, name="Luis")
    seen = await look_at(wall.office, draft.conversation_id, "en")

    @given(name=texts, company=texts, words=texts, reply=texts, finding=texts)
    @settings(max_examples=120, deadline=None)
    def whatever_is_written(name: str, company: str, words: str, reply: str, finding: str) -> None:
        other = spoiled(seen, name, company, words, reply, finding)
        card = draw_card(wall.office, WORDS, other)
        for text in (card.text, *card.before, summary(wall.office, WORDS, other)):
            parsed = formatted(text, "HTML", None)
            assert 0 < units(parsed.text) <= 4096
            links = [entity["url"] for entity in parsed.entities if entity["type"] == "text_link"]
            assert all(link.startswith("https://shop.example.test/") for link in links)
        assert shown_units(card.text) <= 3500
        assert 0 < units(topic_title(WORDS, other)) <= 128

    whatever_is_written()


@given(reply=texts, finding=texts)
@settings(max_examples=150, deadline=None)
def test_the_draft_is_shown_whole_and_unchanged(reply: str, finding: str) -> None:
    pieces = marked(reply, [Finding("unsupported_amount", "block", finding)])
    whole = "".join(piece.text for piece in pieces)
    shown = "".join(card_text.in_parts(pieces, 500))
    plain = html.unescape(shown.replace("<u><b>", "").replace("</b></u>", ""))
    wanted = whole.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert re.sub(r"\s", "", plain) == re.sub(r"\s", "", wanted)


@given(text=texts, longest=st.integers(min_value=20, max_value=500))
@settings(max_examples=150, deadline=None)
def test_parts_are_no_longer_than_asked_and_lose_nothing(text: str, longest: int) -> None:
    pieces = parted(text, longest)
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(units(text[start:end]) <= longest for start, end in pieces)


def test_a_name_that_turns_the_direction_of_writing_does_not() -> None:
    told = line(f"Luis{TURNING}moc.live")
    assert not set(told) & set(TURNING)
    assert line("محمد").startswith("\u2068")
    assert line("محمد").endswith("\u2069")


@pytest.mark.anyio
async def test_a_buyer_with_a_hostile_name_is_drawn(wall: Wall, group: Group) -> None:
    draft = await wall.floor.drafted(f"{ASKS} <script>", name=f"<b>{TURNING}Luis & Söhne")
    await wall.draw()
    card = await wall.card(draft.conversation_id)
    assert "<b>Luis & Söhne" in card.text
    assert "<script>" in card.text
    assert group.topics[0].name == "🌐 <b>Luis & Söhne · new"
