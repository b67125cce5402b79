"""One-tap rewrites, through the real client to a scripted server: right, or the draft stays and says why."""

from __future__ import annotations

import json
import re

import pytest
from sqlalchemy import select

from bot.desk import deciding, reworking, rewriting
from bot.desk.reworking import Seen
from bot.domain.desk import DeskRefusal, Person
from storage import drafts, rewrites
from storage.base import AnyRow
from storage.inside_tables import DraftRewriteRow
from storage.live import reading
from tests.desk.conftest import Shopfloor
from tests.desk.with_model import asking
from tests.model_server import Script, behaviours
from tests.modelled.answers import Answer, adding, parts, points_of, with_figures_of_its_own

pytestmark = pytest.mark.anyio
ASK = "Price for 500 pcs KT-17 FOB please"
BY_HAND = """Hi Alice,

thank you very much indeed for coming back to us on this. You asked for 480 pcs of KT-17; I can do \
USD 5.65 each, so USD 2,712.00 FOB Ningbo in total, and that stands until 4 December 2026.

We cannot ship by air. Order here: https://example.test/special/Q7

Best regards,
Boris"""
HELD = ("480 pcs", "KT-17", "USD 5.65", "USD 2,712.00", "FOB", "4 December 2026", "https://example.test/special/Q7",
        "We cannot ship by air.")  # fmt: skip


def seen(draft: AnyRow) -> Seen:
    return Seen(draft.id, draft.revision, draft.fingerprint)


def in_fewer_words(user: str) -> str:
    """The tokens of every point, with one word between them."""
    said = {}
    for point, says in points_of(user):
        tokens = re.findall(r"\{\{[A-Z]\d+\}\}", says)
        asks = "?" if "?" in says else "."
        said[point] = f"So: {' and '.join(tokens)}{asks}" if tokens else f"Fine{asks}"
    return parts(user, instead=said)


def dropping_an_amount(user: str) -> str:
    return re.sub(r"\{\{A\d+\}\}", "the price", parts(user), count=1)


def twice_the_same(user: str) -> str:
    return re.sub(r"(\{\{A\d+\}\})", r"\1, I repeat \1", parts(user), count=1)


def first_then(first: Answer, second: Answer) -> Script:
    return behaviours.in_turn(behaviours.wording(first), behaviours.wording(second))


async def drafted(floor: Shopfloor, boris: Person, text: str = BY_HAND) -> AnyRow:
    """A draft that Boris has written by hand, as the desk without a model keeps it."""
    draft = await floor.drafted(ASK)
    await reworking.save_words(floor.desk, boris, seen(draft), text)
    return await floor.waiting(draft.conversation_id)


async def rewritten(floor: Shopfloor, boris: Person, draft: AnyRow, how: str = "shorter") -> AnyRow:
    """The draft after the tap and its job, which runs twice."""
    await rewriting.rewrite(floor.desk, boris, seen(draft), how)
    row = (await asked_of(floor, draft.id))[-1]
    await rewriting.make(floor.desk, row.id)
    await rewriting.make(floor.desk, row.id)
    return await floor.draft(draft.id)


async def asked_of(floor: Shopfloor, draft_id: int) -> list[AnyRow]:
    async with reading(floor.desk.engine) as connection:
        rows = await connection.execute(
            select(*DraftRewriteRow.__table__.columns)
            .where(DraftRewriteRow.draft_id == draft_id)
            .order_by(DraftRewriteRow.id)
        )
    return list(rows.all())


