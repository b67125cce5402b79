"""Links on cards: to the console, and from a reminder to its card."""

from __future__ import annotations

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.team.hand import without_links
from bot.telegram.team.keyboards import main_keyboard
from bot.telegram.team.reminders import link_to
from bot.telegram.team.seen import look_at
from prompts.telegram_team import load
from tests.telegram.cards.conftest import ASKS, Wall


def test_a_keyboard_without_links_keeps_its_other_buttons() -> None:
    take = InlineKeyboardButton(text="Take over", callback_data="x")
    console = InlineKeyboardButton(text="Console", url="https://shop.test")
    kept = without_links(InlineKeyboardMarkup(inline_keyboard=[[take, console], [console]]))
    assert kept is not None
    assert kept.inline_keyboard == [[take]]
    assert without_links(InlineKeyboardMarkup(inline_keyboard=[[console]])) is None


def test_only_messages_of_supergroups_have_addresses() -> None:
    assert link_to(-1_002_000_000_003, 7, 9) == "https://t.me/c/2000000003/7/9"
    assert link_to(-4_000_000_003, None, 9) is None
    assert link_to(500_000_001, None, 9) is None


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://desk.example.test", True),
        ("http://desk.example.test", False),
        ("https://localhost:8000", False),
        ("https://127.0.0.1:8000", False),
    ],
)
async def test_a_console_that_only_this_machine_can_open_is_no_button(
    wall: Wall, address: str, linked: bool
) -> None:
    object.__setattr__(wall.office, "public_url", address)
    draft = await wall.floor.drafted(ASKS)
    keyboard = main_keyboard(wall.office, load("en"), await look_at(wall.office, draft.conversation_id, "en"))
    assert keyboard is not None
    urls = [button.url for row in keyboard.inline_keyboard for button in row if button.url]
    page = f"{address}/console/conversations/{draft.conversation_id}"
    assert urls == ([page] if linked else [])
