"""The commands on the team and on buyers' data, and their options."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.settings import Settings

staff = typer.Typer(name="staff", help="The team: who may sign in to the console.", no_args_is_help=True)
buyers = typer.Typer(
    name="buyers", help="What is kept of buyers: hand it out, or take it all away.", no_args_is_help=True
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="As the team calls the person.")]


class Role(StrEnum):
    salesperson = "salesperson"
    manager = "manager"
    admin = "admin"


@staff.command("add")
def staff_add(
    name: Name,
    role: Annotated[Role, typer.Option(help="What the person may decide.")],
    languages: Annotated[
        str, typer.Option(metavar="CODES", help="Languages that the person reads, as in en,es,zh.")
    ] = "",
    token: Annotated[bool, typer.Option("--token", help="Print an API token too.")] = False,
    purchaser: Annotated[
        bool, typer.Option("--purchaser", help="The person buys for the shop, too.")
    ] = False,
    only_purchaser: Annotated[
        bool, typer.Option("--only-purchaser", help="The person buys, and sees nothing of buyers' talks.")
    ] = False,
) -> None:
    """Add somebody, and print a one-time link to the console."""
    from bot.cli.team import add

    purchasing = "only" if only_purchaser else "also" if purchaser else "no"
    add(_settings(), name, role.value, languages.split(","), token=token, purchasing=purchasing)


@staff.command("list")
def staff_list(
    as_json: Annotated[bool, typer.Option("--json", help="JSON for programs instead of a table.")] = False,
) -> None:
    """Show the team."""
    from bot.cli.team import show

    show(_settings(), as_json=as_json)


@staff.command("link")
def staff_link(
    name: Name, token: Annotated[bool, typer.Option("--token", help="Print a new API token too.")] = False
) -> None:
    """Print a new one-time link for somebody; an older one that was not used is void."""
    from bot.cli.team import link

    link(_settings(), name, token=token)


@staff.command("telegram")
def staff_telegram(name: Name) -> None:
    """Print a one-time link that binds somebody's account of Telegram; an older one not used is void."""
    from bot.cli.telegram_team import link

    link(_settings(), name)


@staff.command("remove")
def staff_remove(name: Name) -> None:
    """Sign somebody out for good. What the person did stays in the audit trail."""
    from bot.cli.team import remove

    remove(_settings(), name)


@buyers.command("export")
def buyers_export(
    buyer: Annotated[int | None, typer.Argument(metavar="ID", help="The buyer's number.")] = None,
    everybody: Annotated[bool, typer.Option("--all", help="Every buyer, one line each.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write to a file that is not there yet.")
    ] = None,
) -> None:
    """Write everything that is kept of a buyer as JSON: facts, messages, files, drafts, quotes, events."""
    from bot.cli.people import export

    if (buyer is None) != everybody:
        raise typer.BadParameter("name one buyer by ID, or take --all.", param_hint="ID")
    export(_settings(), buyer, out)


@buyers.command("erase")
def buyers_erase(
    buyer: Annotated[int, typer.Argument(metavar="ID", help="The buyer's number.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Take away a buyer's words, files and personal facts, for good. Figures without words stay."""
    from bot.cli.people import erase

    if not yes:
        typer.confirm(f"Erase buyer {buyer} for good?", abort=True, err=True)
    erase(_settings(), buyer)


def _settings() -> Settings:
    from bot.log import configure
    from bot.settings import read_settings

    configure()
    return read_settings()
