"""The command line. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

import gc
import sys

_RARELY = (50_000, 50, 50)


def main() -> None:
    """The console script `supercargo`: what a person can mend is told in a line, with exit code 2."""
    # What a command imports stays to its end; to look through it for garbage again and again is a tenth of
    # the time until it is there. What serves for long looks as usual once it is loaded (keep_for_good).
    gc.set_threshold(*_RARELY)
    from bot.cli.commands import app
    from bot.domain.errors import SupercargoError

    try:
        app(prog_name="supercargo")
    except SupercargoError as error:
        print(f"supercargo: {error}", file=sys.stderr)  # noqa: T201 - the one place that speaks before any console
        sys.exit(2)
