"""The console's pages on sourcing: the list, a request with what is done to it, what the catalogue lacks."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.sourcing import acting, answering, listing

SOURCING_PAGES: tuple[APIRouter, ...] = (listing.router, acting.router, answering.router)
