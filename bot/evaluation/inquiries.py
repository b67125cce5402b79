"""One labelled inquiry against the answer that `supercargo draft` gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.evaluation.figures import covers, same, stands_in
from bot.evaluation.marks import Mark, Scores, SetCount

Json = Mapping[str, Any]
_Marker = Callable[[str, bool, Any, Any], None]
_QUOTE_FIELDS = ("currency", "incoterm", "freight", "valid_until", "lead_time_days", "ready_by")


def score_inquiry(line_id: str, asked: str, expect: Json, answer: Json) -> Scores:
    """`expect` may hold any part of an answer, `facts` and `not_facts`; what it lacks is not judged.

    `asked` is the buyer's last message. An answer with `error` counts as not answered.
    """
    marks: list[Mark] = []

    def mark(field: str, right: bool, expected: Any, got: Any) -> None:
        marks.append(Mark(field, right, line_id, expected, got, asked))

    if "error" in answer:
        mark("answered", False, "an answer", answer["error"])
        return Scores(tuple(marks))
    mark("answered", True, None, None)
    _whole_values(expect, answer, mark)
    intents = _intents(expect, answer, mark)
    risks = _risks(expect, answer, mark)
    extra_items = _items(expect, answer, mark)
    _details(expect, answer, mark)
    extra_lines = _quote(expect, answer, mark)
    text = answer["draft"]["text"]
    for fact in expect.get("facts") or []:
        mark("facts", stands_in(fact, text), fact, text)
    for fact in expect.get("not_facts") or []:
        mark("not_facts", not stands_in(fact, text), fact, text)
    alarmed = int(risks is not None and risks.extra > 0)
    return Scores(
        tuple(marks), intents, risks or SetCount(), int(risks is not None), alarmed, extra_items, extra_lines
    )


def _whole_values(expect: Json, answer: Json, mark: _Marker) -> None:
    for field in ("language", "needs"):
        if field in expect:
            mark(field, answer[field] == expect[field], expect[field], answer[field])
    if "language" in expect:
        written = answer["draft"]["language"]
        unanswered = answer["needs"] == "nobody"
        mark("draft.language", written == expect["language"] or unanswered, expect["language"], written)
    if "country" in expect:
        labelled = _part(expect["country"], "code")
        mark("country", answer["country"]["code"] == labelled, expect["country"], answer["country"])
    if "grade" in expect:
        labelled = _part(expect["grade"], "value")
        mark("grade", answer["grade"]["value"] == labelled, expect["grade"], answer["grade"])


def _part(label: Any, key: str) -> Any:
    """A label may be written bare: "MX" for {"code": "MX"}."""
    return label.get(key) if isinstance(label, Mapping) else label


def _intents(expect: Json, answer: Json, mark: _Marker) -> SetCount:
    labelled, got = expect.get("intents"), answer["intents"]
    if not labelled:
        return SetCount()
    mark("intent.first", got[:1] == labelled[:1], labelled, got)
    mark("intent.first_in", labelled[0] in got, labelled, got)
    return SetCount.of(labelled, got)


def _risks(expect: Json, answer: Json, mark: _Marker) -> SetCount | None:
    labelled = expect.get("risks")
    if labelled is None:
        return None
    got = answer["risks"]
    mark("risks", set(got) == set(labelled), sorted(labelled), sorted(got))
    return SetCount.of(labelled, got)


def _items(expect: Json, answer: Json, mark: _Marker) -> int:
    labelled, got = expect.get("items") or [], answer["items"]
    for item in labelled:
        mark("item.sku", covers({"sku": item.get("sku")}, got), item, got)
    for item in labelled:
        if "quantity" in item:
            known = {key: item[key] for key in ("sku", "quantity") if key in item}
            mark("item.sku+quantity", covers(known, got), item, got)
        if item.keys() - {"sku", "quantity"}:
            mark("item.whole", covers(item, got), item, got)
    for detail in expect.get("missing") or []:
        mark("missing", detail in answer["missing"], detail, answer["missing"])
    return max(0, len(got) - len(labelled)) if labelled else 0


def _details(expect: Json, answer: Json, mark: _Marker) -> None:
    for key, labelled in (expect.get("details") or {}).items():
        got = answer["details"].get(key)
        mark(f"details.{key}", _detail_right(labelled, got), labelled, got)


def _detail_right(labelled: Any, got: Any) -> bool:
    """A list: all of it is there. A bare amount: compared with the amount. Else what the label says of it."""
    if isinstance(labelled, list):
        return set(labelled) <= set(got or [])
    if isinstance(labelled, Mapping):
        return all(same(value, (got or {}).get(key)) for key, value in labelled.items())
    return same(labelled, got.get("amount") if isinstance(got, Mapping) else got)


def _quote(expect: Json, answer: Json, mark: _Marker) -> int:
    if "quote" not in expect:
        return 0
    labelled, quote = expect["quote"], answer["quote"]
    lines = (quote or {}).get("lines") or []
    if labelled is None:
        mark("quote.none", not lines, None, quote)
        return 0
    if "total" in labelled:
        got = quote and {key: quote[key] for key in ("lines", "freight", "total")}
        mark("quote.total", bool(quote) and same(labelled["total"], quote["total"]), labelled["total"], got)
    for line in labelled.get("lines") or []:
        mark("quote.line", covers(line, lines), line, lines)
    for key in _QUOTE_FIELDS:
        if key in labelled:
            got = quote and quote.get(key)
            mark(f"quote.{key}", bool(quote) and _detail_right(labelled[key], got), labelled[key], got)
    return max(0, len(lines) - len(labelled["lines"])) if labelled.get("lines") else 0
