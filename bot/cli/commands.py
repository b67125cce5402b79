"""The commands and their options. What a command does stands in the module that it imports."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import desk_commands, orders_commands

if TYPE_CHECKING:
    from datetime import datetime

    from bot.settings import Settings

app = typer.Typer(
    name="supercargo",
    help="The sales assistant for small exporters: reads an inquiry, quotes from the shop's own data, "
    "drafts a checked reply. Nothing reaches a buyer without a person's word.",
    epilog="Settings come from the environment; see .env.example.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(desk_commands.staff)
app.add_typer(desk_commands.buyers)
app.add_typer(orders_commands.orders)

ShopFolder = Annotated[
    Path | None,
    typer.Option("--shop", metavar="DIR", help="The shop folder.", show_default="SUPERCARGO_SHOP"),
]
AtTime = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar="ISO-TIME",
        help="When a line without `at` is answered; UTC unless it names an offset.",
        show_default="now",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object for programs instead of tables.")]


class Kind(StrEnum):
    policy = "policy"
    product = "product"


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The shop folder; made where there is none.")],
    answers: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="The answers as TOML or JSON, shaped like shop.toml; asks nothing."
        ),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="With --answers: replace files that are there; they are kept.")
    ] = False,
    language: Annotated[str, typer.Option(metavar="CODE", help="en or zh.")] = "en",
) -> None:
    """Set up your own shop from your price list, step by step; leave and go on at any point."""
    from bot.cli.init import run

    if language not in ("en", "zh"):
        raise typer.BadParameter("en or zh.", param_hint="--language")
    raise typer.Exit(run(_settings(), folder, answers, yes=yes, language=language))


@app.command()
def ingest(
    folder: Annotated[Path | None, typer.Argument(metavar="DIR", help="The shop folder.")] = None,
    as_json: AsJson = False,
) -> None:
    """Check and load a shop folder. Exit 1: rows were refused; 2: nothing could be loaded."""
    from bot.cli.ingesting import run

    settings = _settings()
    raise typer.Exit(run(settings, _shop(folder, settings), as_json=as_json))


@app.command()
def draft(shop: ShopFolder = None, at: AtTime = None) -> None:
    """Answer inquiries: JSON Lines from standard input, drafts to standard output."""
    from bot.cli.drafting import run

    settings = _settings()
    raise typer.Exit(run(settings, _shop(shop, settings), _time(at)))


@app.command()
def search(
    shop: ShopFolder = None,
    kind: Annotated[Kind, typer.Option(help="What to search.")] = Kind.policy,
) -> None:
    """Show what is found for questions: JSON Lines in and out, ten results at most."""
    from bot.cli.searching import run

    settings = _settings()
    raise typer.Exit(run(settings, _shop(shop, settings), kind.value))


@app.command(name="eval")
def evaluate(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Labelled lines.", exists=True, dir_okay=False)
    ],
    shop: ShopFolder = None,
    at: AtTime = None,
    misses: Annotated[int, typer.Option(min=0, help="How many misses to show of each field.")] = 3,
    as_json: AsJson = False,
) -> None:
    """Answer labelled inquiries and policy questions, and say how many are right."""
    from bot.cli.evaluating import run

    settings = _settings()
    raise typer.Exit(
        run(settings, file, _shop(shop, settings), _time(at), misses=misses, as_json=as_json),
    )


@app.command()
def run() -> None:
    """Serve: the buyer's chat, the console and the HTTP interface, until it is stopped."""
    from bot.cli.serving import run as serve

    serve(_settings())


@app.command()
def demo(
    terminal: Annotated[
        bool,
        typer.Option("--terminal", help="Answer the sample inquiries here instead, shown step by step."),
    ] = False,
    pause: Annotated[
        bool, typer.Option("--pause", help="With --terminal: wait for Enter after each inquiry.")
    ] = False,
) -> None:
    """Serve the sample shop with a year of made-up activity: full pages at once, apart from any real shop."""
    if terminal:
        from bot.cli.demo import run

        raise typer.Exit(run(_settings(), pause=pause))
    if pause:
        raise typer.BadParameter("goes with --terminal.", param_hint="--pause")
    from bot.cli.demo_year.running import run as run_year
    from bot.log import configure

    configure()
    run_year()


@app.command()
def report(
    week: Annotated[bool, typer.Option("--week", help="The last seven days, which is the default.")] = False,
    first: Annotated[str | None, typer.Option("--from", metavar="DAY", help="The first day.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DAY", help="The last day.")] = None,
    as_json: AsJson = False,
    language: Annotated[str, typer.Option(metavar="CODE", help="en or zh.")] = "en",
    picture: Annotated[
        Path | None, typer.Option("--picture", metavar="FILE", help="Also draw it, as a PNG.")
    ] = None,
) -> None:
    """Tell what changed and why, what is worth reading, and what is overdue."""
    from bot.cli.report import run

    if week and (first or last):
        raise typer.BadParameter("take --week, or --from and --to.", param_hint="--week")
    run(_settings(), first, last, as_json=as_json, language=language, picture=picture)


@app.command()
def links(
    source: Annotated[str, typer.Option(metavar="WORD", help="Where it is shown, as in fair-canton.")],
    sku: Annotated[str | None, typer.Option(metavar="SKU", help="The product that it is about.")] = None,
    bot: Annotated[
        str | None, typer.Option(metavar="NAME", help="The bot's name.", show_default="asked of Telegram")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The QR code, .png or .svg.", show_default="link-….png here"),
    ] = None,
) -> None:
    """Print a link to the bot that tells where a buyer comes from, and write its QR code."""
    from bot.cli.links import run

    run(_settings(), source, sku, bot, out)


@app.command()
def doctor(
    as_json: AsJson = False,
    network: Annotated[
        bool, typer.Option("--network", help="Also ask the language model a small question.")
    ] = False,
) -> None:
    """Check what is installed, set and reachable, and say what to do. Exit 1 when something is bad."""
    from bot.cli.doctor import run

    raise typer.Exit(run(as_json=as_json, network=network))


@app.command()
def migrate() -> None:
    """Bring the database to this program's schema; every other command does so by itself."""
    from bot.cli.opening import bring_up_to_date

    bring_up_to_date(_settings())


@app.command()
def version() -> None:
    """Print the version."""
    from importlib.metadata import version as version_of

    typer.echo(f"supercargo {version_of('supercargo')}")


def _settings() -> Settings:
    from bot.log import configure
    from bot.settings import read_settings

    configure()
    return read_settings()


def _shop(given: Path | None, settings: Settings) -> Path:
    """The shop folder of this command. SupercargoError where there is none."""
    from bot.domain.errors import SettingsError

    folder = settings.shop if given is None else given
    if folder.is_dir():
        return folder
    named = "SUPERCARGO_SHOP" if given is None else "The shop folder"
    problem = "is a file, not a folder" if folder.exists() else "does not exist"
    raise SettingsError(f"{named} {folder} {problem}.")


def _time(given: str | None) -> datetime:
    from datetime import UTC, datetime

    from bot.wire import read_time

    return datetime.now(UTC) if given is None else read_time(given, "--at")
