"""Drafts as programs read them, and what programs send about them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.api.problem_shape import Finding
from bot.api.words import Fingerprint, Note, Reply, Request, WholeNumber
from bot.domain.desk import DraftState, Role
from bot.domain.inquiry import CountryBasis, GradeValue, Needs
from bot.domain.quote import Quote
from bot.stored import NotReadable, from_json
from bot.wire import quote_to_json
from storage.base import AnyRow

RefusalReason = Literal["wrong_facts", "wrong_price", "wrong_tone", "wrong_language", "not_needed", "other"]


class Line(BaseModel):
    """One line of a quote; amounts are strings in the quote's currency."""

    sku: str
    customization: str | None
    quantity: int
    unit_price: str
    amount: str
    sample: bool
    alternative: bool = Field(description="One of several quantities of the same goods: they do not add up.")


class FreightShape(BaseModel):
    method: str
    amount: str
    days_min: int
    days_max: int


class QuoteShape(BaseModel):
    number: str = Field(examples=["Q-2026-0001"])
    revision: int
    currency: str
    incoterm: str
    lines: list[Line]
    freight: FreightShape | None
    total: str | None = Field(description="None where alternatives are offered.")
    valid_until: date
    lead_time_days: int | None = Field(description="In the shop's working days.")
    ready_by: date | None


class Country(BaseModel):
    code: str | None = Field(description="ISO 3166-1 alpha-2.")
    basis: CountryBasis | None = Field(description="How it is known; `language` is a weak guess.")


class DraftBuyer(BaseModel):
    id: int
    name: str | None
    company: str | None
    country: Country


class Choice(BaseModel):
    """An answer that the buyer can tap."""

    label: str
    text: str


class Grade(BaseModel):
    value: GradeValue
    reasons: list[str]


class TeamSource(BaseModel):
    """Who gave an answer of the team's own, and which version of it this is."""

    entry: int
    version: int
    proposed_by: str
    accepted_by: str
    on: date


class Passage(BaseModel):
    """What the answer rests on: a passage of the shop's policies, or an answer of the team's own."""

    source: str = Field(examples=["policies/shipping.md#batteries", "team-answers/12"])
    text: str
    score: float
    team: TeamSource | None = None


class Draft(BaseModel):
    """A reply that was made for a person to decide on."""

    id: int
    conversation: int
    state: DraftState
    revision: int = Field(description="To be sent back with an approval.")
    fingerprint: str = Field(description="Of everything that the buyer would get; to be sent back, too.")
    through: int = Field(description="The buyer's last message (its seq) that this answers.")
    language: str
    text: str
    writer: str = Field(description="`templates`, `person`, or the name of a model.")
    findings: list[Finding]
    needs: Needs = Field(description="The least role that may approve it.")
    quote: QuoteShape | None
    choices: list[Choice]
    buyer: DraftBuyer
    intents: list[str]
    risks: list[str]
    grade: Grade
    missing: list[str] = Field(description="What the shop does not know yet of the buyer's wish.")
    evidence: list[Passage]
    created_at: datetime
    decided_at: datetime | None
    decided_by: int | None = Field(description="Of the team; None where a rule decided, or nobody has.")
    edited: bool
    reason: str | None = Field(
        description="Why it was refused, superseded, or sent in spite of findings; why it expired: "
        "`validity_over` (its quote is not valid any more), `dates_moved` (worked out today, its quote "
        "would state other dates) or `answer_changed` (it tells an answer of the team that was changed)."
    )


class Approval(Request):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"revision": 1, "fingerprint": "9f2c4e1d7a60b385f0c1d2e3a4b59687"},
                {
                    "revision": 1,
                    "fingerprint": "9f2c4e1d7a60b385f0c1d2e3a4b59687",
                    "text": "Hello Luis, …",
                    "reason": "The price was agreed on the phone.",
                },
            ]
        }
    )

    revision: WholeNumber = Field(description="As it stood in the draft that was read.")
    fingerprint: Fingerprint = Field(description="As it stood in the draft that was read.")
    text: Reply | None = Field(default=None, description="Other words; the guard looks at them first.")
    reason: Note | None = Field(default=None, description="Why findings of severity `block` are all right.")


class Refusal(Request):
    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "wrong_price", "note": "Old list"}]})

    reason: RefusalReason
    note: Note | None = None


class Words(Request):
    model_config = ConfigDict(json_schema_extra={"examples": [{"text": "The total is 1,500.00 USD."}]})

    text: Reply


class Approved(BaseModel):
    state: Literal["approved"] = "approved"


class Refused(BaseModel):
    state: Literal["refused"] = "refused"


class Marked(BaseModel):
    """What the guard says of a text."""

    findings: list[Finding]
    needs_reason: bool = Field(description="Whether sending it takes a reason.")
    needs: Role = Field(description="The least role that may send it.")


def draft_of(row: AnyRow) -> Draft:
    """A draft from a row of `storage.draft_lists`. Of an erased buyer only the codes are left."""
    answer = row.answer
    country = {"code": None, "basis": None} | answer.get("country", {})
    if country["code"] is None and row.buyer_country is not None:
        country = {"code": row.buyer_country, "basis": "profile"}
    return Draft(
        id=row.id,
        conversation=row.conversation_id,
        state=row.state,
        revision=row.revision,
        fingerprint=row.fingerprint,
        through=row.through_seq,
        language=row.language,
        text=row.text,
        writer=row.writer,
        findings=[Finding(**finding) for finding in row.findings],
        needs=row.needs,
        quote=quote_of(row.quote_number, row.quote_revision, row.quote_body),
        choices=[Choice(**choice) for choice in row.choices],
        buyer=DraftBuyer(
            id=row.buyer_id, name=row.buyer_name, company=row.buyer_company, country=Country(**country)
        ),
        intents=answer["intents"],
        risks=answer["risks"],
        grade=Grade(**answer["grade"]),
        missing=answer["missing"],
        evidence=[Passage(**passage) for passage in answer.get("evidence", [])],
        created_at=row.created_at,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        edited=row.edited,
        reason=row.reason,
    )


def quote_of(number: str | None, revision: int | None, body: dict[str, Any] | None) -> QuoteShape | None:
    """A kept quote; None where there is none, or an older program kept it in another shape."""
    if number is None or revision is None or body is None:
        return None
    try:
        quote = from_json(body, Quote)
    except NotReadable:
        return None
    return QuoteShape(number=number, revision=revision, **quote_to_json(quote))
