"""What taking in a platform's export of orders costs: the first time, again, and a day later.

`python -m benchmarks.orders [--orders 50000]`. Each import is a process of its own, as the command is; its
time is that of the command, with the database already running, its memory the peak of the whole process. One
row in fifty names no quote, one in a hundred cannot be read.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import text

_TERMS = """
[company]
name = "Generated Trading Co."
home_country = "CN"
timezone = "Asia/Shanghai"
currency = "USD"
"""
_CATALOG = (
    ("sku", "name", "category", "moq", "price_tiers", "weight_kg", "lead_time_days"),
    ("T-1", "Tea towel", "towels", "100", "100:3.20", "0.2", "12"),
)
_HEADINGS = (
    "Order ID", "Buyer Name", "Order Status", "Order Amount (USD)", "Paid Amount", "Created Time",
    "Payment time", "Ship date", "Delivery date", "Tracking No.", "Logistics Company", "Remarks",
)  # fmt: skip


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--orders", type=int, default=50_000)
    arguments.add_argument("--child", metavar="FILE", help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.child:
        _import(Path(given.child))
        return
    with tempfile.TemporaryDirectory() as scratch:
        _run(given.orders, Path(scratch))


def _run(count: int, scratch: Path) -> None:
    from bot.app import ingest_shop, open_data
    from bot.settings import Settings

    shop = scratch / "shop"
    shop.mkdir()
    (shop / "shop.toml").write_text(_TERMS, encoding="utf-8")
    _write(shop / "catalog.csv", _CATALOG)
    settings = Settings(home=scratch / "home", shop=shop)
    ingest_shop(settings, shop)
    with open_data(settings) as engine:
        with engine.begin() as connection:
            for statement in _SOLD:
                connection.execute(text(statement), {"count": count} if ":count" in statement else {})
        today, tomorrow = scratch / "today.csv", scratch / "tomorrow.csv"
        _write(today, (_HEADINGS, *_rows(count, later=False)))
        _write(tomorrow, (_HEADINGS, *_rows(count, later=True)))
        for told, file in (
            ("first import", today), ("the same again", today), ("a day later", tomorrow),
            ("the older one again", today),
        ):  # fmt: skip
            _report(told, _child(settings, file))


def _child(settings: object, file: Path) -> dict[str, object]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("SUPERCARGO_")}
    own |= {"SUPERCARGO_HOME": str(settings.home), "SUPERCARGO_SHOP": str(settings.shop)}  # type: ignore[attr-defined]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.orders", "--child", str(file)],
        env=own, check=True, capture_output=True, text=True,
    )  # fmt: skip
    found: dict[str, object] = json.loads(done.stdout)
    return found


def _import(file: Path) -> None:
    import time

    from bot.cli.at_the_desk import at_the_desk
    from bot.desk.order_files import import_file
    from bot.settings import read_settings
    from knowledge.orders.reading import Ways

    begun = time.monotonic()
    done = at_the_desk(read_settings(), lambda desk: import_file(desk, file, file.name, Ways()))
    taken = done.taken
    print(
        json.dumps(
            {
                "seconds": time.monotonic() - begun,
                "cpu": time.process_time(),
                "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "rows": done.reading.rows, "moved": taken.moved.total(), "noted": taken.noted,
                "unchanged": taken.unchanged, "open": taken.strays, "refused": len(done.reading.errors),
            }
        )
    )  # fmt: skip


def _report(told: str, found: dict[str, object]) -> None:
    numbers = ", ".join(f"{name} {found[name]:,}" for name in list(found)[3:])
    cost = f"{found['seconds']:6.1f} s {found['cpu']:6.1f} s of CPU {found['megabytes']:5.0f} MB"
    print(f"{told:20} {cost}   {numbers}", flush=True)


def _rows(count: int, *, later: bool) -> Iterator[tuple[object, ...]]:
    """Orders at all stages; a day later a third of those that were not delivered is a stage further."""
    stages = ("Unpaid", "Paid", "To be shipped", "Shipped", "In transit", "Delivered")
    for n in range(1, count + 1):
        stage = n % len(stages)
        if later and n % 3 == 0:
            stage = min(stage + 2, len(stages) - 1)
        status = "Asleep" if n % 100 == 7 else stages[stage]
        quote = f"please see Q-2026-{n:04d}, thanks" if n % 50 else "thank you"
        yield (
            f"2010{n:010d}", f"Buyer {n}", status, "1,500.00", "1,500.00" if stage else "",
            "2026-11-02 09:15", "2026-11-04 10:00" if stage else "", "2026-11-10" if stage > 2 else "",
            "2026-11-18" if stage > 4 else "", f"1Z{n:08d}" if stage > 2 else "",
            "UPS" if stage > 2 else "", quote,
        )  # fmt: skip


def _write(file: Path, rows: object) -> None:
    with file.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows(rows)  # type: ignore[arg-type]


_SOLD = (
    "INSERT INTO buyers (shop_id, name) SELECT 1, 'Buyer ' || n FROM generate_series(1, :count) AS n",
    "INSERT INTO conversations (shop_id, buyer_id, channel) SELECT 1, id, 'web' FROM buyers ORDER BY id",
    """
    INSERT INTO quotes (shop_id, conversation_id, number, revision, sent_revision)
    SELECT 1, id, 'Q-2026-' || lpad(n::text, greatest(4, length(n::text)), '0'), 1, 1
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM conversations) AS talks
    """,
    """
    INSERT INTO orders (shop_id, quote_id, conversation_id, revision, currency, total, quoted_at)
    SELECT 1, id, conversation_id, 1, 'USD', 1500, '2026-11-01' FROM quotes ORDER BY id
    """,
)

if __name__ == "__main__":
    main()
