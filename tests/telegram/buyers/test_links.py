"""Links that say where a buyer comes from and for which product."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.buyers.deep_links import NoLink, Origin, link_of, origin_of, payload_of
from tests.telegram.buyers.conftest import Booth

SKUS = ("KT-17", "KT-25", "PB.10/b", "A_B", "茶壶", "x y")


@pytest.mark.parametrize("sku", SKUS)
def test_what_is_put_into_a_link_comes_out_again(sku: str) -> None:
    payload = payload_of("fair-canton", sku)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)
    assert origin_of(payload, SKUS) == Origin("fair-canton", sku)
    assert link_of("bot", payload) == f"https://t.me/bot?start={payload}"


@given(
    st.lists(
        st.text(st.characters(codec="utf-8"), min_size=1, max_size=12), min_size=1, max_size=6, unique=True
    ),
    st.from_regex(r"[A-Za-z0-9-]{1,12}", fullmatch=True),
)
def test_any_sku_survives_its_link(skus: list[str], source: str) -> None:
    for sku in skus:
        try:
            payload = payload_of(source, sku)
        except NoLink:
            continue
        assert origin_of(payload, skus) == Origin(source, sku)


@pytest.mark.parametrize(
    ("payload", "origin"),
    [
        ("fair-canton__KT-17", Origin("fair-canton", "KT-17")),
        ("fair_2026__kt-17", Origin("fair_2026", "KT-17")),
        ("a__b__KT-25", Origin("a__b", "KT-25")),
        ("qr__PB-10-b", Origin("qr", "PB.10/b")),
        ("qr__A_B", Origin("qr", "A_B")),
        ("__KT-17", Origin(None, "KT-17")),
        ("KT-17", Origin("KT-17", "KT-17")),
        ("fair-canton", Origin("fair-canton", None)),
        ("fair-canton__NOPE", Origin("fair-canton__NOPE", None)),
        ("fair__", Origin("fair__", None)),
        ("hello world <b>", Origin("hello world <b>", None)),
        ("x" * 500, Origin("x" * 64, None)),
        ("_ff_fe__KT-17", Origin("_ff_fe", "KT-17")),
    ],
)
def test_links_that_others_wrote_are_understood_and_never_an_error(payload: str, origin: Origin) -> None:
    assert origin_of(payload, SKUS) == origin


@pytest.mark.parametrize(("source", "sku"), [("", "KT-17"), ("a__b", None), ("a b", None), ("x", "y" * 64)])
def test_what_fits_into_no_link_is_refused_in_words(source: str, sku: str | None) -> None:
    with pytest.raises(NoLink, match=r"\w+ \w+"):
        payload_of(source, sku)


@pytest.mark.anyio
async def test_a_link_sets_source_and_product_and_the_product_is_quoted(booth: Booth) -> None:
    alice = booth.server.user()
    alice.starts("fair-canton__KT-17")
    await booth.deliver(times=2)
    assert (await booth.buyer(alice)).source == "fair-canton"
    assert "Stainless steel kettle 1.7 L (KT-17)" in booth.told(alice)[0]
    assert await booth.said(alice) == ()
    alice.writes("What is your price for 500 pcs?")
    await booth.deliver()
    draft = await booth.drafted(alice)
    assert draft is not None
    assert "KT-17" in draft.text
    assert "5.90" in draft.text
    (event,) = await booth.floor.events("buyer.came_by_link")
    assert (event.data["source"], event.data["sku"]) == ("fair-canton", "KT-17")


@pytest.mark.anyio
async def test_a_second_link_turns_the_talk_to_another_product_from_there_on(booth: Booth) -> None:
    alice = booth.server.user()
    alice.starts("fair-canton__KT-17")
    alice.writes("price for 500 pcs please")
    alice.starts("fair-canton__CB-30")
    alice.writes("and 1000 pcs of this one?")
    alice.writes("thank you")
    await booth.deliver()
    assert [message.about for message in await booth.said(alice)] == ["KT-17", "CB-30", None]
    draft = await booth.drafted(alice)
    assert draft is not None
    items = {(item["sku"], item["quantity"]) for item in draft.answer["items"]}
    assert items == {("KT-17", 500), ("CB-30", 1000)}


@pytest.mark.anyio
async def test_other_goods_that_are_named_count_more_than_the_link(booth: Booth) -> None:
    alice = booth.server.user()
    alice.starts("fair-canton__CB-30")
    alice.writes("price for 500 pcs KT-25 please")
    await booth.deliver()
    draft = await booth.drafted(alice)
    assert draft is not None
    assert {item["sku"] for item in draft.answer["items"]} == {"KT-25"}


@pytest.mark.anyio
async def test_a_link_for_a_product_that_is_not_sold_is_a_source_and_no_error(booth: Booth) -> None:
    alice = booth.server.user()
    alice.starts("fair-canton__NOPE-1")
    alice.starts("listing-7")
    await booth.deliver()
    assert await booth.failed() == []
    assert (await booth.buyer(alice)).source == "fair-canton__NOPE-1"
    assert len(booth.told(alice)) == 2
