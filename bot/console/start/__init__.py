"""The guided start of one's own shop, a step a page; the same steps as `supercargo init`."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.start import list_pages, loading_pages, pages

START_PAGES: tuple[APIRouter, ...] = (list_pages.router, loading_pages.router, pages.router)
