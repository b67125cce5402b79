from __future__ import annotations

from tests.browser import chromium, visitors
from tests.desk.conftest import shop_template
from tests.web_app import web_app

__all__ = ["chromium", "shop_template", "visitors", "web_app"]
