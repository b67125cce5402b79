"""How well bank data in our own words is found: recall by language, kind and disguise, and false alarms.

    python -m benchmarks.bank_details [SEED] [TIMES] [DRAFTS.jsonl ...]

DRAFTS are outputs of `supercargo draft`: their texts count as ordinary drafts.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from bot.steps.guard import check
from tests.steps.guard.bank_letters import SETS, letters, ordinary
from tests.steps.guard.plans import plan_in
from tests.steps.guard.test_bank import is_found


def main(seed: int, times: int, drafts: list[Path]) -> None:
    for name in SETS:
        said: Counter[tuple[str, str]] = Counter()
        found: Counter[tuple[str, str]] = Counter()
        for letter in letters(seed, times, name):
            hit = is_found(letter)
            for group in (("all", ""), ("language", letter.language), ("kind", letter.kind),
                          ("disguise", letter.disguise)):  # fmt: skip
                said[group] += 1
                found[group] += hit
        print(f"{name}: {found['all', '']} of {said['all', '']} found")
        for group in sorted(said):
            print(f"  {group[0]:9} {group[1]:14} {found[group] / said[group]:7.1%} of {said[group]}")
    lines = list(ordinary(seed, times * 3))
    alarms = sum(
        any(f.rule == "bank_details" for f in check(text, plan_in(language))) for language, text in lines
    )
    print(f"ordinary lines: {alarms} false alarms in {len(lines)}")
    for path in drafts:
        answers = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        answers = [answer for answer in answers if answer.get("draft")]
        alarms = sum(
            any(finding["rule"] == "bank_details" for finding in answer["findings"]) for answer in answers
        )
        print(f"{path.name}: {alarms} false alarms in {len(answers)} drafts")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else 1, int(given[1]) if len(given) > 1 else 4, [Path(p) for p in given[2:]])
