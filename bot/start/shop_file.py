"""The answers -> a commented shop.toml, and a shop.toml -> the answers that it would come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import tomlkit

from bot.start.given import NotAnAnswer, read
from bot.start.questions import QUESTIONS, Answers

Say = Callable[[str], str]
"""A message's name -> its words."""
_TABLES = ("company", "quote", "discount", "payment", "restricted")
_BARE = frozenset({"deposit_percent", "salesperson_percent", "manager_percent"})
"""Texts in the answers, numbers in the file."""
_KEPT = ("fx", "campaigns")
"""Tables that nobody is asked about: they stay as an earlier file has them."""


def shop_toml(answers: Answers, say: Say, earlier: str = "") -> str:
    """The file's text. `earlier` is the text of the file that it takes the place of, "" for none."""
    parts = [_comment(say("start-file-head"))]
    for table in _TABLES:
        values = {
            key.partition(".")[2]: answers.get(key) for key in QUESTIONS if key.partition(".")[0] == table
        }
        if table == "company":
            values["currency"] = answers.get("list.currency")
        parts.append(_table(table, values, say))
    parts.append(_comment(say("start-file-closures")))
    parts += [_closure(closure) for closure in answers.get("closures") or ()]
    columns = _columns(answers)
    if columns:
        parts.append(f"{_comment(say('start-file-columns'))}\n[catalog.columns]\n{columns}")
    parts.append(_earlier(earlier) or _comment(say("start-file-campaigns")))
    return "\n\n".join(parts) + "\n"


def answers_of(document: Mapping[str, Any]) -> dict[str, Any]:
    """What of a shop.toml are answers; what cannot be read as one is left to be asked."""
    found: dict[str, Any] = {}
    for key in QUESTIONS:
        table, _, name = key.partition(".")
        held = document.get(table)
        given = held.get(name) if name and isinstance(held, Mapping) else held if not name else None
        try:
            value = read(key, given)
        except NotAnAnswer:
            continue
        if value is not None:
            found[key] = value
    company, catalog = document.get("company"), document.get("catalog")
    if isinstance(company, Mapping) and company.get("currency"):
        found["list.currency"] = str(company["currency"])
    if isinstance(catalog, Mapping) and isinstance(catalog.get("columns"), Mapping):
        found["columns"] = {str(heading): str(field) for heading, field in catalog["columns"].items()}
    return found


def _table(table: str, values: Mapping[str, Any], say: Say) -> str:
    lines = [_comment(say(f"start-file-{table}")), f"[{table}]"]
    for name, value in values.items():
        about = _comment(say(f"start-file-{table}-{name.replace('_', '-')}"))
        lines.append(about)
        # An example of what may stand there is no value: the reader's own default holds.
        lines.append(f"# {name} =" if value in (None, []) else f"{name} = {_written(name, value)}")
    return "\n".join(lines)


def _closure(closure: Mapping[str, str]) -> str:
    name = _written("name", closure["name"])
    return f"[[closures]]\nname = {name}\nstart = {closure['start']}\nend = {closure['end']}"


def _columns(answers: Answers) -> str:
    chosen: Mapping[str, str] = answers.get("columns") or {}
    return "\n".join(
        f"{tomlkit.string(heading).as_string()} = {_written('', field)}" for heading, field in chosen.items()
    )


def _written(name: str, value: Any) -> str:
    if name in _BARE:
        return f"{Decimal(value):f}"
    return str(tomlkit.item(value).as_string())


def _comment(text: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in text.splitlines())


def _earlier(text: str) -> str:
    """The tables of an earlier file that are none of the answers, as they stand there."""
    if not text:
        return ""
    document = tomlkit.parse(text)
    kept = tomlkit.document()
    for name in _KEPT:
        if name in document:
            kept[name] = document[name]
    return tomlkit.dumps(kept).strip()
