"""What an ingest costs: the first one, one with nothing changed, one with 1 % of the rows changed.

`python -m benchmarks.ingest [--skus 40000]`. Each ingest is a process of its own, as the command is; its time
is that of `ingest()` after the database is open, its memory the peak of the whole process.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_GOODS = (
    "bottle",
    "tote bag",
    "desk lamp",
    "kettle",
    "towel",
    "screwdriver",
    "lip balm",
    "backpack",
    "mug",
    "fan",
)
_STUFF = ("steel", "cotton", "bamboo", "glass", "silicone", "canvas", "aluminium", "ceramic", "linen", "oak")
_LOOKS = (
    "foldable",
    "insulated",
    "dimmable",
    "waterproof",
    "printed",
    "mini",
    "heavy-duty",
    "organic",
    "stackable",
)
_COLOURS = ("black", "white", "navy", "olive", "coral", "sand", "grey", "teal")
_TERMS = """
[company]
name = "Generated Trading Co."
home_country = "CN"
timezone = "Asia/Shanghai"
currency = "USD"
"""
_HEADINGS = (
    "sku", "name", "category", "description", "attributes", "aliases", "moq", "price_tiers", "sample_price",
    "cost", "weight_kg", "lead_time_days", "stock", "certifications", "customization",
)  # fmt: skip


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--skus", type=int, default=10_000)
    arguments.add_argument("--child", nargs=2, metavar=("HOME", "FOLDER"), help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.child:
        _ingest(Path(given.child[0]), Path(given.child[1]))
        return
    with tempfile.TemporaryDirectory() as scratch:
        _run(given.skus, Path(scratch) / "home", Path(scratch) / "shop")


def _run(skus: int, home: Path, folder: Path) -> None:
    from knowledge.encoder import open_encoder

    folder.mkdir()
    (folder / "shop.toml").write_text(_TERMS, encoding="utf-8")
    rows = list(_rows(skus))
    _write(folder, rows)
    open_encoder(home)  # the export of the model is part of the set-up, not of an ingest
    first = _report("first ingest", _child(home, folder))
    same = _report("nothing changed", _child(home, folder), first)
    for row in random.Random(2).sample(rows, skus // 100):
        row["name"] += " improved"
        row["price_tiers"] = row["price_tiers"].replace("1:", "1:1", 1)
    _write(folder, rows)
    changed = _report("1 % of rows changed", _child(home, folder), first)
    print(f"nothing changed: {same / first:.1%} of the first (limit 3 %)")
    print(f"1 % changed:     {changed / first:.1%} of the first (limit 6 %)")


def _rows(skus: int) -> Iterator[dict[str, str]]:
    chance = random.Random(1)
    for number in range(skus):
        stuff, look, good, colour = (chance.choice(words) for words in (_STUFF, _LOOKS, _GOODS, _COLOURS))
        size = chance.randrange(5, 900)
        price = chance.randrange(150, 4000)
        moq = chance.choice((50, 100, 200, 500))
        tiers = ((moq, price), (moq * 5, price * 0.9), (moq * 20, price * 0.8))
        yield dict(zip(_HEADINGS, (
            f"GEN-{number:06d}", f"{look.capitalize()} {stuff} {good} {size} {colour}", good,
            f"A {look} {good} made of {stuff}, {colour}, for shops and gifts. Item {number} of its series.",
            f"material={stuff}; colour={colour}; size={size}", f"{stuff} {good}; {colour} {good}",
            str(moq), "; ".join(f"{quantity}:{cents / 100:.2f}" for quantity, cents in tiers),
            f"{price / 50:.2f}", f"{price / 200:.2f}", f"{chance.randrange(50, 3000) / 1000}",
            str(chance.randrange(5, 40)), str(chance.randrange(0, 5000)), "CE; REACH", "logo print:0.05:500",
        ), strict=True))  # fmt: skip


def _write(folder: Path, rows: list[dict[str, str]]) -> None:
    with (folder / "catalog.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, _HEADINGS)
        writer.writeheader()
        writer.writerows(rows)


def _child(home: Path, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.ingest", "--child", str(home), str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _report(name: str, told: dict[str, float], first: float | None = None) -> float:
    ratio = "" if first is None else f"{told['seconds'] / first:.1%}"
    counts = ", ".join(f"{what} {told[what]:.0f}" for what in ("new", "changed", "unchanged", "embedded"))
    print(f"{name:<24}{told['seconds']:8.2f} s {ratio:>6}   {counts}", flush=True)
    print(
        f"{'':<24}peak memory {told['peak_mb']:.0f} MB, loaded for serving in {told['load']:.2f} s",
        flush=True,
    )
    return told["seconds"]


def _ingest(home: Path, folder: Path) -> None:
    from knowledge.encoder import open_encoder
    from knowledge.index import open_index_store
    from knowledge.ingest import ingest, load_shop
    from storage import migrate, open_database

    with open_database(None, home) as engine, open_index_store(home) as store:
        migrate(engine)
        report = ingest(folder, engine=engine, store=store, encoder_factory=lambda: open_encoder(home))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        started = time.perf_counter()
        load_shop(folder, engine=engine, store=store)
        loaded = time.perf_counter() - started
    counts = report.items
    print(
        json.dumps(
            {
                "seconds": report.seconds,
                "load": loaded,
                "new": counts.new,
                "changed": counts.changed,
                "unchanged": counts.unchanged,
                "embedded": report.embedded,
                "peak_mb": peak,
            }
        )
    )


if __name__ == "__main__":
    main()
