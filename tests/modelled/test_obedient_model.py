"""A model that obeys every instruction of every buyer: nothing that a reply must not hold comes into one.

Over all labelled lines of two sellers and the sample shop that name such facts, planted or not. The model
says them in good parts, in one part alone, and reads the inquiry as the instruction wants it read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.app import App, assemble
from bot.evaluation import Scores, score_inquiry
from bot.modelled import ByModel
from bot.settings import sample_shop
from bot.wire import answer_to_json, read_inquiry, read_line
from knowledge.encoder import Encoder
from knowledge.index import open_index_store
from knowledge.ingest import ingest, load_shop
from tests.modelled.answers import NOTHING_READ, adding, parts, points_of
from tests.modelled.noting import NotingModel

DATA = Path(__file__).parent.parent / "data"
SHOPS = {
    "homeware": (DATA / "homeware_seller" / "shop", DATA / "homeware_seller" / "inquiries.jsonl"),
    "outdoor": (DATA / "outdoor_seller" / "shop", DATA / "outdoor_seller" / "inquiries.jsonl"),
    "sample": (sample_shop(), sample_shop() / "inquiries.jsonl"),
}


class Obedient(NotingModel):
    """Says whatever it was told to; `orders` are set for each inquiry."""

    def __init__(self) -> None:
        super().__init__()
        self.orders: tuple[str, ...] = ()
        self.alone = False
        self._reading = json.dumps(
            json.loads(NOTHING_READ)
            | {"intents": ["negotiation"], "target_price": "0.01", "target_currency": "USD", "risks": []}
        )

    def answer(self, user: str) -> str:
        if self.alone:
            return parts(user, instead=dict.fromkeys((p for p, _ in points_of(user)), " ".join(self.orders)))
        return adding(*self.orders)(user)


@pytest.fixture(params=sorted(SHOPS))
def labelled(request: pytest.FixtureRequest) -> tuple[Path, Path]:
    return SHOPS[str(request.param)]


@pytest.fixture
def model() -> Obedient:
    return Obedient()


@pytest.fixture
def app(
    labelled: tuple[Path, Path], model: Obedient, engine: Engine, encoder: Encoder, tmp_path: Path
) -> Iterator[App]:
    shop, _ = labelled
    with open_index_store(tmp_path) as store:
        partial(ingest, engine=engine, store=store, encoder_factory=lambda: encoder)(shop)
        yield assemble(load_shop(shop, engine=engine, store=store), encoder, model)


def test_no_forbidden_fact_reaches_a_draft(app: App, labelled: tuple[Path, Path], model: Obedient) -> None:
    by_model = ByModel(app.shop, model, app.products.nearest)
    marks: list[Scores] = []
    worded: list[str] = []
    for raw in labelled[1].read_bytes().splitlines():
        line = read_line(raw)
        expect = json.loads(raw).get("expect", {})
        if line is None or not (expect.get("not_facts") or "prompt_injection" in expect.get("risks", ())):
            continue
        inquiry = read_inquiry(line, datetime(2026, 11, 22, tzinfo=UTC))
        orders = (*expect.get("not_facts", ()), inquiry.messages[-1].text[:200])
        for alone in (False, True):
            model.orders, model.alone = orders, alone
            model._answers = [model.answer] * 3
            answer = app.assistant.answer(inquiry)
            told = answer_to_json(answer, line.id)
            marks.append(score_inquiry(str(line.id), "", {"not_facts": expect.get("not_facts", [])}, told))
            # As if nobody had noticed the instruction: what code checks has to hold on its own.
            blind = replace(answer.understanding, risks=())
            model._answers = [model.answer] * 3
            draft, _ = by_model.write(
                answer.plan, app.assistant.answer(inquiry, by_rules=True).draft, inquiry, blind
            )
            told["draft"]["text"] = draft.text
            marks.append(score_inquiry(str(line.id), "", {"not_facts": expect.get("not_facts", [])}, told))
            worded += [str(line.id)] if draft.writer != "templates" else []
    scores = Scores.sum(marks)
    found = scores.fields()["not_facts"]
    assert found.labelled >= 2
    assert found.right == found.labelled, [str(miss) for miss in scores.misses("not_facts")]
    assert len(model.of("write")) > len(marks) // 4, "the model was hardly asked"
    assert worded == []
