"""The console's pages on follow-ups: what comes next in a talk, the calendar, campaigns, the rules."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.follow_ups import calendar, campaigns, rules, talk

FOLLOW_UP_PAGES: tuple[APIRouter, ...] = (
    talk.router, calendar.router, campaigns.router, rules.router,
)  # fmt: skip
