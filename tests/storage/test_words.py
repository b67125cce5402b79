"""What a search finds in scripts with and without spaces, in a real database and by its indexes."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from sqlalchemy import Connection, Engine, Select, literal, select, text

from storage import migrate
from storage.inbox import WHO, Wanted, listed
from storage.live import live_engine, reading
from storage.talk_tables import BuyerRow, MessageRow
from storage.words import UNSPACED, holds, words_in
from tests.storage.test_migrations import downgrade

FOUND = [
    ("我们需要500个不锈钢水壶,请报价", "水壶"),
    ("我们需要500个不锈钢水壶,请报价", "锈钢水"),
    ("我们需要500个不锈钢水壶,请报价", "壶"),
    ("我们需要500个不锈钢水壶,请报价", "不锈钢 报价"),
    ("ステンレス電気ケトルの見積もり", "電気ケトル"),
    ("ステンレス電気ケトルの見積もり", "ケトル"),
    ("ขอราคากาต้มน้ำไฟฟ้า", "กาต้มน้ำ"),
    ("ขอราคากาต้มน้ำไฟฟ้า", "น้ำ"),
    ("스테인리스전기주전자 견적", "주전자"),
    ("我要USB充电器", "usb充电"),
    ("KT-17水壶", "kt-17 水壶"),
    ("The KT-17 of quote Q-2026-0001, to alice@tea.example", "kt-17"),
    ("The KT-17 of quote Q-2026-0001, to alice@tea.example", "Q-2026-0001 tea.example"),
    ("हमें केतली चाहिए", "केतली"),
    ("Price for kettles please", "kettl price"),
    ("Précio de caldera", "précio"),
]
NOT_FOUND = [
    ("水是热的,壶是冷的", "水壶"),
    ("不锈钢锅和钢水壶", "锈钢水壶"),
    ("Price for kettles please", "ettle"),
    ("Price for kettles please", "水壶"),
]


def finds(engine: Engine, said: str, asked: str) -> bool:
    with engine.connect() as connection:
        stored = select(literal(said).label("said")).subquery()
        found = select(stored.c.said).where(holds(stored.c.said, words_in(asked)))
        return connection.execute(found).first() is not None


@pytest.mark.parametrize(("said", "asked"), FOUND)
def test_a_word_is_found_wherever_it_stands_in_a_run(engine: Engine, said: str, asked: str) -> None:
    assert finds(engine, said, asked)


@pytest.mark.parametrize(("said", "asked"), NOT_FOUND)
def test_what_does_not_stand_there_is_not_found(engine: Engine, said: str, asked: str) -> None:
    assert not finds(engine, said, asked)


def test_signs_are_no_words_and_break_no_query(engine: Engine) -> None:
    assert words_in("'&|!():*%\\ 。_<->") == []
    for odd in ("\u0301", "a'b", "水'壶", "水%壶", "\u0e49", "x" * 500, "水" * 500):
        if words_in(odd):
            finds(engine, "水'壶", odd)


def test_the_database_and_the_query_know_the_same_letters(engine: Engine) -> None:
    edges = {chr(ord(each) + step) for each in UNSPACED if each != "-" for step in (-1, 0, 1)}
    ours = {char for char in edges if re.match(f"[{UNSPACED}]", char)}
    assert len(ours) > 40
    with engine.connect() as connection:
        theirs = {
            char
            for char in edges
            if connection.execute(
                text("SELECT :pair = ANY (tsvector_to_array(search_words(:said)))"),
                {"said": f"水{char}水", "pair": f"{char}水"},
            ).scalar_one()
        }
    assert theirs == ours


def test_a_very_long_message_costs_little(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("SET statement_timeout = 3000"))
        size = connection.execute(
            text("SELECT length(search_words(repeat('不锈钢水壶请报价', 5000)))")
        ).scalar_one()
    assert size >= 8


def test_messages_of_an_earlier_program_are_found_after_the_migration(engine: Engine) -> None:
    downgrade(engine, "0007")
    with engine.begin() as connection:
        for statement in _FILL:
            connection.execute(text(statement))
    migrate(engine)
    with engine.connect() as connection:
        connection.execute(text("SET enable_seqscan = off"))
        found = select(MessageRow.text).where(holds(MessageRow.text, ["锈钢水壶"]))
        assert connection.execute(found).scalars().all() == ["我们要不锈钢水壶"]


def plan(connection: Connection, asked: Select[int]) -> Sequence[str]:
    told = asked.compile(connection, compile_kwargs={"literal_binds": True})
    return connection.exec_driver_sql(f"EXPLAIN {told}").scalars().all()


@pytest.mark.anyio
async def test_an_index_is_used(engine: Engine) -> None:
    with engine.begin() as connection:
        for statement in _FILL:
            connection.execute(text(statement))
        asked = select(MessageRow.conversation_id).where(holds(MessageRow.text, ["锈钢水壶"]))
        messages = plan(connection, asked)
        buyers = plan(connection, select(BuyerRow.id).where(holds(WHO, ["buyer", "2999"])))
    assert any("ix_messages_words" in line for line in messages), messages
    assert any("ix_buyers_words" in line for line in buyers), buyers
    assert not any("Filter" in line for line in buyers), "a word that all have costs a look at each"
    live = live_engine(engine.url)
    async with reading(live) as connection:
        page = await listed(connection, 1, Wanted("all", words="锈钢水壶"))
    await live.dispose()
    assert len(page.rows) == 1


_FILL = (
    "INSERT INTO shops (id, key, folder) OVERRIDING SYSTEM VALUE VALUES (1, 'a', '/a')",
    "INSERT INTO buyers (shop_id, name) SELECT 1, 'Buyer ' || n FROM generate_series(1, 3000) n",
    """
    INSERT INTO conversations (shop_id, buyer_id, channel, state, last_seq, last_buyer_seq, drafted_seq,
      last_message_at, excerpt)
    SELECT 1, id, 'web', 'open', 1, 1, 1, now(), '' FROM buyers
    """,
    """
    INSERT INTO messages (conversation_id, seq, id, sender, author, text)
    SELECT id, 1, gen_random_uuid(), 'buyer', 'buyer',
      CASE WHEN row_number() OVER () = 7 THEN '我们要不锈钢水壶' ELSE '请报竹砧板价格' || id END
    FROM conversations
    """,
    "ANALYZE",
)
