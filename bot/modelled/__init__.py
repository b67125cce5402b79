"""What a language model may do for a draft: read what the rules left open, and word what code decided."""

from __future__ import annotations

from bot.modelled.assistant import ByModel, Examples, FindGoods

__all__ = ["ByModel", "Examples", "FindGoods"]
