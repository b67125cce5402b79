from __future__ import annotations

from tests.desk.conftest import anyio_backend, floor, live, shop_template, shop_with_terms

__all__ = ["anyio_backend", "floor", "live", "shop_template", "shop_with_terms"]
