from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import text

from knowledge.index import open_index_store
from knowledge.index.chroma import ChromaIndex
from knowledge.ingest import ItemCounts, KeptRow, ShopNotLoaded, load_shop
from knowledge.shop_folder import read_shop_folder
from storage.shops import ingest_lock
from tests.knowledge.ingest.conftest import Desk
from tests.knowledge.ingest.folders import RATES, TERMS, WARRANTY, towel, write_shop


def test_the_shop_comes_out_of_the_store_as_it_was_read(desk: Desk) -> None:
    write_shop(desk.folder, [towel(1), towel(2, sample_price="", cost="")])
    report = desk.ingest()
    assert (report.exit_code, report.items, report.passages, report.rates) == (0, ItemCounts(new=2), 2, 2)
    assert desk.load().shop == read_shop_folder(desk.folder).shop


def test_costs_are_stored_where_no_loaded_shop_reaches_them(desk: Desk) -> None:
    write_shop(desk.folder, [towel(1)])
    desk.ingest()
    with desk.engine.connect() as connection:
        stored = connection.execute(text("SELECT sku, cost FROM item_costs")).all()
    assert [tuple(row) for row in stored] == [("TW-001", Decimal("1.1357"))]
    assert "1.1357" not in repr(desk.load())


def test_a_question_finds_the_policy_that_answers_it(desk: Desk) -> None:
    write_shop(desk.folder, [towel(1)])
    desk.ingest()
    loaded = desk.load()
    question = desk.encoder.encode(["How long is the warranty on a bottle?"])[0]
    best, similarity = loaded.passage_index.query(question, 1)[0]
    passage = next(passage for passage in loaded.passages if passage.id == best)
    assert "24 months" in passage.text
    assert passage.source.startswith("policies/warranty.md#")
    assert similarity == pytest.approx(float(passage.vector @ question), abs=1e-3)


def test_every_item_has_the_vector_of_its_own_words(desk: Desk) -> None:
    rows = [towel(1), towel(2, name="Steel bottle", category="bottles", description="", attributes="")]
    write_shop(desk.folder, rows)
    desk.ingest()
    loaded = desk.load()
    question = desk.encoder.encode(["vacuum flask made of steel"])[0]
    assert loaded.item_index.query(question, 1)[0][0] == "TW-002"
    assert int(np.argmax(loaded.item_vectors @ question)) == 1


def test_words_of_other_scripts_do_not_reach_the_english_encoder(desk: Desk) -> None:
    write_shop(desk.folder, [towel(1)])
    desk.ingest()
    (told,) = [words for words in desk.encoder.seen if words.startswith("Beach towel 1")]
    assert "toalla" in told
    assert "полотенце" not in told


def test_a_folder_that_has_not_changed_is_not_read_again(desk: Desk) -> None:
    write_shop(desk.folder, [towel(1), towel(2, weight_kg="heavy")])
    first = desk.ingest()
    desk.encoder.seen.clear()
    again = desk.ingest()
    assert again.reused
    assert desk.encoder.seen == []
    assert (again.version, again.errors, again.exit_code) == (first.version, first.errors, 1)
    assert (again.items, again.passages) == (ItemCounts(unchanged=1), 2)


def test_only_what_changed_is_embedded_again(desk: Desk) -> None:
    write_shop(desk.folder, [towel(number) for number in range(8)])
    desk.ingest()
    desk.encoder.seen.clear()
    rows = [towel(number) for number in range(7)]
    rows[2]["name"] = "Bath towel"
    rows[3]["price_tiers"] = "100:3.10; 500:2.95"
    write_shop(desk.folder, [*rows, towel(9)])
    report = desk.ingest()
    assert report.items == ItemCounts(new=1, changed=2, unchanged=5, removed=1)
    assert report.embedded == len(desk.encoder.seen) == 2
    assert desk.load().shop == read_shop_folder(desk.folder).shop


