"""The console's pages on complaints: the list, its settings, and the box of a conversation."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.complaints import acting, listing

COMPLAINT_PAGES: tuple[APIRouter, ...] = (listing.router, acting.router)
