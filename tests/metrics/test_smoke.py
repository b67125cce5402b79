import pytest
from sqlalchemy import text
from storage import metric_facts
from tests.desk.conftest import *  # noqa
pytestmark = pytest.mark.anyio
async def test_smoke(floor):
    talk = await floor.talk("Hello, price for 500 pcs of bamboo cutting board to Germany please")
    mei = await floor.person("Mei","manager")
    print(await metric_facts.catch_up(floor.desk.engine, floor.desk.shop_id, floor.clock()))
    for t in ("talks","waits","days","drafts","orders","demand"):
        with floor.engine.connect() as c:
            for r in c.execute(text(f"select * from metric_{t}")): print(t, dict(r._mapping))
