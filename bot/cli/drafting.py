"""`supercargo draft`: inquiries in, drafts out, line by line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, BinaryIO

from bot.cli.faults import Faults
from bot.cli.opening import opened
from bot.cli.screen import notes
from bot.cli.words import plural
from bot.wire import Line, LineError, answer_to_json, read_inquiry, read_line, write_line

if TYPE_CHECKING:
    from bot.settings import Settings

Respond = Callable[[Line], Mapping[str, Any]]


def run(settings: Settings, shop: Path, at: datetime) -> int:
    """Exit code 1 where a line could not be used."""
    with opened(settings, shop) as app:

        def respond(line: Line) -> Mapping[str, Any]:
            return answer_to_json(app.assistant.answer(read_inquiry(line, at)), line.id)

        return answer_lines(respond)


def answer_lines(respond: Respond) -> int:
    """Standard input through `respond` to standard output, each line flushed; 1 where one was not usable."""
    console = notes()
    if sys.stdin.isatty():
        console.print("One JSON object a line, please; Ctrl-D ends.")
    started, done, bad = perf_counter(), 0, 0
    with console.status("Waiting for the first line") as status:
        for answer in answered(sys.stdin.buffer, respond):
            sys.stdout.buffer.write(write_line(answer))
            sys.stdout.buffer.flush()
            done += 1
            bad += "error" in answer
            status.update(f"{plural(done, 'line')}, {bad} not usable")
    console.print(f"{plural(done, 'line')} in {perf_counter() - started:.1f} s, {bad} not usable.")
    return 1 if bad else 0


def answered(source: BinaryIO, respond: Respond) -> Iterator[Mapping[str, Any]]:
    """An answer or an error for every line that is not blank."""
    faults = Faults()
    for number, raw in enumerate(source, 1):
        line = None
        try:
            line = read_line(raw)
            if line is not None:
                yield respond(line)
        except LineError as error:
            yield {"id": error.line_id, "error": f"line {number}: {error}"}
        except Exception as error:  # a fault of ours in one line is shown and must not cost the other lines
            yield {"id": line and line.id, "error": faults.tell(number, error)}
