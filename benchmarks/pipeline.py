"""What an inquiry costs, beside the bare cost of one embedding and one vector query on the same machine.

    python -m benchmarks.pipeline [--shop DIR] [--inquiries FILE] [--rounds N]

Prints p50 and p95 per inquiry and per stage, the yardstick (one call of the ONNX encoder plus one Chroma
query), their
ratio, and the memory of the process with the shop loaded. All in one run, so that the ratio holds on any
machine.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import psutil

from bot.app import App, open_assistant
from bot.domain.inquiry import Inquiry
from bot.settings import read_settings, sample_shop
from bot.wire import read_inquiry, read_line

_WARM_UP = 20


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of the values lie."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(len(ranked) * share))]


def clocked(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def yardstick(app: App, inquiries: Sequence[Inquiry]) -> list[float]:
    """One embedding of the buyer's words plus one query of the vector index, per inquiry."""
    encode, index = app.products.encode, app.products.index
    texts = [inquiry.messages[-1].text for inquiry in inquiries]
    for text in texts[:_WARM_UP]:
        index.query(encode(text), 10)
    return [clocked(lambda text=text: index.query(encode(text), 10)) for text in texts]  # type: ignore[misc] # mypy cannot type a lambda with a default


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shop", type=Path, default=sample_shop())
    parser.add_argument(
        "--inquiries", type=Path, default=None, help="JSON Lines; default: the shop's inquiries.jsonl"
    )
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    path = given.inquiries or given.shop / "inquiries.jsonl"
    lines = [read_line(raw) for raw in path.read_bytes().splitlines()]
    inquiries = [read_inquiry(line, datetime.now(UTC)) for line in lines if line is not None]
    with open_assistant(read_settings(), given.shop) as (app, _report):
        for inquiry in inquiries[:_WARM_UP]:
            app.assistant.answer(inquiry)
        totals: list[float] = []
        bare: list[float] = []
        stages: dict[str, list[float]] = {}
        for _ in range(given.rounds):  # in turns, so that both meet the same neighbours on the machine
            bare += yardstick(app, inquiries)
            for inquiry in inquiries:
                for stage, milliseconds in app.assistant.answer(inquiry).timing_ms.items():
                    stages.setdefault(stage, []).append(milliseconds)
        totals = stages.pop("total")
        resident = psutil.Process().memory_info().rss / 2**20
    print(f"{len(inquiries)} inquiries x {given.rounds}, shop {given.shop.name}")
    print(f"{'':22}{'p50 ms':>9}{'p95 ms':>9}")
    for stage, values in stages.items():
        print(f"  {stage:20}{percentile(values, 0.5):9.2f}{percentile(values, 0.95):9.2f}")
    print(f"{'whole pipeline':22}{percentile(totals, 0.5):9.2f}{percentile(totals, 0.95):9.2f}")
    print(f"{'embedding + query':22}{percentile(bare, 0.5):9.2f}{percentile(bare, 0.95):9.2f}")
    print(f"ratio of the medians: {percentile(totals, 0.5) / percentile(bare, 0.5):.2f} (limit 2.5)")
    print(f"memory with the index loaded: {resident:.0f} MiB (limit 350 MB)")


if __name__ == "__main__":
    main()
