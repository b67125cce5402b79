"""The console's pages on the order ledger: list, box of a conversation, imports, what fits no quote."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.orders import importing, ledger, moving, settling

ORDER_PAGES: tuple[APIRouter, ...] = (ledger.router, moving.router, importing.router, settling.router)
