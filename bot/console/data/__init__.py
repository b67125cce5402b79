"""The console's pages on data: buyers, catalogue, policies, search, loading, team, settings, audit trail."""

from __future__ import annotations

from fastapi import APIRouter

from bot.console.data import (
    answers_actions,
    answers_pages,
    audit,
    buyer_page,
    buyers_list,
    catalogue,
    exceptions_ledger,
    gaps_actions,
    gaps_pages,
    learning,
    load,
    own_telegram,
    policies,
    shop_settings,
    style_examples,
    team,
    why,
)

DATA_PAGES: tuple[APIRouter, ...] = (
    buyers_list.router, buyer_page.router, catalogue.router, policies.router, why.router,
    load.router, team.router, own_telegram.router, shop_settings.router, audit.router,
    learning.router, style_examples.router, exceptions_ledger.router,
    gaps_pages.router, gaps_actions.router, answers_pages.router, answers_actions.router,
)  # fmt: skip
