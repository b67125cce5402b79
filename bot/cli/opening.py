"""Opening the shop for a command, with progress shown and what failed told in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.screen import notes
from bot.domain.errors import SupercargoError

if TYPE_CHECKING:
    from bot.app import App
    from bot.settings import Settings

Progress = Callable[[str, int, int], None]
_STAGES = {
    "read": "Reading the shop folder",
    "embed": "Turning texts into vectors",
    "index": "Building the search index",
    "store": "Storing the new version",
}
_EXPORTING = "Preparing the embedding model, this once (about 15 seconds)"


@contextmanager
def opened(settings: Settings, shop: Path) -> Iterator[App]:
    """The assistant of `shop`, loaded or reused. Raises SupercargoError."""
    from bot.app import open_assistant

    with ExitStack() as stack:
        with loading(settings) as progress, told():
            app, report = stack.enter_context(open_assistant(settings, shop, progress))
        if report.errors and not report.reused:
            notes().print(
                f"{len(report.errors)} values of {shop} were refused; "
                f"see what is wrong with: supercargo ingest {shop}",
                markup=False,
            )
        yield app


@contextmanager
def loading(settings: Settings) -> Iterator[Progress]:
    """Shows how far the loading is, on standard error; on a terminal only, but for the first, slow time."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    console = notes()
    first = _export_needed(settings)
    if first and not console.is_terminal:
        console.print(f"{_EXPORTING} …")
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        task = bars.add_task(_EXPORTING if first else "Opening the database", total=None)

        def show(stage: str, done: int, total: int) -> None:
            bars.update(task, description=_STAGES.get(stage, stage), completed=done, total=max(total, 1))

        yield show


@contextmanager
def told() -> Iterator[None]:
    """What the parts below raise for a person becomes a SupercargoError with the same words."""
    from knowledge.encoder import EncoderUnavailable
    from knowledge.ingest import ShopNotLoaded
    from storage import DatabaseUnavailable

    try:
        yield
    except (DatabaseUnavailable, EncoderUnavailable, ShopNotLoaded) as error:
        raise SupercargoError(" ".join(str(part) for part in error.args)) from error
    except PermissionError as error:
        raise SupercargoError(
            f"{error.filename}: {error.strerror}. Check its rights, or set SUPERCARGO_HOME to another folder."
        ) from error


def bring_up_to_date(settings: Settings) -> None:
    """Migrate the database, and say so."""
    from bot.app import open_data

    with told(), open_data(settings):
        notes().print("The database has this program's schema.")


def _export_needed(settings: Settings) -> bool:
    from knowledge.encoder import EncoderUnavailable
    from knowledge.encoder.opening import find_export
    from knowledge.encoder.source import locate

    try:
        source = locate(settings.embeddings)
    except EncoderUnavailable:
        return False  # told when it is opened
    return find_export(settings.home, source) is None
