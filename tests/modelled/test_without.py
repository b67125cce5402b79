"""Without a model nothing of it is read at work."""

from __future__ import annotations

import subprocess
import sys

WORK = """
import sys
from tests.test_pipeline import HOMEWARE, CatalogMatcher, Glossary, _Warranty, make_assistant, ask
assistant = make_assistant(HOMEWARE, CatalogMatcher(HOMEWARE.items, Glossary.load()), _Warranty())
answer = ask(assistant, "500 mugs FOB")
assert answer.draft.writer == "templates" and answer.reading is None and "extract" not in answer.timing_ms
parts = ("bot.modelled", "bot.llm", "prompts.model", "langchain")
print([name for name in sys.modules if name.startswith(parts)])
"""


def test_without_a_model_nothing_of_it_is_imported() -> None:
    ran = subprocess.run([sys.executable, "-c", WORK], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
