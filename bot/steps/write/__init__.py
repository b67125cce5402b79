"""Write: a plan in words, by templates in fifteen languages."""

from __future__ import annotations

from bot.steps.write.compose import write

__all__ = ["write"]
