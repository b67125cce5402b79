"""Campaigns: a manager's words to buyers whom they concern; previewed, drafted, approved together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.desk.context import Desk
from bot.desk.deciding import approve
from bot.desk.follow_up.facts import facts_of, hours_of
from bot.desk.follow_up.planning import batched, plan_talks
from bot.desk.follow_up.settings import settings_of
from bot.domain.desk import DeskRefusal, Person, has_authority
from bot.domain.follow_up_facts import Next
from bot.domain.follow_ups import silence_for
from bot.domain.inquiry import INTENTS, LANGUAGES
from bot.domain.orders import STATES
from bot.domain.plan import Finding, ReplyPlan
from bot.steps.guard import check
from storage import campaigns, talks
from storage.base import AnyRow
from storage.events import record
from storage.follow_up_facts import read_facts
from storage.live import reading, writing
from storage.notices import notify
from storage.storable import storable

NO_QUOTE = "no_quote"
"""The stage of a talk that has no order: it was asked, and nothing quoted yet."""
_WAITS = frozenset({"unanswered", "three_without_answer"})
"""What keeps a campaign away for now: it comes once that is over, while the campaign runs."""
_AT_ONCE = 50
_LONGEST_NAME, _LONGEST_TEXT = 80, 2_000
_LONGEST = timedelta(days=90)
_MOST_APPROVED = 200
_NEVER = frozenset({
    "bank_details", "off_platform_payment", "confidential_terms", "contact_leak", "unsupported_link",
    "unsupported_email", "template_error", "empty_draft",
})  # fmt: skip
"""Findings that no campaign may bear; its figures are the manager's own word."""


@dataclass(frozen=True, slots=True)
class Aim:
    """Whom it concerns; empty: whatever it is."""

    skus: tuple[str, ...] = ()
    intents: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    """Of the catalogue; their items count beside `skus`."""
    stages: tuple[str, ...] = ()
    """Of the talk's newest order: of bot.domain.orders.STATES, or NO_QUOTE."""


@dataclass(frozen=True, slots=True)
class PassedBy:
    """A conversation that it concerns and that does not get it. `why`: stopped, frozen, closed, no_channel,
    unspoken, unanswered (the buyer waits for an answer first), or capped."""

    row: AnyRow
    why: str


@dataclass(frozen=True, slots=True)
class Preview:
    """Conversations, one a buyer. `later`: of `reached`, those who get it once their caps allow it or they
    were answered; `others` do not get it."""

    reached: tuple[AnyRow, ...]
    others: tuple[PassedBy, ...]
    later: Mapping[int, str]

    @property
    def unspoken(self) -> Mapping[str, int]:
        """By language: how many are passed by for want of words."""
        return dict(Counter(each.row.language for each in self.others if each.why == "unspoken"))


async def preview(desk: Desk, person: Person, aim: Aim, texts: Mapping[str, str]) -> Preview:
    """Whom it would reach, before anything is made. DeskRefusal `role`, `invalid`."""
    _must_manage(person)
    _must_aim(aim)
    shop = (await desk.counter.serving()).shop
    skus = (*aim.skus, *(item.sku for item in shop.items if item.category in aim.categories))
    async with reading(desk.engine) as connection:
        settings = await settings_of(connection, desk.shop_id)
        found = await campaigns.concerned(
            connection, desk.shop_id, skus=skus, intents=aim.intents, countries=aim.countries,
            stages=aim.stages, nothing=bool(aim.categories) and not skus,
        )  # fmt: skip
        # The newest talk of each buyer: nobody gets it twice.
        newest = {row.buyer_id: row for row in found}
        known = await read_facts(connection, [row.id for row in newest.values()])
    now = desk.clock()
    reached, others, later = [], [], {}
    for row in newest.values():
        why = "unspoken" if not texts.get(row.language, "").strip() else None
        facts = known.get(row.id)
        if facts is not None:
            hours = hours_of(facts, settings, now)
            told = facts_of(facts, settings, hours, shop, now, stopped=facts.talk.stopped)
            against = silence_for(told, settings.rules, "campaign")
            if against in _WAITS:
                later[row.id] = str(against)
            elif against is not None:
                why = against
        if why is not None:
            others.append(PassedBy(row, why))
        else:
            reached.append(row)
    kept = {row.id for row in reached}
    return Preview(tuple(reached), tuple(others), {each: why for each, why in later.items() if each in kept})


