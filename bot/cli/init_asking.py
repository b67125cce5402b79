"""The guided start's questions, asked on a terminal. Each answer is kept before the next question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.text import Text

from bot.cli import init_showing
from bot.cli.screen import said
from bot.domain.errors import SupercargoError
from bot.start import documents, price_list
from bot.start.given import NotAnAnswer
from bot.start.questions import Question, Step
from bot.start.steps import proposed, shown, take
from knowledge.shop_folder.filling import FILLABLE

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console

    from bot.start.held import Held
    from knowledge.shop_folder.previewing import ListPreview
    from prompts.console import ConsoleWords

_CLEARS = "-"


class Asking:
    """Asks one person on `console`. EOFError and KeyboardInterrupt of the terminal are raised on."""

    def __init__(self, console: Console, words: ConsoleWords) -> None:
        self.console, self.words = console, words

    def step(self, held: Held, step: Step) -> None:
        """Ask until the step is done."""
        self.console.print(init_showing.heading(step, self.words))
        if step.name == "list":
            self._list(held)
        elif step.name == "columns":
            self._columns(held)
        elif step.name == "documents":
            self._documents(held)
        else:
            for question in step.questions:
                if question.key not in held.asked:
                    self._question(held, question)
            held.finish(step.name)

    def ask(self, ask: str, hint: str = "", default: str = "", *, optional: bool = False) -> str:
        """One line as typed; "" for Enter."""
        self.console.print()
        notes = []
        if default:
            notes.append(self.words.say("start-keep"))
            notes += [self.words.say("start-clear")] if optional else []
        elif optional:
            notes.append(self.words.say("start-optional"))
        self.console.print(said(ask, "bold"))
        if hint:
            self.console.print(said(hint, "dim"))
        before = Text.assemble(said(f"[{default}] ") if default else "", (", ".join(notes), "dim"))
        if before.plain:
            self.console.print(before)
        return self.console.input("> ")

    def sure(self, ask: str) -> bool:
        """A yes or no; Enter is yes."""
        from rich.prompt import Confirm

        return Confirm.ask(said(ask, "bold"), console=self.console, default=True)

    def wrong(self, error: NotAnAnswer | SupercargoError) -> None:
        text = self.words.say(error.message, **error.values) if isinstance(error, NotAnAnswer) else str(error)
        self.console.print(said(text, "red"))

    def until(self, attempt: Callable[[], object]) -> None:
        """`attempt` again and again until nothing is wrong, each time with what was."""
        while True:
            try:
                attempt()
            except (NotAnAnswer, SupercargoError) as error:
                self.wrong(error)
            else:
                return

    def _question(self, held: Held, question: Question) -> None:
        value = proposed(held, question)
        default = shown(question, value).strip().replace("\n", "; ")
        optional = not question.needed

        def attempt() -> None:
            hint = f"start-hint-{question.words}"
            given: object = self.ask(
                self.words.say(f"start-ask-{question.words}"),
                self.words.say(hint) if hint in self.words.variables else "",
                default, optional=optional,
            )  # fmt: skip
            if given == "":
                given = value
            elif optional and given == _CLEARS:
                given = None
            take(held, question, given)

        self.until(attempt)

    def _list(self, held: Held) -> None:
        say = self.words.say
        likely = held.answers.get("list.file") or price_list.likely_list(held.folder)

        def file() -> None:
            given = self.ask(say("start-ask-list"), say("start-hint-list"), str(likely or ""))
            price_list.take_file(held, given or str(likely or ""))

        def currency() -> None:
            answers = held.answers
            default = answers.get("list.currency") or answers["list.likely-currency"]
            given = self.ask(say("start-ask-list-currency"), say("start-hint-list-currency"), default)
            price_list.take_currency(held, given or default)

        if "list.file" not in held.asked:
            self.until(file)
        self.until(currency)

    def _columns(self, held: Held) -> None:
        self.console.print(said(self.words.say("start-columns-what")))
        while True:
            found = price_list.seen(held)
            self.console.print(init_showing.columns(found, self.words))
            fillable = [field for field in found.missing if field in FILLABLE]
            if fillable:
                self.console.print(said(f"\n{self.words.say('start-columns-fill')}"))
                # A field that is a column after all is left empty here and chosen below.
                for field in fillable:
                    self._fill(held, field)
                if set(fillable) & set(held.answers.get("list.fill") or {}):
                    continue
            elif not found.missing and found.products:
                number = self.ask(self.words.say("start-columns-right"))
                if not number.strip():
                    price_list.accept(held, found)
                    return
                self._change(held, found, number)
                continue
            try:
                price_list.accept(held, found)
            except NotAnAnswer as error:
                self.wrong(error)
            self._change(held, found, self.ask(self.words.say("start-columns-number")))

    def _fill(self, held: Held, field: str) -> None:
        ask = self.words.say(f"start-fill-{field.replace('_', '-')}")
        self.until(lambda: price_list.take_fill(held, field, self.ask(ask, optional=True)))

    def _change(self, held: Held, found: ListPreview, number: str) -> None:
        if not number.strip().isdecimal() or not 0 < int(number) <= len(found.columns):
            self.console.print(said(self.words.say("start-columns-number"), "red"))
            return
        column = found.columns[int(number) - 1]
        fields = ", ".join(price_list.FIELDS)
        ask = self.words.say("start-columns-change", heading=column.heading, fields=fields)
        self.until(lambda: price_list.take_column(held, column.heading, self.ask(ask)))

    def _documents(self, held: Held) -> None:
        from knowledge.shop_folder.files import POLICY_SUFFIXES

        say = self.words.say
        already = _policies(held.folder)
        if already:
            self.console.print(said(say("start-documents-already", files=", ".join(already))))
        before = "; ".join(held.answers.get("documents") or ())

        def policies() -> None:
            kinds = ", ".join(sorted(POLICY_SUFFIXES))
            given = self.ask(
                say("start-ask-documents"), say("start-hint-documents", kinds=kinds), before, optional=True
            )
            kept = before if given == "" else "" if given == _CLEARS else given
            documents.take_documents(held, kept.split(";"))

        def freight() -> None:
            default = held.answers.get("freight.file") or ""
            given = self.ask(say("start-ask-freight"), say("start-hint-freight"), default, optional=True)
            documents.take_freight(held, default if given == "" else "" if given == _CLEARS else given)

        if "documents" not in held.asked:
            self.until(policies)
        self.until(freight)
        held.finish("documents")


def _policies(folder: Path) -> list[str]:
    policies = folder / "policies"
    return sorted(path.name for path in policies.iterdir()) if policies.is_dir() else []
