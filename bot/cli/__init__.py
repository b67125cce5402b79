"""The command line. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

import sys


def main() -> None:
    """The console script `supercargo`: what a person can mend is told in a line, with exit code 2."""
    from bot.cli.commands import app
    from bot.domain.errors import SupercargoError

    try:
        app(prog_name="supercargo")
    except SupercargoError as error:
        print(f"supercargo: {error}", file=sys.stderr)  # noqa: T201 - the one place that speaks before any console
        sys.exit(2)
