"""The stories play at the desk of the desk's tests."""

from __future__ import annotations

from tests.desk.conftest import (  # noqa: F401
    anyio_backend,
    floor,
    live,
    shop_template,
    shop_with_terms,
)
