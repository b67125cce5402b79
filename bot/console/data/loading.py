"""Loading new data step by step: upload, check, look at what would change, load."""

from __future__ import annotations

import asyncio
import secrets
import shutil
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal

from bot.apart import run_apart
from bot.console.data.loading_state import LoadingState
from bot.console.data.loading_told import told_of
from bot.desk import uploads
from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal, Person
from bot.domain.errors import SupercargoError
from bot.log import logger
from bot.settings import Settings, sample_shop
from knowledge.ingest import IngestReport
from knowledge.uploads.change import Change, Kind, candidate, change_of
from knowledge.uploads.checking import Checked, check
from knowledge.uploads.leftovers import drop_leftovers
from knowledge.uploads.replacing import back_up, put_back, put_in_place
from storage.events import record
from storage.live import reading, writing
from storage.notices import notify
from storage.policy_pages import documents

Load = Callable[..., IngestReport]
"""Loads the shop folder in a process of its own; called with `progress`."""
_BEAT_SECONDS = 0.5
_log = logger("loading")


@dataclass
class Loading:
    """The loading of one shop's data. What is checked waits in the database, so that any replica can load it;
    files lie in the home folder of a process only while it works on them."""

    desk: Desk
    settings: Settings
    load: Load
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    """What runs, kept from being collected."""

    @property
    def state(self) -> LoadingState:
        return LoadingState(self.desk)

    @property
    def folder(self) -> Path:
        return self.settings.shop.expanduser().resolve()

    @property
    def takes_uploads(self) -> bool:
        """Not for the sample shop: it belongs to the program, and an update would take the files away."""
        return self.folder != sample_shop().resolve()

    def new_scratch(self) -> Path:
        """A private folder for the files of one upload; what was left by earlier ones is thrown away."""
        drop_leftovers(self.settings.home / "uploads")
        scratch = self._scratch(secrets.token_hex(8))
        (scratch / "incoming").mkdir(parents=True, mode=0o700)
        return scratch

    async def check(
        self, person: Person, scratch: Path, files: Sequence[tuple[str, Path]], kind: Kind
    ) -> None:
        """Begin to check uploaded (name, file) pairs. DeskRefusal `busy`, `read_only`; UploadRefused."""
        if not self.takes_uploads:
            raise DeskRefusal("read_only", "The sample shop is not changed. Set SUPERCARGO_SHOP to your own.")
        change = await asyncio.to_thread(change_of, files, kind, self.folder, scratch)
        await self._begin(person, scratch, [name for name, _ in files])
        self._run(scratch, self._check(scratch, change))

    async def read_again(self, person: Person) -> None:
        """Begin to check and load the folder as it is. DeskRefusal `busy`."""
        scratch = self.new_scratch()
        await self._begin(person, scratch, [])
        self._run(scratch, self._check_and_load(person, scratch))

    async def confirm(self, person: Person, number: str) -> None:
        """Begin to load what was checked. DeskRefusal `outdated` where that is not what waits."""
        await self.state.move(number, "checked", "loading")
        self._run(self._scratch(number), self._fetch_and_load(person, self._scratch(number)))

    async def discard(self, number: str) -> None:
        """DeskRefusal `outdated`."""
        await self.state.move(number, "checked", "discarded")
        await uploads.drop(self.desk, number)

    # ------------------------------------------------------------------ steps
    async def _begin(self, person: Person, scratch: Path, files: list[str]) -> None:
        replaced = await self.state.begin(person, scratch.name, files)
        if replaced is not None:
            await uploads.drop(self.desk, replaced)

    async def _check(
        self, scratch: Path, change: Change, *, then: Literal["checked", "loading"] = "checked"
    ) -> bool:
        """Whether it can be loaded; what was found is told either way, with what comes `then`."""
        folder = self.folder
        if change.put or change.remove:
            folder = scratch / "candidate"
            await asyncio.to_thread(candidate, self.folder, change, folder)
        checked: Checked = await self._apart(scratch, "checking", partial(run_apart, check, folder))
        serving = await self.desk.counter.serving()
        async with reading(self.desk.engine) as connection:
            served = await documents(connection, serving.version_id)
        told = await asyncio.to_thread(told_of, checked, serving.shop, served)
        if checked.fatal is None and (change.put or change.remove):
            await uploads.keep(self.desk, scratch.name, change.put, change.remove)
        await asyncio.to_thread(shutil.rmtree, scratch, True)
        state = "refused" if checked.fatal else then
        told_ours = await self.state.tell(scratch.name, state, checked=told, progress=["start", 0, 0])
        return told_ours and checked.fatal is None

    async def _check_and_load(self, person: Person, scratch: Path) -> None:
        # "checked" is never shown in between: nobody is to be offered a button for what goes on by itself.
        if await self._check(scratch, Change({}), then="loading"):
            await self._load(person, scratch, Change({}))

    async def _fetch_and_load(self, person: Person, scratch: Path) -> None:
        """Whatever comes of it, the files wait no longer."""
        try:
            found = await uploads.fetch(self.desk, scratch.name, scratch)
            if found is None:
                await asyncio.to_thread(shutil.rmtree, scratch, True)
                raise SupercargoError("The uploaded files are gone. Upload them again.")
            await self._load(person, scratch, Change(*found))
        finally:
            await uploads.drop(self.desk, scratch.name)

    async def _load(self, person: Person, scratch: Path, change: Change) -> None:
        backup = self.settings.home / "backups" / f"{self.desk.clock():%Y%m%d-%H%M%S}-{scratch.name}"
        replaces = bool(change.put or change.remove)
        if replaces:
            await asyncio.to_thread(back_up, self.folder, change, backup)
            await asyncio.to_thread(put_in_place, self.folder, change, scratch)
        try:
            report: IngestReport = await self._apart(scratch, "loading", self.load)
            if report.fatal is not None:
                raise SupercargoError(report.fatal)
        except BaseException:
            if replaces:
                await asyncio.to_thread(put_back, self.folder, change, backup, scratch)
            raise
        await self._loaded(person, scratch, change, report, backup if replaces else None)

    async def _loaded(
        self, person: Person, scratch: Path, change: Change, report: IngestReport, backup: Path | None
    ) -> None:
        counts = asdict(report.items)
        told = {
            "items": counts, "passages": report.passages, "rates": report.rates, "version": report.version,
            "seconds": round(report.seconds, 1), "reused": report.reused,
            "not_remembered": report.not_remembered, "backup": backup and str(backup),
        }  # fmt: skip
        await self.state.tell(scratch.name, "done", report=told)
        async with writing(self.desk.engine) as connection:
            await record(
                connection, "shop.loaded", at=self.desk.clock(), shop_id=self.desk.shop_id, actor="person",
                staff_id=person.id,
                data={**counts, "version": report.version, "refused": len(report.errors),
                      "files": len(change.put), "files_removed": len(change.remove)},
            )  # fmt: skip
            await notify(connection, "shop", shop=self.desk.shop_id, version=report.version)
        await asyncio.to_thread(shutil.rmtree, scratch, True)

    # ------------------------------------------------------------------ running
    def _run(self, scratch: Path, work: Coroutine[Any, Any, object]) -> None:
        async def watched() -> None:
            try:
                await work
            except (SupercargoError, DeskRefusal, OSError) as error:
                await self.state.tell(scratch.name, "failed", error=str(error))
            except Exception as error:
                _log.warning("loading.failed", error=type(error).__name__)
                told = f"A fault of the program ({type(error).__name__}). What served serves on."
                await self.state.tell(scratch.name, "failed", error=told)

        task = asyncio.get_running_loop().create_task(watched())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _apart(self, scratch: Path, state: str, work: Callable[..., Any]) -> Any:
        """What `work(progress=…)` gives, with its progress told a beat at a time while it goes on."""
        reached: tuple[str, int, int] = ("start", 0, 0)

        def step(stage: str, done: int, total: int) -> None:
            nonlocal reached
            reached = (stage, done, total)

        running = asyncio.create_task(asyncio.to_thread(work, progress=step))
        done: set[asyncio.Task[Any]] = set()
        while not done:
            await self.state.tell(scratch.name, state, progress=list(reached))
            done, _ = await asyncio.wait((running,), timeout=_BEAT_SECONDS)
        return running.result()

    def _scratch(self, number: str) -> Path:
        return self.settings.home / "uploads" / number
