"""`supercargo run`: loads the shop, starts the service, and says where it is."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text

from bot.cli.opening import loading, told
from bot.cli.screen import clean, notes, results

if TYPE_CHECKING:
    from bot.log import Level
    from bot.service.serving import Started
    from bot.settings import Settings


_MADE_UP = "Everything here is invented and apart from any real shop; no messenger, no model is connected."
_DEMO = "To see a year of activity, made up, in a shop of its own: supercargo demo"


def run(settings: Settings, *, made_up: bool = False) -> None:
    """Serve until SIGTERM or Ctrl-C. `made_up`: it is `supercargo demo`. SupercargoError where it cannot
    start."""
    from bot.apart import run_apart
    from bot.app import load_if_changed, open_data
    from bot.llm.opening import check_model
    from bot.log import configure
    from bot.service.run import run as serve
    from bot.settings import is_sample_shop
    from knowledge.encoder import open_encoder
    from knowledge.uploads.replacing import finish_interrupted

    configure(level=log_level(settings, on_a_terminal=sys.stderr.isatty()))
    with told():
        if settings.model and settings.role == "all":
            # Else the worker would end at each start, and nobody be told why no draft comes. A worker on its
            # own opens the model at once, and a web on its own never does.
            run_apart(check_model, settings)
        if settings.role != "worker":
            finish_interrupted(settings.home / "uploads")
            with loading(settings) as progress, open_data(settings) as engine:
                encoder = open_encoder(settings.home, settings.embeddings)
                report = load_if_changed(settings, settings.shop, engine, encoder, progress)
            if report.errors and not report.reused:
                notes().print(
                    f"{len(report.errors)} values of {settings.shop} were refused; "
                    f"see what is wrong with: supercargo ingest {settings.shop}",
                    markup=False,
                )
            del encoder
        last = _MADE_UP if made_up else _DEMO if is_sample_shop(settings.shop) else None
        serve(settings, partial(announce, last=last))


def log_level(settings: Settings, *, on_a_terminal: bool) -> Level:
    """What is set; else on a terminal only what is wrong: the addresses must not scroll away."""
    return settings.log_level or ("warning" if on_a_terminal else "info")


def announce(started: Started, last: str | None = None) -> None:
    """One line for programs, then the addresses for people, and a `last` line."""
    screen = results()
    lines = [("Buyer's chat", f"{started.url}/chat")]
    lines += [(f"{clean(name)}, {role}", link) for name, role, link in started.links]
    if not started.links:
        lines.append(("Console", f"{started.url}/console"))
    lines.append(("HTTP interface", f"{started.url}/api/docs"))
    widest = max(len(label) for label, _ in lines)
    screen.print(f"ready {started.url}", soft_wrap=True)
    for label, address in lines:
        screen.print(Text.assemble(f"{label:{widest}}  ", (address, "bold")), soft_wrap=True)
    if started.links:
        screen.print(Text("A link signs in once, within 24 hours. Ctrl-C stops.", style="dim"))
    if last:
        screen.print(Text(last, style="dim"), soft_wrap=True)
