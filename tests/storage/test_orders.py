"""The ledger's rows: begun for old quotes by the migration, erased, handed out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, text

from storage import migrate
from storage.erasing import erase
from storage.exporting import export
from storage.live import reading, writing
from tests.desk.conftest import Shopfloor, floor, live, shop_template, shop_with_terms
from tests.desk.selling import sell
from tests.storage.test_migrations import downgrade

__all__ = ["floor", "live", "shop_template", "shop_with_terms"]
_OLD = """
INSERT INTO shops (key, folder) VALUES ('a', '/a');
INSERT INTO buyers (shop_id) VALUES (1);
INSERT INTO conversations (shop_id, buyer_id, channel) VALUES (1, 1, 'web');
INSERT INTO quotes (shop_id, conversation_id, number, revision, sent_revision, created_at)
VALUES (1, 1, 'Q-2026-0001', 2, 1, '2026-11-01'), (1, 1, 'Q-2026-0002', 1, NULL, '2026-11-01');
INSERT INTO quote_revisions (quote_id, revision, currency, total, valid_until, body, author)
VALUES (1, 1, 'USD', 1500, '2026-12-01', '{}', 'rule'), (1, 2, 'USD', 1400, '2026-12-01', '{}', 'rule'),
  (2, 1, 'USD', 90, '2026-12-01', '{}', 'rule');
INSERT INTO messages (conversation_id, seq, id, sender, author, text, at, quote_id, quote_revision)
VALUES (1, 1, gen_random_uuid(), 'seller', 'person', 'here', '2026-11-03', 1, 1)
"""


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def test_quotes_that_buyers_have_already_are_orders_after_the_update(engine: Engine) -> None:
    downgrade(engine, "0014")
    with engine.begin() as connection:
        for statement in _OLD.split(";"):
            connection.execute(text(statement))
    migrate(engine)
    with engine.connect() as connection:
        (order,) = connection.execute(text("SELECT * FROM orders")).all()
        (event,) = connection.execute(text("SELECT * FROM order_events")).all()
    assert (order.quote_id, order.state, order.revision, order.total) == (1, "quoted", 1, 1500)
    assert order.quoted_at == datetime(2026, 11, 3, tzinfo=UTC)
    assert (event.order_id, event.kind, event.cause) == (order.id, "started", "rule")


_TOLD = """
UPDATE orders SET tracking = '1Z', carrier = 'UPS', lost_note = 'Alice was rude', platform_number = 'TA-1';
INSERT INTO order_events (shop_id, order_id, kind, cause, before, after, at, noted_at, reason, note, data)
SELECT shop_id, id, 'back', 'person', 'lost', 'quoted', now(), now(), 'Alice called', 'at home',
  '{"tracking": "1Z", "deposit_paid": "450"}' FROM orders;
INSERT INTO order_strays (shop_id, key, why, source, buyer, report)
SELECT id, 'A', 'unknown_quote', 'import', 'BUYER 1', '{}' FROM shops;
INSERT INTO order_strays (shop_id, key, why, source, buyer, report)
SELECT id, 'B', 'unknown_quote', 'import', 'Somebody else', '{}' FROM shops
"""


@pytest.mark.anyio
async def test_a_buyer_who_was_erased_leaves_figures_and_no_words(floor: Shopfloor) -> None:
    sell(floor.engine, floor.desk.shop_id, 1)
    with floor.engine.begin() as connection:
        for statement in _TOLD.split(";\n"):
            connection.exec_driver_sql(statement)
        buyer_id = connection.execute(text("SELECT id FROM buyers")).scalar_one()
    async with reading(floor.desk.engine) as reader:
        whole = await export(reader, floor.desk.shop_id, buyer_id)
    assert whole is not None
    (order,) = whole["conversations"][0]["orders"]
    assert (order["tracking"], order["total"], order["events"][0]["note"]) == ("1Z", "1500", "at home")
    async with writing(floor.desk.engine) as writer:
        await erase(writer, buyer_id, floor.clock.now)
    with floor.engine.connect() as connection:
        (kept,) = connection.execute(text("SELECT * FROM orders")).all()
        (event,) = connection.execute(text("SELECT * FROM order_events")).all()
        names = connection.execute(text("SELECT buyer FROM order_strays ORDER BY key")).scalars().all()
    assert (kept.tracking, kept.carrier, kept.lost_note) == (None, None, None)
    assert (kept.total, kept.platform_number) == (1500, "TA-1")
    assert (event.reason, event.note, event.data) == (None, None, {"deposit_paid": "450"})
    assert names == [None, "Somebody else"]
