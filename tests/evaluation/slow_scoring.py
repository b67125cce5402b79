"""The contract's "How labels are scored", read once more and written down as slowly as it stands there."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal, InvalidOperation
from typing import Any


def reading(text: str) -> str:
    """Figures as a reader takes them: digit by digit, looking left and right of each separator."""
    spaced = [" " if ord(char) in (0xA0, 0x202F) else char for char in text]
    chars = [str(int(char)) if char.isdecimal() else char for char in spaced]
    chars = [{"\u066b": ".", "\u066c": ","}.get(char, char) for char in chars]
    out: list[str] = []
    for place, char in enumerate(chars):
        after_digit = place > 0 and chars[place - 1].isdigit() and chars[place - 1].isascii()
        follow = 0
        while place + 1 + follow < len(chars) and chars[place + 1 + follow] in "0123456789":
            follow += 1
        if char in " ,.'" and after_digit and follow == 3:
            continue
        out.append("." if char == "," and after_digit and 1 <= follow <= 4 else char)
    return "".join(out).casefold()


def equal(label: Any, got: Any) -> bool:
    try:
        return not isinstance(label, bool) and Decimal(str(label)) == Decimal(str(got))
    except InvalidOperation:
        return bool(label == got)


def found(label: dict[str, Any], answers: list[dict[str, Any]]) -> bool:
    for answer in answers:
        agree = 0
        for key, value in label.items():
            if key in answer and equal(value, answer[key]):
                agree += 1
        if agree == len(label):
            return True
    return False


def slow_score(lines: list[tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, Any]:
    """(expect, answer) pairs -> field -> [right, labelled], and the counts of the sets."""
    fields: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    sets = {"intents": [0, 0, 0], "risks": [0, 0, 0]}

    def count(field: str, good: bool) -> None:
        fields[field][0] += 1 if good else 0
        fields[field][1] += 1

    for expect, answer in lines:
        if "error" in answer:
            count("answered", False)
            continue
        count("answered", True)
        if "language" in expect:
            count("language", expect["language"] == answer["language"])
            drafted = answer["draft"]["language"] == expect["language"]
            count("draft.language", drafted or answer["needs"] == "nobody")
        if "needs" in expect:
            count("needs", expect["needs"] == answer["needs"])
        if "country" in expect:
            count("country", expect["country"]["code"] == answer["country"]["code"])
        if expect.get("intents"):
            first = expect["intents"][0]
            count("intent.first", len(answer["intents"]) > 0 and answer["intents"][0] == first)
            count("intent.first_in", first in answer["intents"])
        for name, members in sets.items():
            if name == "intents" and not expect.get("intents"):
                continue
            if name not in expect:
                continue
            for member in set(answer[name]):
                members[0 if member in expect[name] else 1] += 1
            members[2] += sum(member not in answer[name] for member in set(expect[name]))
        if "risks" in expect:
            count("risks", sorted(set(expect["risks"])) == sorted(set(answer["risks"])))
        for item in expect.get("items", []):
            count("item.sku", found({"sku": item["sku"]}, answer["items"]))
            if "quantity" in item:
                both = {"sku": item["sku"], "quantity": item["quantity"]}
                count("item.sku+quantity", found(both, answer["items"]))
        for detail in expect.get("missing", []):
            count("missing", detail in answer["missing"])
        if "quote" in expect:
            _quote(expect["quote"], answer["quote"], count)
        text = reading(answer["draft"]["text"])
        for fact in expect.get("facts", []):
            count("facts", text.find(reading(fact)) >= 0)
        for fact in expect.get("not_facts", []):
            count("not_facts", text.find(reading(fact)) < 0)
    return {"fields": {name: tuple(pair) for name, pair in fields.items()}, **sets}


def _quote(label: dict[str, Any] | None, quote: dict[str, Any] | None, count: Any) -> None:
    lines = [] if quote is None else quote["lines"]
    if label is None:
        count("quote.none", lines == [])
        return
    if "total" in label:
        count("quote.total", quote is not None and equal(label["total"], quote["total"]))
    for line in label.get("lines", []):
        count("quote.line", found(line, lines))
    if "ready_by" in label:
        count("quote.ready_by", quote is not None and label["ready_by"] == quote["ready_by"])