async def test_a_draft_written_by_hand_is_said_shorter_with_every_figure_kept(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await drafted(floor, boris)
    with asking(floor, behaviours.wording(in_fewer_words)) as (desk, server):
        now = await rewritten(desk, boris, draft)
    assert (now.revision, now.author, now.writer, now.staff_id) == (3, "model", "openai:gpt-test", boris.id)
    assert len(now.text) < len(draft.text)
    assert [now.text.count(each) for each in HELD] == [1] * len(HELD)
    assert now.text.startswith("Hi Alice,\n\nSo: ")
    assert now.text.endswith("Best regards,\nBoris")
    (request,) = server.requests
    assert request.purpose == "rewrite"
    assert not re.search(r"\d", re.sub(r"[PAQDWBN]\d+", "", request.user)), "no figure is shown to a model"
    (event,) = await floor.events("draft.rewritten")
    assert (event.actor, event.staff_id) == ("model", boris.id)
    assert event.data == {"how": "shorter", "from": 2, "revision": 3, "outcome": None, "found": []}


async def test_one_tap_goes_back_and_the_history_keeps_all(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    with asking(floor, behaviours.wording(adding("We are glad to help you."))) as (desk, _):
        warmer = await rewritten(desk, boris, draft, "warmer")
        assert "glad to help" in warmer.text
        await rewriting.rewrite(desk.desk, boris, seen(warmer), "back")
        await rewriting.rewrite(desk.desk, boris, seen(warmer), "back")  # a second tap on the same button
    back = await floor.waiting(draft.conversation_id)
    assert (back.revision, back.text, back.fingerprint) == (3, draft.text, draft.fingerprint)
    async with reading(floor.desk.engine) as connection:
        history = await drafts.revisions(connection, draft.id)
    assert [each.author for each in history] == ["rule", "model", "rule"]
    with pytest.raises(DeskRefusal) as refusal:
        await rewriting.rewrite(floor.desk, boris, seen(back), "back")
    assert refusal.value.code == "no_way_back"
    await deciding.approve(floor.desk, boris, draft.id, revision=3, fingerprint_seen=back.fingerprint)
    assert not (await floor.draft(draft.id)).edited, "it went out as it was"


WRONG: tuple[tuple[Script, str, str | None], ...] = (
    (behaviours.wording(with_figures_of_its_own), "model_findings", "own_figure"),
    (behaviours.wording(dropping_an_amount), "model_findings", "missing_token"),
    (behaviours.wording(twice_the_same), "model_findings", "token_not_once"),
    (behaviours.wording(adding("All goods hold the CE and FDA certificates.")), "model_findings",
     "unsupported_certificate"),
    (behaviours.wording(adding("We do not take goods back.")), "model_findings", "says_no"),
    (behaviours.wording(adding("It takes about two weeks.")), "model_findings", "unsupported_number"),
    (behaviours.wording(adding("You may pay us by Western Union.")), "model_findings",
     "off_platform_payment"),
    (behaviours.wording(adding("That is it.")), "model_findings", "not_shorter"),
    (behaviours.well, "model_findings", "not_shorter"),
    (behaviours.down, "model_unavailable", None),
    (behaviours.hanging, "model_timeout", None),
    (behaviours.nothing, "model_empty", None),
    (behaviours.broken_json, "model_broken", None),
)  # fmt: skip


async def test_a_wrong_rewrite_leaves_the_draft_as_it_was_and_says_why(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await drafted(floor, boris)
    for script, outcome, found in WRONG:
        with asking(floor, script, timeout=1 if script is behaviours.hanging else 5) as (desk, server):
            now = await rewritten(desk, boris, draft)
        assert (now.revision, now.text, now.state) == (2, BY_HAND, "waiting"), found or outcome
        row = (await asked_of(floor, draft.id))[-1]
        assert (row.state, row.outcome, row.made) == ("kept", outcome, None), found or outcome
        assert found is None or found in row.found
        if outcome == "model_findings":
            assert [request.purpose for request in server.requests] == ["rewrite", "mend"]
    events = await floor.events("draft.not_rewritten")
    assert [event.data["outcome"] for event in events] == [outcome for _, outcome, _ in WRONG]


async def test_a_finding_is_named_once_and_mended(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await drafted(floor, boris)
    with asking(floor, first_then(dropping_an_amount, in_fewer_words)) as (desk, server):
        now = await rewritten(desk, boris, draft)
    assert now.revision == 3
    assert "a token of a point is missing" in server.requests[1].user
    (row,) = await asked_of(floor, draft.id)
    assert (row.outcome, row.made) == ("model_mended", 3)


async def test_a_stale_tap_and_taps_in_a_row(floor: Shopfloor) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    draft = await floor.drafted(ASK)
    with asking(floor, behaviours.wording(adding("We are glad to help."))) as (desk, server):
        for _ in range(2):
            await rewriting.rewrite(desk.desk, boris, seen(draft), "warmer")
        with pytest.raises(DeskRefusal, match="being rewritten"):
            await rewriting.rewrite(desk.desk, mei, seen(draft), "shorter")
        (row,) = await asked_of(floor, draft.id)
        await rewriting.make(desk.desk, row.id)
        await rewriting.rewrite(desk.desk, boris, seen(draft), "warmer")  # the answer to the tap was lost
        with pytest.raises(DeskRefusal) as refusal:
            await rewriting.rewrite(desk.desk, mei, seen(draft), "firmer")
        assert refusal.value.code == "outdated"
        with pytest.raises(DeskRefusal) as refusal:
            await deciding.approve(desk.desk, mei, draft.id, revision=1, fingerprint_seen=draft.fingerprint)
        assert refusal.value.code == "outdated"
    assert len(server.requests) == 1


async def test_a_buyer_who_writes_meanwhile_supersedes(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    with asking(floor, behaviours.well) as (desk, server):
        await rewriting.rewrite(desk.desk, boris, seen(draft), "warmer")
        await floor.say(draft.conversation_id, "Sorry, 800 pcs")
        (row,) = await asked_of(floor, draft.id)
        await rewriting.make(desk.desk, row.id)
        assert server.requests == []
        with pytest.raises(DeskRefusal) as refusal:
            await rewriting.rewrite(desk.desk, boris, seen(draft), "firmer")
        assert refusal.value.code == "outdated"
    assert (await floor.draft(draft.id)).revision == 1
    assert (await asked_of(floor, draft.id))[0].outcome == "moved"
    await floor.redrafted(draft.conversation_id)
    with pytest.raises(DeskRefusal) as refusal:
        await rewriting.rewrite(floor.desk, boris, seen(draft), "certificate")
    assert refusal.value.code == "superseded"


async def test_who_approves_first_is_not_overtaken(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    with asking(floor, behaviours.well) as (desk, _):
        await rewriting.rewrite(desk.desk, boris, seen(draft), "warmer")
        await deciding.approve(desk.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint)
        (row,) = await asked_of(floor, draft.id)
        await rewriting.make(desk.desk, row.id)
    assert (await floor.draft(draft.id)).revision == 1


async def test_without_a_model_only_the_certificate_and_the_way_back(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    for how in ("shorter", "warmer", "firmer"):
        with pytest.raises(DeskRefusal) as refusal:
            await rewriting.rewrite(floor.desk, boris, seen(draft), how)
        assert refusal.value.code == "no_model"
    with pytest.raises(DeskRefusal) as refusal:
        await rewriting.rewrite(floor.desk, boris, seen(draft), "certificate")
    assert (refusal.value.code, "lists no certificate" in refusal.value.text) == ("no_certificate", True)
    with pytest.raises(DeskRefusal) as refusal:
        await rewriting.rewrite(floor.desk, boris, seen(draft), "poetry")
    assert refusal.value.code == "how"
    assert (await floor.waiting(draft.conversation_id)).revision == 1


async def test_the_certificates_of_the_catalogue_are_added_by_code(floor: Shopfloor) -> None:
    catalog = (floor.folder / "catalog.csv").read_text(encoding="utf-8")
    head, kettle, *others = catalog.splitlines()
    floor.load_prices(
        "\n".join([f"{head},certifications", f"{kettle},CE; LFGB", *(f"{each}," for each in others)]) + "\n"
    )
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    await rewriting.rewrite(floor.desk, boris, seen(draft), "certificate")
    now = await floor.waiting(draft.conversation_id)
    assert (now.revision, now.author, now.writer, now.findings) == (2, "rule", "templates", [])
    assert "CE and LFGB" in now.text
    assert now.text.index("CE and LFGB") < now.text.index("Best regards")
    assert now.text.replace(next(p for p in now.text.split("\n\n") if "LFGB" in p) + "\n\n", "") == draft.text
    (event,) = await floor.events("draft.rewritten")
    assert event.data["certificates"] == {"KT-17": ["CE", "LFGB"]}
    assert event.data["source"] == "catalog"
    with pytest.raises(DeskRefusal) as refusal:
        await rewriting.rewrite(floor.desk, boris, seen(now), "certificate")
    assert refusal.value.code == "certificate_said"
    # A model words it anew and keeps the names.
    with asking(floor, behaviours.wording(adding("We are glad to help."))) as (desk, _):
        await rewriting.rewrite(desk.desk, boris, seen(now), "warmer")
        async with reading(floor.desk.engine) as connection:
            row = await rewrites.newest(connection, draft.id)
        assert row is not None
        await rewriting.make(desk.desk, row.id)
    warmer = await floor.waiting(draft.conversation_id)
    assert ("CE and LFGB" in warmer.text, warmer.findings, warmer.revision) == (True, [], 3)
    await deciding.approve(floor.desk, boris, draft.id, revision=3, fingerprint_seen=warmer.fingerprint)


async def test_finished_passages_of_the_templates_are_not_reworded(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted("500 pcs KT-17 FOB. Can you refund broken goods? I pay by Western Union.")
    with asking(floor, behaviours.well) as (desk, server):
        await rewritten(desk, boris, draft, "firmer")
    shown = json.dumps([says for _, says in points_of(server.requests[0].user)])
    assert "Western" not in shown
    assert "refunded" not in shown
    assert "5.90" not in server.requests[0].user
