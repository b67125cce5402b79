"""A card in the team's language below the originals: marked where it differs, cut where it is long."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.telegram.team.card import LONGEST_CARD
from bot.telegram.team.typeset import units
from storage.base import AnyRow
from tests.desk.conftest import Shopfloor
from tests.desk.test_beside import work
from tests.desk.translating import by_book, translating
from tests.desk.with_model import asking
from tests.model_server import Fault, Script, behaviours
from tests.telegram.cards.conftest import Wall
from tests.telegram.server import Message, User

pytestmark = pytest.mark.anyio
ASKS = "Buenos días, necesito 500 pcs KT-17 FOB. No queremos logo, por favor."
READS = "Good morning, I need 500 pcs KT-17 FOB. We do not want a logo, please."
LONG = f"{ASKS}\n" + "Es para nuestra tienda, que está en el centro de la ciudad y vende de todo. " * 30


async def drawn(wall: Wall, draft: AnyRow) -> Message:
    """The card as it is once the worker has translated."""
    await wall.draw()
    await work(wall.floor)
    await wall.draw()
    return await wall.card(draft.conversation_id)


def with_model(wall: Wall, desk: Shopfloor) -> Wall:
    """The same wall over a desk that has a model."""
    office = replace(wall.office, desk=desk.desk)
    made = Wall(desk, wall.server, office, wall.keeper)
    made.restart()
    return made


async def card_of(wall: Wall, script: Script, words: str = ASKS) -> tuple[Message, AnyRow]:
    with asking(wall.floor, script) as (desk, _):
        over = with_model(wall, desk)
        draft = await desk.drafted(words)
        return await drawn(over, draft), draft


async def test_the_team_reads_the_buyers_words_and_the_draft_below_the_originals(wall: Wall) -> None:
    card, draft = await card_of(wall, translating(by_book({ASKS: READS}), behaviours.well))
    assert ASKS in card.text
    assert READS in card.text
    assert draft.text in card.text
    assert card.text.index(ASKS) < card.text.index(READS) < card.text.index(draft.text)
    assert "The words of this are as they were" in card.text
    assert card.text.count("In English") == 2
    assert "original only" not in card.text.split(draft.text)[0]
    folded = [each for each in card.entities if each["type"] == "expandable_blockquote"]
    assert len(folded) >= 2


async def test_a_card_names_what_a_translation_says_otherwise(wall: Wall) -> None:
    wrong = READS.replace("500", "5,000").replace("do not want", "want")
    card, _ = await card_of(wall, translating(by_book({ASKS: wrong}), behaviours.well))
    assert "Number: in the original 500 in the translation 5,000" in card.text
    assert "“Not” or “without”: in the original only No" in card.text


async def test_a_card_says_why_nothing_is_translated(wall: Wall) -> None:
    down = behaviours.for_purpose({"translate": behaviours.always(Fault(500))}, other=behaviours.well)
    card, draft = await card_of(wall, down)
    assert "Not translated: the language model cannot be reached." in card.text
    assert draft.text in card.text


async def test_a_long_talk_in_two_languages_is_still_one_message(wall: Wall) -> None:
    english = READS + "\nIt is for our shop, which is in the centre of the city and sells everything." * 30
    card, draft = await card_of(wall, translating(by_book({LONG.strip(): english}), behaviours.well), LONG)
    assert units(card.text) <= LONGEST_CARD
    assert draft.text in card.text
    assert "In English" in card.text or "too long for a card" in card.text


async def test_in_a_private_chat_too(private_wall: Wall, boris: User) -> None:
    await private_wall.bind(boris)
    card, _ = await card_of(private_wall, translating(by_book({ASKS: READS}), behaviours.well))
    assert READS in card.text
