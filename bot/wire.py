"""JSON Lines in and out: an inquiry as other programs write it, an answer as they read it."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bot.domain.errors import InquiryError
from bot.domain.inquiry import Buyer, Inquiry, Message, Sender, TeamSource

if TYPE_CHECKING:
    from bot.domain.quote import Quote, QuoteLine
    from bot.pipeline import Answer

LONGEST_MESSAGE = 200_000
"""Characters of one message."""
LONGEST_TALK = 1_000_000
"""Characters of all messages of one inquiry."""
_LONGEST_FIELD = 1_000
_BUYER_FIELDS = ("name", "country", "phone", "company")
_SENDERS: dict[str, Sender] = {"buyer": "buyer", "seller": "seller"}
_YEARS = range(2000, 2101)
_SHORTENED = {"UK": "GB", "EL": "GR"}
"""Country codes that people use although ISO 3166 has others."""

LineId = str | int | None


class LineError(InquiryError):
    """A line that holds no usable inquiry. `id` is what the line called itself, None where it did not."""

    def __init__(self, line_id: LineId, text: str) -> None:
        super().__init__(text)
        self.line_id = line_id


@dataclass(frozen=True, slots=True)
class Line:
    """One line as read: its id exactly as it stood, and its keys."""

    id: LineId
    keys: Mapping[str, Any]


def read_line(raw: bytes) -> Line | None:
    """One line of input; None where it is blank. Raises LineError."""
    try:
        text = raw.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise LineError(None, f"not UTF-8 (byte {error.start + 1}); JSON Lines are UTF-8") from error
    if not text:
        return None
    try:
        keys = json.loads(text)
    except json.JSONDecodeError as error:
        raise LineError(None, f"not JSON: {error.msg} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, or 100,000 brackets
        raise LineError(None, "not JSON that can be read: a number too long, or nested too deep") from error
    if not isinstance(keys, dict):
        raise LineError(None, f"expected an object with id and messages, not {_named(keys)}")
    line_id = keys.get("id")
    if isinstance(line_id, bool) or not isinstance(line_id, str | int) or line_id == "":
        raise LineError(None, f"id: expected a text or a whole number, not {_named(line_id)}")
    if isinstance(line_id, str):
        line_id = whole(line_id)
    return Line(line_id, keys)


def read_inquiry(line: Line, at: datetime) -> Inquiry:
    """The inquiry of a line; `at` is when it is answered where the line does not say. Raises LineError."""
    try:
        return Inquiry(
            str(line.id),
            _messages(line.keys.get("messages")),
            at if line.keys.get("at") is None else read_time(line.keys["at"], "at"),
            _buyer(line.keys.get("buyer")),
        )
    except InquiryError as error:
        raise LineError(line.id, str(error)) from error


def read_question(line: Line) -> str:
    """The question of a line for `search`. Raises LineError."""
    try:
        return _text(line.keys.get("question"), "question", LONGEST_MESSAGE)
    except InquiryError as error:
        raise LineError(line.id, str(error)) from error


def read_time(value: object, name: str) -> datetime:
    """An ISO 8601 time; one without an offset is UTC. Raises InquiryError."""
    wanted = f"{name}: expected a time such as 2026-11-22T10:00:00Z, not {_named(value)}"
    if not isinstance(value, str):
        raise InquiryError(wanted)
    try:
        time = datetime.fromisoformat(value.strip())
    except ValueError as error:
        raise InquiryError(wanted) from error
    if time.year not in _YEARS:
        raise InquiryError(f"{name}: expected a year from {_YEARS[0]} to {_YEARS[-1]}, not {time.year}")
    return time if time.tzinfo is not None else time.replace(tzinfo=UTC)


def answer_to_json(answer: Answer, line_id: LineId) -> dict[str, Any]:
    """An answer with every key that the contract names; amounts are strings."""
    seen, draft = answer.understanding, answer.draft
    target = seen.details.target_price
    return {
        "id": line_id,
        "language": seen.language,
        "country": {"code": seen.country.code, "basis": seen.country.basis},
        "intents": list(seen.intents),
        "risks": list(seen.risks),
        "grade": {"value": seen.grade.value, "reasons": list(seen.grade.reasons)},
        "items": [
            {
                "asked": item.asked,
                "sku": item.sku,
                "quantity": item.quantity,
                "alternatives": list(item.alternatives),
            }
            for item in seen.items
        ],
        "details": {
            "incoterm": seen.details.incoterm,
            "destination": seen.details.destination,
            "target_price": target and {"amount": _money(target.amount), "currency": target.currency},
            "currency": seen.details.currency,
            "deadline": seen.details.deadline and seen.details.deadline.isoformat(),
            "customization": list(seen.details.customization),
        },
        "missing": list(answer.missing),
        "evidence": [
            {"source": passage.source, "text": passage.text, "score": round(passage.score, 4)}
            | ({} if passage.team is None else {"team": _team(passage.team)})
            for passage in answer.evidence
        ],
        "quote": None if answer.outcome.quote is None else quote_to_json(answer.outcome.quote),
        "draft": {"language": draft.language, "text": draft.text, "writer": draft.writer},
        "findings": [
            {"rule": finding.rule, "severity": finding.severity, "excerpt": finding.excerpt}
            for finding in answer.findings
        ],
        "needs": answer.needs,
        "timing_ms": {stage: round(spent, 2) for stage, spent in answer.timing_ms.items()},
    }


def write_line(value: Mapping[str, Any]) -> bytes:
    """One line of output, with its line end."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace") + b"\n"


