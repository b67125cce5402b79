"""All benchmarks, one after the other, printed and written down.

    python -m benchmarks [NAME ...]

`docs/bench.md` gets what each of them has printed, with the day, the machine and how busy it was: a section
is replaced when its benchmark has run to its end, the others stay.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
WRITTEN = HERE.parent / "docs" / "bench.md"
_HEAD = """# What the benchmarks printed

Written by `make bench`: each figure stands beside its yardstick of the same run, since ratios travel and
milliseconds do not. What they mean is told in [performance.md](performance.md).
"""
_SECTION = re.compile(r"^## ", re.MULTILINE)


def main() -> None:
    names = sorted(file.stem for file in HERE.glob("*.py") if not file.stem.startswith("_"))
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(names)}; default: all")
    wanted = arguments.parse_args().names or names
    unknown = set(wanted) - set(names)
    if unknown:
        arguments.error(f"there is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    failed = [name for name in wanted if not _run(name)]
    if failed:
        sys.exit(f"did not end well: {', '.join(failed)}")


def _run(name: str) -> bool:
    """Whether it ran to its end; then its section is written."""
    print(f"== {name}", flush=True)
    began, busy = datetime.now(UTC), os.getloadavg()[0]
    process = subprocess.Popen(
        [sys.executable, "-m", f"benchmarks.{name}"], stdout=subprocess.PIPE, text=True, cwd=HERE.parent
    )
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        print(line, end="", flush=True)
        lines.append(line.rstrip())
    if process.wait() != 0:
        return False
    took = (datetime.now(UTC) - began).total_seconds()
    told = (
        f"{began:%Y-%m-%d}, {platform.system()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}, load {busy:.1f} before; took {took:.0f} s."
    )
    _write(name, f"{told}\n\n```\n{chr(10).join(lines).strip()}\n```\n")
    return True


def _write(name: str, words: str) -> None:
    kept = {}
    if WRITTEN.exists():
        for part in _SECTION.split(WRITTEN.read_text(encoding="utf-8"))[1:]:
            title, _, rest = part.partition("\n")
            kept[title.strip()] = rest.strip()
    kept[name] = words.strip()
    sections = "".join(f"\n## {title}\n\n{kept[title]}\n" for title in sorted(kept))
    new = WRITTEN.with_suffix(".new")
    new.write_text(_HEAD + sections, encoding="utf-8")
    new.replace(WRITTEN)


if __name__ == "__main__":
    main()
