"""Writes docs/reference/ from the program itself: `.venv/bin/python -m docs.write_reference`.

Commands come from the argument parser, settings from `bot/settings.py`, the keys of shop.toml from the models
that read it. tests/docs/test_reference.py fails when a page differs from what its source says.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import typer
from pydantic_core import PydanticUndefined

from bot.cli.commands import app
from bot.settings import Settings, sample_shop, secret_variables, variable_of
from knowledge.shop_folder.terms_schema import KNOWN_TABLES, TABLES, WEEK

REFERENCE = Path(__file__).parent / "reference"
_MADE = "Written by `python -m docs.write_reference` from {source}. Change the source, not this page."
_SAME_HELP = "help"
_LISTS = frozenset({"closures", "campaigns"})
"""Tables of shop.toml that may stand there several times."""
_FREE_TABLES = {
    "fx": (
        "Rates of exchange, for a second amount that a quote shows beside the shop's currency.",
        [
            ("`as_of`", "the day of the rates, as 2026-11-16", "none: no second amount"),
            ("`EUR`, `MXN`, … (ISO 4217)", "how much of it one unit of the shop's currency buys", "–"),
        ],
    ),
    "catalog": (
        "How the headings of your catalogue are read. `supercargo init` writes it.",
        [("`columns`", 'a table of "your heading" = "our field"', "headings are recognised")],
    ),
}
"""Tables that no model reads, with their keys: (key, what it takes, where it is left out)."""


def main() -> None:
    REFERENCE.mkdir(exist_ok=True)
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")


def pages() -> dict[str, str]:
    """File name in docs/reference/ -> its whole text."""
    return {"commands.md": commands_page(), "settings.md": settings_page()}


def commands_page() -> str:
    """Every command with its arguments and options, in the order of `supercargo --help`."""
    root: Any = typer.main.get_command(app)
    parts = [
        "# Commands",
        _MADE.format(source="`bot/cli/commands.py`"),
        _plain(root.help),
        _plain(root.epilog),
    ]
    parts += [_command(names, command) for names, command in leaves(root, ("supercargo",))]
    return "\n\n".join(parts) + "\n"


def leaves(command: Any, names: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """(the words that call it, the command) of every command that does something itself."""
    if not hasattr(command, "commands"):
        yield names, command
        return
    for name, below in command.commands.items():
        if not below.hidden:
            yield from leaves(below, (*names, name))


def _command(names: tuple[str, ...], command: Any) -> str:
    takes = [one for one in command.params if one.name != _SAME_HELP and not getattr(one, "hidden", False)]
    arguments = [one for one in takes if one.param_type_name == "argument"]
    options = [one for one in takes if one.param_type_name != "argument"]
    needed = [_shown_name(one) for one in options if one.required]
    more = ["[OPTIONS]"] if len(options) > len(needed) else []
    call = " ".join([*names, *(_argument(one) for one in arguments), *needed, *more])
    parts = [f"## {' '.join(names)}", _plain(command.help), f"```\n{call}\n```"]
    if takes:
        rows = [(f"`{_shown_name(one)}`", _plain(one.help), _default(one)) for one in takes]
        parts.append(_table(("argument or option", "meaning", "default"), rows))
    return "\n\n".join(parts)


def _argument(one: Any) -> str:
    return _metavar(one) if one.required else f"[{_metavar(one)}]"


def _metavar(one: Any) -> str:
    """As `--help` has it: DIR, or the choices, or the kind of value."""
    kind = one.type_descriptor
    choices = getattr(kind, "choices", None)
    named = "|".join(str(getattr(choice, "value", choice)) for choice in choices or ())
    kind_name = getattr(getattr(kind, "annotation", None), "__name__", one.name)
    return str(one.metavar or named or kind_name.upper())


def _shown_name(one: Any) -> str:
    if one.param_type_name == "argument":
        return _metavar(one)
    names = ", ".join(one.opts)
    if one.is_flag:
        return names
    return f"{names} {_metavar(one)}"


def _default(one: Any) -> str:
    if one.required:
        return "required"
    told = getattr(one, "show_default", None)
    if isinstance(told, str):
        return told
    if getattr(one, "is_flag", False):
        return "off"
    value = getattr(one.default, "value", one.default)
    return "none" if value is None else f"`{value}`"


def settings_page() -> str:
    """Every environment variable, and every key of shop.toml."""
    secrets = secret_variables()
    rows = [
        (
            f"`{variable_of(name)}`"
            + (f", `{variable_of(name)}_FILE`" if variable_of(name) in secrets else ""),
            _meaning(field),
            _field_default(field),
            "secret" if variable_of(name) in secrets else "",
        )
        for name, field in Settings.model_fields.items()
    ]
    parts = [
        "# Settings",
        _MADE.format(source="`bot/settings.py` and `knowledge/shop_folder/terms_schema.py`"),
        "## The environment",
        "All are optional. A secret also comes from a file: `NAME_FILE` names it. No `.env` file is read by "
        "itself. `supercargo doctor` says which value is in force, and of a secret only whether it is set.",
        _table(("variable", "meaning", "default", ""), rows),
        "## shop.toml",
        "What may stand in the shop folder's file. A wrong key is reported with its line and left to its "
        "default; only a wrong name, country, time zone or currency of `[company]` stops the loading.",
        *(_shop_table(name) for name in KNOWN_TABLES),
    ]
    return "\n\n".join(parts) + "\n"


def _shop_table(name: str) -> str:
    heading = f"### [[{name}]]" if name in _LISTS else f"### [{name}]"
    head = ("key", "takes", "where left out")
    if name in _FREE_TABLES:
        about, free = _FREE_TABLES[name]
        return "\n\n".join([heading, about, _table(head, free)])
    rows = [
        (f"`{key}`", field.description or "", "required" if field.is_required() else _toml(field.default))
        for key, field in TABLES[name].model_fields.items()
    ]
    return "\n\n".join([heading, _table(head, rows)])


def _meaning(field: Any) -> str:
    choices = [f"`{one}`" for one in get_args(field.annotation) if isinstance(one, str)]
    return ": ".join([field.description or "", *([", ".join(choices)] if choices else [])])


def _field_default(field: Any) -> str:
    if field.default is PydanticUndefined:
        value = field.default_factory()
        return "the sample shop" if value == sample_shop() else "none" if value == {} else f"`{value}`"
    return "none" if field.default is None else f"`{field.default}`"


def _toml(value: object) -> str:
    """A default as it would be written into shop.toml."""
    if value is None or value == ():
        return "none"
    if isinstance(value, frozenset):
        return f"`{', '.join(WEEK[day] for day in sorted(value))}`"
    if isinstance(value, tuple):
        return f"`{', '.join(f'{one:%H:%M}' if hasattr(one, 'hour') else str(one) for one in value)}`"
    return f"`{value}`"


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


def _table(head: tuple[str, ...], rows: list[Any]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


if __name__ == "__main__":
    main()
