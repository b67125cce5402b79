from __future__ import annotations

import pytest

from bot.webchat.body import file_name, media_type
from bot.webchat.opening_files import disposition, picture_type
from tests.webchat.conftest import ONE_PIXEL


@pytest.mark.parametrize(
    ("claimed", "kept"),
    [
        ("plan.pdf", "plan.pdf"),
        ("C:\\Users\\Luis\\catálogo final.xlsx", "catálogo final.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("报价.pdf", "报价.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ('a"b<c>|?*.txt', "abc.txt"),
        ("...", "file"),
        ("", "file"),
        ("x" * 300 + ".jpeg", "x" * 115 + ".jpeg"),
        ("half \ud800.txt", "half .txt"),
    ],
)
def test_a_file_gets_a_name_that_is_safe_to_show_and_to_save(claimed: str, kept: str) -> None:
    assert file_name(claimed) == kept


def test_a_media_type_is_a_media_type_or_nothing_special() -> None:
    assert media_type("image/PNG; q=1") == "image/png"
    assert media_type("text/html\r\nSet-Cookie: x") == "application/octet-stream"
    assert media_type(None) == "application/octet-stream"


def test_only_what_begins_like_a_picture_is_shown_as_one() -> None:
    assert picture_type(ONE_PIXEL) == "image/png"
    assert picture_type(b"<svg onload=alert(1)>") is None
    assert picture_type(b"") is None


def test_a_name_in_any_script_survives_the_header() -> None:
    assert disposition("attachment", "报价 1.pdf") == (
        "attachment; filename=\"__ 1.pdf\"; filename*=UTF-8''%E6%8A%A5%E4%BB%B7%201.pdf"
    )