async def start(
    desk: Desk, person: Person, name: str, aim: Aim, texts: Mapping[str, str], *, begins: datetime,
    ends: datetime,
) -> tuple[int, int]:  # fmt: skip
    """Begin it: (campaign, how many buyers will get a draft of it, within the caps).

    DeskRefusal `role`, `invalid`, `findings` where its words may not be sent by anybody.
    """
    told = {language: storable(text).strip() for language, text in texts.items() if text.strip()}
    name = " ".join(str(storable(name)).split())
    if not name or len(name) > _LONGEST_NAME or not told or set(told) - set(LANGUAGES):
        raise DeskRefusal("invalid", "A campaign has a name, and a text in one language at least.")
    if any(len(text) > _LONGEST_TEXT for text in told.values()):
        raise DeskRefusal("invalid", f"At most {_LONGEST_TEXT:,} characters.")
    now = desk.clock()
    if not begins < ends <= begins + _LONGEST or ends <= now:
        raise DeskRefusal("invalid", f"It ends after it begins, within {_LONGEST.days} days.")
    found = findings_in(told)
    if found:
        raise DeskRefusal("findings", "A campaign holds no bank data, links, addresses or secrets.", found)
    ahead = await preview(desk, person, aim, told)
    ids = sorted(row.id for row in ahead.reached)
    async with writing(desk.engine) as connection:
        campaign = await campaigns.add(
            connection, ids, shop_id=desk.shop_id, name=name, texts=told, skus=list(aim.skus),
            intents=list(aim.intents), countries=list(aim.countries), categories=list(aim.categories),
            stages=list(aim.stages), starts_at=begins, ends_at=ends,
            created_at=now, created_by=person.id,
        )  # fmt: skip
        await record(
            connection, "campaign.started", at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
            data={"campaign": campaign, "buyers": len(ids)},
        )  # fmt: skip
    planned = await _plan(desk, ids, f"campaign:{campaign}")
    return campaign, planned


async def end(desk: Desk, person: Person, campaign_id: int) -> None:
    """Nobody gets it any more; drafts of it that wait are dropped. DeskRefusal `role`, `unknown_campaign`."""
    _must_manage(person)
    now = desk.clock()
    async with writing(desk.engine) as connection:
        known = await campaigns.by_id(connection, campaign_id)
        if known is None or known.shop_id != desk.shop_id:
            raise DeskRefusal("unknown_campaign", "There is no such campaign.")
        if await campaigns.end(connection, campaign_id, now):
            await record(
                connection, "campaign.ended", at=now, shop_id=desk.shop_id, actor="person",
                staff_id=person.id, data={"campaign": campaign_id},
            )  # fmt: skip
        ids = await campaigns.targets(connection, campaign_id)
    await _plan(desk, ids, "")


async def waiting(desk: Desk, campaign_id: int) -> Sequence[AnyRow]:
    """Its drafts that wait, with their newest revision."""
    async with reading(desk.engine) as connection:
        return await campaigns.waiting_drafts(connection, desk.shop_id, campaign_id)


async def approve_all(
    desk: Desk, person: Person, campaign_id: int, shown: Sequence[tuple[int, int, str]]
) -> tuple[int, int]:
    """Approve the drafts that the manager was shown, each as (draft, revision, fingerprint): (approved, not).

    What has changed since, or bears a finding that blocks, is left for a decision of its own. DeskRefusal
    `role`.
    """
    _must_manage(person)
    own = {row.id for row in await waiting(desk, campaign_id)}
    done = 0
    for draft_id, revision, fingerprint in shown[:_MOST_APPROVED]:
        if draft_id not in own:
            continue
        try:
            await approve(desk, person, draft_id, revision=revision, fingerprint_seen=fingerprint)
        except DeskRefusal:
            continue
        done += 1
    return done, len(shown) - done


def findings_in(texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """What may not be in a campaign, whoever approves it."""
    return tuple(
        finding
        for language, text in texts.items()
        for finding in check(text, ReplyPlan(language, True, ()), expected_language=language)
        if finding.rule in _NEVER
    )


async def _plan(desk: Desk, ids: Sequence[int], subject: str) -> int:
    """Plan conversations anew, some at a time; how many have `subject` next."""
    now = desk.clock()
    planned = 0
    for some in batched(ids, _AT_ONCE):
        async with writing(desk.engine) as connection:
            held = [each for each in some if await talks.conversation(connection, each, locked=True)]
            came = await plan_talks(desk, connection, dict.fromkeys(held, now))
            planned += sum(1 for each in came.values() if isinstance(each, Next) and each.subject == subject)
            await notify(connection, "follow_ups", shop=desk.shop_id)
    return planned


def _must_manage(person: Person) -> None:
    if not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "A manager decides on campaigns.")


def _must_aim(aim: Aim) -> None:
    if set(aim.intents) - set(INTENTS):
        raise DeskRefusal("invalid", "There is no such intent.")
    if set(aim.stages) - {*STATES, NO_QUOTE}:
        raise DeskRefusal("invalid", "There is no such stage.")
    if any(len(each) != 2 or not each.isalpha() for each in aim.countries):
        raise DeskRefusal("invalid", "Countries are ISO codes of two letters.")
    if not (aim.skus or aim.intents or aim.categories):
        raise DeskRefusal("invalid", "Say what they asked about: goods, a category, or a kind of question.")
