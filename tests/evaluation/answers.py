"""Answers as `supercargo draft` writes them, for scoring."""

from __future__ import annotations

from typing import Any


def answer(**changed: Any) -> dict[str, Any]:
    """A whole answer to an inquiry about 500 lunch boxes, with some keys changed."""
    return {
        "id": "m1",
        "language": "es",
        "country": {"code": "MX", "basis": "stated"},
        "intents": ["price_quote", "shipping"],
        "risks": [],
        "grade": {"value": "B", "reasons": ["names the product"]},
        "items": [{"asked": "loncheras", "sku": "LB-1", "quantity": 500, "alternatives": []}],
        "details": {
            "incoterm": "FOB",
            "destination": "MX",
            "target_price": {"amount": "2.50", "currency": "USD"},
            "currency": None,
            "deadline": None,
            "customization": ["logo print", "gift box"],
        },
        "missing": ["deadline"],
        "evidence": [],
        "quote": {
            "currency": "USD",
            "incoterm": "FOB",
            "lines": [
                {"sku": "LB-1", "customization": None, "quantity": 500, "unit_price": "2.95",
                 "amount": "1475.00", "sample": False, "alternative": False},
            ],
            "freight": None,
            "total": "1475.00",
            "valid_until": "2026-12-06",
            "lead_time_days": 12,
            "ready_by": "2026-12-07",
        },
        "draft": {"language": "es", "text": "Total: 1.475,00 USD, 500 loncheras.", "writer": "templates"},
        "findings": [],
        "needs": "salesperson",
        "timing_ms": {"total": 9.0},
        **changed,
    }  # fmt: skip
