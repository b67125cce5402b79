"""The console's pages of figures: what they hold, how it is asked for, counted, drawn and exported."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.figures import pages, talks

FIGURE_PAGES: tuple[APIRouter, ...] = (talks.router, pages.router)
