"""The pages of reference say what the program says of itself."""

from __future__ import annotations

import pytest

from bot.settings import Settings, secret_variables, variable_of
from docs.write_reference import REFERENCE, pages
from knowledge.shop_folder.terms_schema import KNOWN_TABLES, TABLES


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_page_of_reference_is_as_its_source_says(name: str) -> None:
    written = (REFERENCE / name).read_text(encoding="utf-8")
    assert written == pages()[name], "run: python -m docs.write_reference"


def test_every_setting_says_what_it_means() -> None:
    text = pages()["settings.md"]
    for field, about in Settings.model_fields.items():
        assert about.description, field
        assert f"`{variable_of(field)}`" in text


def test_what_is_a_secret_by_its_type_is_told_as_one() -> None:
    typed = {
        variable_of(name)
        for name, field in Settings.model_fields.items()
        if "SecretStr" in str(field.annotation)
    }
    assert typed == secret_variables()


def test_every_key_of_shop_toml_says_what_it_takes() -> None:
    text = pages()["settings.md"]
    for table in KNOWN_TABLES:
        assert f"[{table}]" in text
    for model in TABLES.values():
        for key, field in model.model_fields.items():
            assert field.description, key
            assert f"`{key}`" in text