def test_two_shops_with_the_same_words_embed_them_once(desk: Desk, tmp_path: Path) -> None:
    write_shop(desk.folder, [towel(1)])
    desk.ingest()
    desk.encoder.seen.clear()
    other = replace(desk, folder=write_shop(tmp_path / "other", [towel(1, moq="200", price_tiers="200:3")]))
    assert other.ingest().items == ItemCounts(new=1)
    assert desk.encoder.seen == []
    assert other.load().shop.items[0].moq == 200
    assert desk.load().shop.items[0].moq == 100


def test_an_earlier_good_version_of_a_refused_row_stays_in_force_and_is_named(desk: Desk) -> None:
    write_shop(desk.folder, [towel(1), towel(2), towel(3)])
    desk.ingest()
    write_shop(desk.folder, [towel(1), towel(2, price_tiers="soon", cost=""), towel(4, moq="few")])
    report = desk.ingest()
    assert report.exit_code == 1
    assert report.kept == (KeptRow("catalog.csv", "TW-002"),)
    assert {error.sku for error in report.errors} == {"TW-002", "TW-004"}
    loaded = desk.load().shop
    assert [item.sku for item in loaded.items] == ["TW-001", "TW-002"]
    assert loaded.item("TW-002").tiers[0].unit_price == Decimal("3.20")
    with desk.engine.connect() as connection:
        costs = connection.execute(text("SELECT sku FROM item_costs ORDER BY sku")).scalars().all()
    assert costs == ["TW-001", "TW-002"]
    assert desk.ingest().kept == report.kept


def test_a_kept_row_stays_in_force_until_its_row_is_good_or_gone(desk: Desk) -> None:
    write_shop(desk.folder, [towel(1), towel(2)])
    desk.ingest()
    write_shop(desk.folder, [towel(1), towel(2, weight_kg="?")])
    desk.ingest()
    write_shop(desk.folder, [towel(1, moq="90", price_tiers="90:3"), towel(2, weight_kg="-1")])
    assert [row.name for row in desk.ingest().kept] == ["TW-002"]
    write_shop(desk.folder, [towel(1)])
    assert desk.ingest().kept == ()
    assert [item.sku for item in desk.load().shop.items] == ["TW-001"]


def test_an_earlier_freight_rate_stays_in_force_while_its_row_is_refused(desk: Desk) -> None:
    write_shop(desk.folder, [towel(1)])
    desk.ingest()
    before = desk.load().shop.rates
    write_shop(desk.folder, [towel(1)], rates=RATES.replace("6.50", "cheap").replace("0.80", "0.90"))
    report = desk.ingest()
    assert report.kept == (KeptRow("shipping.csv", "Air"),)
    rates = {rate.method: rate for rate in desk.load().shop.rates}
    assert rates["Air"] == next(rate for rate in before if rate.method == "Air")
    assert rates["Sea"].per_kg == Decimal("0.90")


def test_a_broken_folder_leaves_the_earlier_version_serving(desk: Desk) -> None:
    write_shop(desk.folder, [towel(1)])
    first = desk.ingest()
    (desk.folder / "catalog.csv").write_text("", encoding="utf-8")
    report = desk.ingest()
    assert report.exit_code == 2
    assert report.fatal is not None
    assert "catalog.csv" in report.fatal
    assert report.version == first.version
    assert [item.sku for item in desk.load().shop.items] == ["TW-001"]


def test_a_shop_that_was_never_loaded_is_answered_with_the_command(desk: Desk) -> None:
    write_shop(desk.folder, [towel(1, moq="x"), towel(2, moq="y")])
    assert desk.ingest().exit_code == 2
    with pytest.raises(ShopNotLoaded, match="supercargo ingest"):
        desk.load()


def test_guessed_headings_are_remembered_after_loading_and_are_no_change(desk: Desk) -> None:
    write_shop(desk.folder, [towel(1)])
    catalog = desk.folder / "catalog.csv"
    words = catalog.read_text(encoding="utf-8").replace("lead_time_days", "Production time (days)")
    catalog.write_text(words, encoding="utf-8")
    report = desk.ingest()
    assert report.proposed == {"Production time (days)": "lead_time_days"}
    assert "Production time" in (desk.folder / "shop.toml").read_text(encoding="utf-8")
    assert desk.ingest().reused