def whole(text: str) -> str:
    """`text` with half characters (a surrogate without its other half) made visible."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _messages(value: object) -> tuple[Message, ...]:
    if not isinstance(value, list) or not value:
        raise InquiryError(f"messages: expected a list with at least one message, not {_named(value)}")
    messages = []
    for number, message in enumerate(value):
        name = f"messages[{number}]"
        if not isinstance(message, dict):
            raise InquiryError(f'{name}: expected {{"from": …, "text": …}}, not {_named(message)}')
        sender = message.get("from")
        if not isinstance(sender, str) or sender not in _SENDERS:
            raise InquiryError(f'{name}.from: expected "buyer" or "seller", not {_named(sender)}')
        text = _text(message.get("text"), f"{name}.text", LONGEST_MESSAGE)
        messages.append(Message(_SENDERS[sender], text))
    if not any(message.sender == "buyer" for message in messages):
        raise InquiryError("messages: expected at least one from the buyer")
    if sum(len(message.text) for message in messages) > LONGEST_TALK:
        raise InquiryError(f"messages: longer than {LONGEST_TALK:,} characters together")
    return tuple(messages)


def _text(value: object, name: str, longest: int) -> str:
    if not isinstance(value, str):
        raise InquiryError(f"{name}: expected a text, not {_named(value)}")
    if len(value) > longest:
        raise InquiryError(f"{name}: {len(value):,} characters; at most {longest:,} can be read")
    text = whole(value)
    if all(unicodedata.category(char) in ("Cc", "Cf", "Zs", "Zl", "Zp") for char in text):
        raise InquiryError(f"{name}: empty")
    return text


def _buyer(value: object) -> Buyer:
    if value is None:
        return Buyer()
    if not isinstance(value, dict):
        raise InquiryError(f"buyer: expected an object, not {_named(value)}")
    given: dict[str, str] = {}
    for field in _BUYER_FIELDS:
        content = value.get(field)
        if content is None or (isinstance(content, str) and not content.strip()):
            continue
        given[field] = _text(content, f"buyer.{field}", _LONGEST_FIELD).strip()
    if "country" in given:
        given["country"] = _country(given["country"])
    return Buyer(**given)


def _country(code: str) -> str:
    import pycountry

    code = _SHORTENED.get(code.upper(), code.upper())
    if code != "XK" and pycountry.countries.get(alpha_2=code) is None:
        raise InquiryError(f"buyer.country: expected an ISO 3166-1 code such as MX, not {_named(code)}")
    return code


def quote_to_json(quote: Quote) -> dict[str, Any]:
    """A quote with every key that the contract names; amounts are strings."""
    freight = quote.freight
    return {
        "currency": quote.currency,
        "incoterm": quote.incoterm,
        "lines": [_quote_line(line) for line in quote.lines],
        "freight": freight
        and {
            "method": freight.method,
            "amount": _money(freight.amount),
            "days_min": freight.days_min,
            "days_max": freight.days_max,
        },
        "total": None if quote.total is None else _money(quote.total),
        "valid_until": quote.valid_until.isoformat(),
        "lead_time_days": quote.lead_time_days,
        "ready_by": quote.ready_by and quote.ready_by.isoformat(),
    }


def _quote_line(line: QuoteLine) -> dict[str, Any]:
    return {
        "sku": line.sku,
        "customization": line.customization,
        "quantity": line.quantity,
        "unit_price": _money(line.unit_price),
        "amount": _money(line.amount),
        "sample": line.sample,
        "alternative": line.alternative,
    }


def _money(value: Decimal) -> str:
    """Digits and a point, at least two decimals, never an exponent."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent > -2:
        return f"{value:.2f}"
    return f"{value:f}"


def _named(value: object) -> str:
    """`value` for an error message: its kind, and itself where it is short."""
    if value is None:
        return "nothing"
    if isinstance(value, dict | list):
        kind = "an object" if isinstance(value, dict) else "a list"
        return f"an empty {kind.split()[-1]}" if not value else kind
    shown = json.dumps(whole(value) if isinstance(value, str) else value, ensure_ascii=False)
    return shown if len(shown) <= 60 else f"{shown[:60]}…"


def _team(source: TeamSource) -> dict[str, Any]:
    return asdict(source) | {"on": source.on.isoformat()}
