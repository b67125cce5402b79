from __future__ import annotations

import itertools
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from bot.domain.facts import Shop
from knowledge.index import open_index_store
from knowledge.index.chroma import ChromaIndex
from knowledge.shop_folder import read_shop_folder
from tests.knowledge.ingest.conftest import Desk
from tests.knowledge.ingest.folders import WARRANTY, towel, write_shop

_KILLS = 10
_SKUS = 300
_INGEST = """
import sys
from pathlib import Path
from sqlalchemy import create_engine
from knowledge.encoder import open_encoder
from knowledge.index import open_index_store
from knowledge.ingest import ingest
url, home, encoder_home, folder = sys.argv[1:]
print("started", flush=True)
with open_index_store(Path(home)) as store:
    ingest(
        Path(folder),
        engine=create_engine(url),
        store=store,
        encoder_factory=lambda: open_encoder(Path(encoder_home)),
        progress=lambda stage, done, total: print(stage, done if done < total else "end", flush=True),
    )
print("done", flush=True)
"""


def _shop(folder: Path, edition: int) -> Shop:
    """Every row and the policy differ between editions."""
    rows = [
        towel(number, name=f"Towel {number} of edition {edition}", moq=f"{100 + edition}",
              price_tiers=f"{100 + edition}:3.20")
        for number in range(_SKUS)
    ]  # fmt: skip
    write_shop(folder, rows, policies={"warranty.md": f"{WARRANTY}\nEdition {edition}.\n"})
    shop = read_shop_folder(folder).shop
    assert shop is not None
    return shop


def _start(desk: Desk, home: Path, encoder_home: Path) -> subprocess.Popen[str]:
    url = desk.engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-c", _INGEST, url, str(home), str(encoder_home), str(desk.folder)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "started\n"
    return child


def _told(child: subprocess.Popen[str]) -> list[tuple[str, float]]:
    """The moments that an ingest tells of, and how long each lasted (seconds)."""
    assert child.stdout is not None
    lines = [(line, time.monotonic()) for line in child.stdout]
    return [(line, following - at) for (line, at), (_, following) in itertools.pairwise(lines)]


def _wait_for(child: subprocess.Popen[str], moment: str) -> None:
    assert child.stdout is not None
    assert moment in iter(child.stdout.readline, ""), f"it never came to {moment!r}"


def test_an_ingest_killed_at_any_moment_leaves_one_whole_version_serving(
    desk: Desk, home: Path, encoder_home: Path, tmp_path: Path
) -> None:
    chance = random.Random(20261122)
    own = tmp_path / "index of the killed"
    serving = _shop(desk.folder, 0)
    with _start(desk, own, encoder_home) as child:
        moments = _told(child)
    kills = [*moments, *chance.choices(moments, k=_KILLS)][:_KILLS]  # every stage at least once
    chance.shuffle(kills)
    for edition, (moment, length) in enumerate(kills, start=1):
        coming = _shop(desk.folder, edition)
        with _start(desk, own, encoder_home) as child:
            _wait_for(child, moment)
            time.sleep(chance.uniform(0, length))
            child.send_signal(signal.SIGKILL)
        loaded = desk.load()
        assert loaded.shop in (serving, coming), f"a mixture after {moment!r}"
        assert len(loaded.passages) == 2
        assert len(loaded.item_vectors) == _SKUS
        serving = loaded.shop

    report = desk.ingest()
    assert report.exit_code == 0
    desk.encoder.seen.clear()
    with open_index_store(own) as store:
        after = replace(desk, store=store).load()
        assert after.shop == coming
        assert isinstance(after.item_index, ChromaIndex)
        for row, item in enumerate(after.shop.items):
            assert item.sku in {found for found, _ in after.item_index.query(after.item_vectors[row], 5)}
    assert desk.encoder.seen == []


def test_the_work_of_a_killed_ingest_is_not_lost(desk: Desk, home: Path, encoder_home: Path) -> None:
    _shop(desk.folder, 0)
    with _start(desk, home.with_name("other"), encoder_home) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if line.startswith("index"):
                break
        child.send_signal(signal.SIGKILL)
    report = desk.ingest()
    assert (report.items.total, report.embedded) == (_SKUS, 0)
