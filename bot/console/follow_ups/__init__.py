"""The console's pages on follow-ups: what comes next in a conversation, and the calendar."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.follow_ups import calendar, talk

FOLLOW_UP_PAGES: tuple[APIRouter, ...] = (talk.router, calendar.router)
