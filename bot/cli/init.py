"""`supercargo init`: from a seller's own spreadsheet to a loaded shop and three answered inquiries."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.rule import Rule
from rich.syntax import Syntax
from rich.text import Text

from bot.cli import init_showing
from bot.cli.init_asking import Asking
from bot.cli.screen import clean, results, said
from bot.cli.showing import ACCENT, shown
from bot.domain.errors import SupercargoError
from bot.start.held import KEPT
from bot.start.questions import INQUIRIES, step_named
from bot.start.steps import begun
from bot.start.writing import planned, write
from bot.wire import LONGEST_MESSAGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.settings import Settings
    from bot.start.held import Held

_WIDEST = 100
_LEFT = 130
"""Exit code of what a person left with Ctrl-C, as shells have it."""


def run(settings: Settings, folder: Path, answers: Path | None, *, yes: bool, language: str) -> int:
    """0 when the shop is loaded; 1: with refused rows; 2: nothing could be loaded; 130: left for later."""
    from prompts.console import load

    words = load(language)
    console = results()
    console.width = min(console.width, _WIDEST)
    held = begun(folder.expanduser().resolve())
    if answers is None and not sys.stdin.isatty():
        raise SupercargoError(
            "There is no terminal to ask on. Run it on one, or give the answers in a file: --answers FILE."
        )
    asking = Asking(console, words)
    try:
        if answers is None:
            _welcome(asking, held)
            _ask_steps(asking, held)
        else:
            from bot.cli.init_answers import answer_all, read_answers

            answer_all(held, read_answers(answers, words), answers.resolve().parent, words)
        code = _write_and_load(settings, asking, held, None if answers is None else yes)
        if code < 2:
            _inquiries(settings, asking, held, ask=answers is None)
            _done(asking, held)
    except (KeyboardInterrupt, EOFError):
        console.print(f"\n{words.say('start-saved')}")
        return _LEFT
    return code


def _welcome(asking: Asking, held: Held) -> None:
    words = asking.words
    asking.console.print(Text(words.say("start-title"), style=f"bold {ACCENT}"))
    asking.console.print(said(words.say("start-go-on" if held.done else "start-what")))
    if held.next_step is None:
        # All was done once: whoever comes again wants to change something.
        held.anew()


def _ask_steps(asking: Asking, held: Held) -> None:
    while (name := held.next_step) not in (None, "write", "inquiries"):
        assert name is not None
        asking.step(held, step_named(name))


def _write_and_load(settings: Settings, asking: Asking, held: Held, yes: bool | None) -> int:
    """`yes`: whether files may be replaced; None: a person is asked. The exit code of the loading."""
    if "write" not in held.done:
        _write(asking, held, yes)
    return _load(settings, asking, held)


def _write(asking: Asking, held: Held, yes: bool | None) -> None:
    """KeyboardInterrupt where a person does not want it now."""
    say, console = asking.words.say, asking.console
    plan = planned(held, say)
    if yes is None:
        console.print(init_showing.heading(step_named("write"), asking.words))
        console.print(said(say("start-write-what")))
        console.print(Syntax(clean(plan.shop_toml), "toml", theme="ansi_dark", background_color="default"))
        console.print(said(say("start-write-files")))
        console.print(init_showing.listed(list(plan.files)))
        if not asking.sure(say("start-write-ask")):
            raise KeyboardInterrupt
    if plan.replaced:
        files = ", ".join(plan.replaced)
        kept = str(held.folder / KEPT / "replaced")
        if yes is None:
            console.print(said(say("start-write-replaces", files=files, kept=kept), "bold red"))
            if not asking.sure(say("start-write-replace-ask")):
                raise KeyboardInterrupt
        elif not yes:
            raise SupercargoError(say("start-write-replace-yes-option", files=files, kept=kept))
    write(held, plan)


def _load(settings: Settings, asking: Asking, held: Held) -> int:
    from bot.app import ingest_shop
    from bot.cli.ingesting import show
    from bot.cli.opening import loading, told

    with told(), loading(settings) as progress:
        report = ingest_shop(settings, held.folder, progress)
    show(asking.console, held.folder, report)
    if report.exit_code == 2:
        held.reopen("columns")
        asking.console.print(said(asking.words.say("start-load-mend")))
    return report.exit_code


def _inquiries(settings: Settings, asking: Asking, held: Held, *, ask: bool) -> None:
    from bot.service.first_answers import answered

    words, console = asking.words, asking.console
    if ask:
        console.print(init_showing.heading(step_named("inquiries"), words))
        console.print(said(words.say("start-inquiries-what")))
        held.answer("inquiries", _pasted(asking, lambda: console.input("> ")))
    texts = held.answers.get("inquiries") or []
    if texts:
        shop, answers = answered(settings, held.folder, texts)
        for number, answer in enumerate(answers, 1):
            title = words.say("start-inquiry", number=number, count=len(texts))
            console.print()
            console.print(Rule(Text(title, style="bold"), style=ACCENT, align="left"))
            console.print(shown(answer, shop))
        console.print(said(f"\n{words.say('start-inquiries-answered')}", "bold"))
    held.finish("inquiries")


def _pasted(asking: Asking, line: Callable[[], str]) -> list[str]:
    """What was pasted, each text ended by a line with a full stop."""
    texts: list[str] = []
    while len(texts) < INQUIRIES:
        asking.console.print()
        title = asking.words.say("start-inquiry", number=len(texts) + 1, count=INQUIRIES)
        asking.console.print(said(title, "bold"))
        asking.console.print(said(asking.words.say("start-inquiry-end"), "dim"))
        lines: list[str] = []
        while (typed := line()).strip() not in (".", "。"):
            lines.append(typed)
        text = "\n".join(lines).strip()
        if not text:
            break
        if len(text) > LONGEST_MESSAGE:
            asking.console.print(said(asking.words.say("start-inquiries-long", most=LONGEST_MESSAGE), "red"))
            continue
        texts.append(text)
    return texts


def _done(asking: Asking, held: Held) -> None:
    name = "supercargo" if shutil.which("supercargo") else f"{sys.executable} -m bot"
    asking.console.print()
    asking.console.print(said(asking.words.say("start-done", folder=str(held.folder)), "bold green"))
    asking.console.print(
        said(f"  SUPERCARGO_SHOP={shlex.quote(str(held.folder))} {name} run"), soft_wrap=True
    )
    asking.console.print(said(asking.words.say("start-done-again"), "dim"))
