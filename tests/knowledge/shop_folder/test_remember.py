from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.shop_folder import read_shop_folder, remember_columns
from tests.knowledge.shop_folder.folders import SHOP_TOML, write_shop

ROWS = [
    ["Model No.", "品名", "category", "moq", "100pcs", "weight_kg", "lead_time_days"],
    ["KL-01", "Ladle", "ladles", "100", "3.20", "0.35", "12"],
]


def test_proposed_columns_are_remembered_with_comments_and_order_kept(tmp_path: Path) -> None:
    toml = (
        f"# The shop's own.\n{SHOP_TOML}# Ask Mei before changing.\n\n[quote]\nvalidity_days = 10 # short\n"
    )
    write_shop(tmp_path, ROWS, toml=toml)
    first = read_shop_folder(tmp_path)
    assert remember_columns(tmp_path, first.proposed) is None
    kept = (tmp_path / "shop.toml").read_text(encoding="utf-8")
    assert kept.startswith(toml.rstrip())
    assert '[catalog.columns]\n"Model No." = "sku"\n"品名" = "name"\n100pcs = "price_tiers:100"' in kept
    second = read_shop_folder(tmp_path)
    assert second.proposed == {}
    assert second.columns == first.columns
    assert second.shop == first.shop
    assert {path.name for path in tmp_path.iterdir()} == {"catalog.csv", "shop.toml"}


def test_remembering_the_same_again_leaves_the_file_alone(tmp_path: Path) -> None:
    write_shop(tmp_path, ROWS)
    proposed = read_shop_folder(tmp_path).proposed
    remember_columns(tmp_path, proposed)
    before = (tmp_path / "shop.toml").stat().st_mtime_ns
    assert remember_columns(tmp_path, proposed) is None
    assert (tmp_path / "shop.toml").stat().st_mtime_ns == before


def test_new_columns_join_those_that_are_remembered_already(tmp_path: Path) -> None:
    write_shop(tmp_path, ROWS, toml=f'{SHOP_TOML}\n[catalog.columns]\n"Model No." = "sku" # ours\n')
    remember_columns(tmp_path, {"品名": "name"})
    kept = (tmp_path / "shop.toml").read_text(encoding="utf-8")
    assert '"Model No." = "sku" # ours\n"品名" = "name"' in kept


def test_a_file_that_cannot_be_written_gives_the_lines_to_add(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_shop(tmp_path, ROWS)
    # Root may write everywhere, so the refusal of the file system is played.
    monkeypatch.setattr("os.access", lambda *_: False)
    said = remember_columns(tmp_path, {"Model No.": "sku"})
    assert said is not None
    assert "shop.toml cannot be written (shop.toml is read-only)" in said
    assert '[catalog.columns]\n"Model No." = "sku"' in said
    assert (tmp_path / "shop.toml").read_text(encoding="utf-8") == SHOP_TOML


def test_a_folder_without_shop_toml_is_no_crash(tmp_path: Path) -> None:
    said = remember_columns(tmp_path, {"Model No.": "sku"})
    assert said is not None
    assert "cannot be written" in said
