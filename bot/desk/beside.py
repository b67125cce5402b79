"""What a talk needs to be read in another language, and who has to ask a model for it.

A translation is for reading alone. No draft waits for it, and nothing of it ever goes into the outbox.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.acknowledging import is_acknowledgement
from bot.desk.context import Desk, ServingShop
from bot.domain.inquiry import Message, Sender
from bot.llm.about import asked_about
from storage import drafts, shop_settings, staff, talks, translations
from storage.base import AnyRow
from storage.jobs import ASKING_QUEUE, defer
from storage.live import reading, writing
from storage.notices import notify
from storage.talks import SpokenMessage

TRANSLATE_TASK = "translate"
_NEWEST = 30
"""Messages of a talk that are read in another language."""
_BEFORE = 6
"""Messages before one that help to tell its language."""
_LIVE = ("open", "taken_over", "snoozed")
_PLANTED = "prompt_injection"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a talk that a reader needs in another language. `seq` is None for the draft."""

    seq: int | None
    text: str
    language: str

    @property
    def original(self) -> str:
        return sha(self.text)


def sha(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def reading_language(spoken: Sequence[str], shown: str) -> str:
    """In which language a person reads: that of their pages (`shown`), unless they have said which they speak
    and it is not among them."""
    return shown if not spoken or shown in spoken else spoken[0]


def passages(
    said: Sequence[SpokenMessage], draft: AnyRow | None, knows: Collection[str]
) -> tuple[Passage, ...]:
    """What is in none of the languages that the reader knows: messages, and the draft that waits."""
    from_ = max(0, len(said) - _NEWEST)
    spoken = [(_sender(each), each.text) for each in said]
    found = []
    for index, each in enumerate(said):
        if index < from_ or not each.text.strip() or is_acknowledgement(each):
            continue
        if not any(char.isalpha() for char in each.text):
            continue
        language = _language(tuple(spoken[max(0, index - _BEFORE) : index + 1]))
        if language not in knows:
            found.append(Passage(each.seq, each.text, language))
    if draft is not None and draft.text.strip() and draft.language not in knows:
        found.append(Passage(None, draft.text, draft.language))
    return tuple(found)


def is_planted(talk: AnyRow, made: Iterable[AnyRow]) -> bool:
    """Whether the rules have seen an attempt to instruct the assistant, now or in an earlier message: then
    the talk is handed to no model."""
    return _PLANTED in talk.risks or any(_PLANTED in (row.answer.get("risks") or ()) for row in made)


def to_ask(wanted: Iterable[Passage], said: Sequence[SpokenMessage]) -> list[str]:
    """sha256 of what may be asked for. Our own words to the buyer were drafts, and were read then: a message
    of ours that nobody had translated is not asked for."""
    ours = {each.seq for each in said if each.sender == "seller"}
    return [each.original for each in wanted if each.seq is None or each.seq not in ours]


async def want(desk: Desk, conversation_id: int, language: str, knows: Collection[str] = ()) -> None:
    """Somebody looks at the talk who reads `language`: have translated what is not yet."""
    await _want(desk, conversation_id, language, knows, again=False)


async def want_again(desk: Desk, conversation_id: int, language: str, knows: Collection[str] = ()) -> None:
    """A person asks once more for what has failed."""
    await _want(desk, conversation_id, language, knows, again=True)


async def _want(
    desk: Desk, conversation_id: int, language: str, knows: Collection[str], *, again: bool
) -> None:
    if desk.model is None:
        return
    async with writing(desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id)
        if talk is not None and talk.shop_id == desk.shop_id:
            await want_in(desk, connection, talk, language, {language, *knows}, again=again)


async def want_for_assigned(desk: Desk, connection: AsyncConnection, talk: AnyRow) -> None:
    """A draft has begun to wait: whom the talk is assigned to will read it. In the caller's transaction."""
    if desk.model is None or talk.assignee_id is None:
        return
    person = await staff.by_id(connection, talk.assignee_id)
    if person is not None and person.languages:
        held = await shop_settings.value(connection, desk.shop_id, "telegram") or {}
        language = reading_language(person.languages, held.get("language") or "en")
        await want_in(desk, connection, talk, language, {language, *person.languages})


async def want_in(
    desk: Desk, connection: AsyncConnection, talk: AnyRow, language: str, knows: Collection[str], *,
    again: bool = False,
) -> None:  # fmt: skip
    """A row for each text, and one job for all of them; nothing where all is there."""
    if talk.state not in _LIVE:
        return
    made = await drafts.of_conversation(connection, talk.id)
    if is_planted(talk, made):
        return
    said = await talks.messages(connection, talk.id)
    draft = next((row for row in made if row.state == "waiting"), None)
    originals = to_ask(passages(said, draft, knows), said)
    due = await translations.ask(
        connection, desk.shop_id, talk.id, originals, language=language, prompt=_version(),
        now=desk.clock(), again=again,
    )  # fmt: skip
    if due:
        await defer(
            connection, TRANSLATE_TASK, {"conversation_id": talk.id, "language": language},
            lock=f"translate:{talk.id}:{language}", queue=ASKING_QUEUE,
        )  # fmt: skip


async def make(desk: Desk, conversation_id: int, language: str) -> None:
    """The job: everything that is asked for in this talk, in one question. Run twice it asks once."""
    serving = await desk.counter.serving()
    async with reading(desk.engine) as connection:
        asked = await translations.asked_in(connection, conversation_id, language, _version())
        talk = await talks.conversation(connection, conversation_id)
        if not asked or talk is None:
            return
        said = await talks.messages(connection, conversation_id)
        made = await drafts.of_conversation(connection, conversation_id)
        buyer = await talks.buyer(connection, talk.buyer_id)
    draft = next((row for row in made if row.state == "waiting"), None)
    texts = {sha(text): text for text in (*(each.text for each in said), *([draft.text] if draft else ()))}
    wanted = [(asked[original], text) for original, text in texts.items() if original in asked]
    private = tuple(each for each in (buyer.phone if buyer is not None else None,) if each)
    told: Sequence[_Told] = ()
    if wanted and not is_planted(talk, made):
        with asked_about(conversation_id, draft.id if draft is not None else None):
            told = await asyncio.to_thread(_told, serving, [text for _, text in wanted], language, private)
    by_id = dict(zip((number for number, _ in wanted), told, strict=False))
    async with writing(desk.engine) as connection:
        now = desk.clock()
        for number in asked.values():
            # What is no more in the talk, or may not be asked, is asked for anew when somebody needs it.
            each = by_id.get(number, _Told("", None, "moved"))
            await translations.end(
                connection, number, at=now, text=each.text, model=each.model, outcome=each.outcome
            )
        await notify(connection, "desk", shop=desk.shop_id, conversation=conversation_id)


async def give_up(desk: Desk, conversation_id: int, language: str) -> None:
    """The job has failed for good."""
    async with writing(desk.engine) as connection:
        asked = await translations.asked_in(connection, conversation_id, language, _version())
        for number in asked.values():
            await translations.end(connection, number, at=desk.clock(), outcome="unavailable")
        await notify(connection, "desk", shop=desk.shop_id, conversation=conversation_id)


@dataclass(frozen=True, slots=True)
class _Told:
    text: str
    model: str | None
    outcome: str | None


def _told(serving: ServingShop, texts: list[str], language: str, private: tuple[str, ...]) -> Sequence[_Told]:
    """What the model tells. Takes as long as it does: for worker threads."""
    from bot.modelled.translating import translated

    by_model = serving.assistant.by_model
    if by_model is None:
        return [_Told("", None, "unavailable")] * len(texts)
    found = translated(by_model.model, serving.shop.company.name, texts, language, private)
    return [_Told(each.text, each.model, each.outcome) for each in found]


def _version() -> int:
    from bot.modelled.translating import prompt_version

    return prompt_version()


def version() -> int:
    """Of the prompt that translations are shown of."""
    return _version()


def _sender(message: SpokenMessage) -> Sender:
    return "seller" if message.sender == "seller" else "buyer"


@lru_cache(maxsize=4096)
def _language(said: tuple[tuple[Sender, str], ...]) -> str:
    """Of the last of these messages, by what stands before it where it is short."""
    from bot.steps.triage.language import detect_language

    sender = said[-1][0]
    # Who else speaks here is no matter: a language is told from one's own words.
    own = [Message("buyer", text) for who, text in said[:-1] if who == sender]
    return detect_language([*own, Message("seller", "-"), Message("buyer", said[-1][1])])
