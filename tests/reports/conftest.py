"""A desk with a shop's terms, for reports over histories."""

from tests.desk.conftest import anyio_backend, floor, live, shop_template, shop_with_terms

__all__ = ["anyio_backend", "floor", "live", "shop_template", "shop_with_terms"]