def test_old_versions_go_and_what_only_they_held_goes_with_them(desk: Desk) -> None:
    for number in range(5):
        write_shop(desk.folder, [towel(1), towel(10 + number)], policies={"w.md": WARRANTY + f"\n{number}"})
        desk.ingest()
    with desk.engine.connect() as connection:
        counts = {
            table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar()
            for table in ("shop_versions", "catalog_items", "policy_documents", "passages", "vectors")
        }
    assert counts == {
        "shop_versions": 2, "catalog_items": 3, "policy_documents": 2, "passages": 4, "vectors": 3 + 3,
    }  # fmt: skip


def test_another_encoder_embeds_everything_again(desk: Desk) -> None:
    write_shop(desk.folder, [towel(1), towel(2)])
    desk.ingest()
    desk.encoder.other_name = "another model"
    report = desk.ingest()
    assert (report.reused, report.embedded) == (False, 4)
    assert desk.load().encoder == "another model"


def test_a_removed_index_is_made_from_the_database_without_embedding(desk: Desk, tmp_path: Path) -> None:
    write_shop(desk.folder, [towel(number) for number in range(30)])
    desk.ingest()
    desk.encoder.seen.clear()
    with open_index_store(tmp_path / "a new home") as store:
        loaded = load_shop(desk.folder, engine=desk.engine, store=store)
        assert isinstance(loaded.item_index, ChromaIndex)
        for row, item in enumerate(loaded.shop.items):
            assert loaded.item_index.query(loaded.item_vectors[row], 1)[0][0] == item.sku
    assert desk.encoder.seen == []


def test_a_shop_without_policies_and_rates_loads(desk: Desk) -> None:
    write_shop(desk.folder, [towel(1)], terms=TERMS.split("[quote]")[0], rates=None, policies={})
    assert desk.ingest().exit_code == 0
    loaded = desk.load()
    assert loaded.passages == ()
    assert loaded.passage_index.query(desk.encoder.encode(["warranty"])[0], 3) == []
    assert loaded.shop.rates == ()


def test_a_loaded_version_stays_as_it_is_while_a_new_one_is_made(desk: Desk) -> None:
    write_shop(desk.folder, [towel(1), towel(2)])
    desk.ingest()
    serving = desk.load()
    write_shop(desk.folder, [towel(3)])
    desk.ingest()
    question = serving.item_vectors[1]
    assert serving.item_index.query(question, 1)[0][0] == "TW-002"
    assert [item.sku for item in serving.shop.items] == ["TW-001", "TW-002"]
    assert [own for own, _ in desk.load().item_index.query(question, 5)] == ["TW-003"]


def test_characters_that_no_database_stores_do_not_stop_an_ingest(desk: Desk) -> None:
    write_shop(
        desk.folder,
        [towel(1, description="soft\x01towel", attributes="size=\x7f 60\ufffex90 cm")],
        terms=TERMS.replace("Harbour Household", "Harbour\\u0000 Household"),
        policies={"w.md": WARRANTY + "\n\0 end \x1b\n"},
    )
    assert desk.ingest().exit_code in (0, 1)
    assert desk.load().shop.items[0].description.startswith("soft")


def test_numbers_beyond_all_measure_are_stored_or_refused_and_never_crash(desk: Desk) -> None:
    write_shop(
        desk.folder,
        [
            towel(1),
            towel(2, moq="9" * 30, price_tiers="9" * 30 + ":1"),
            towel(3, price_tiers="100:" + "9" * 40),
            towel(4, weight_kg="0." + "0" * 30 + "1"),
            towel(5, lead_time_days="9" * 25),
        ],
    )
    report = desk.ingest()
    assert report.exit_code in (0, 1)
    assert "TW-001" in {item.sku for item in desk.load().shop.items}


def test_who_only_wants_to_serve_waits_for_nobodys_ingest(desk: Desk) -> None:
    write_shop(desk.folder, [towel(1)])
    desk.ingest()
    with ingest_lock(desk.engine):
        assert desk.ingest().reused
