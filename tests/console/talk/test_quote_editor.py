"""The quote editor over HTTP: figures come from the engine, discounts need authority."""

from __future__ import annotations

from typing import Any

from tests.console.conftest import PRICE, Office, seen


def line(number: int, sku: str, quantity: object, **more: object) -> dict[str, Any]:
    return {"line": number, f"sku-{number}": sku, f"quantity-{number}": quantity} | {
        f"{name}-{number}": value for name, value in more.items()
    }


def test_a_changed_quantity_is_worked_out_and_shown_before_it_is_kept(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    editor = boris.get(f"/drafts/{draft.id}/quote").text
    assert 'value="KT-17"' in editor
    assert "You may grant up to 3 %." in editor
    shown = boris.post(f"/drafts/{draft.id}/quote/preview", **line(0, "KT-17", "400"))
    assert shown.status_code == 200
    assert "2,560.00" in shown.text  # 400 x 6.40
    assert office.app.waiting_draft(draft.conversation_id).revision == 1
    kept = boris.post(f"/drafts/{draft.id}/quote", **seen(draft), **line(0, "KT-17", "400"))
    assert kept.status_code == 200
    now = office.app.waiting_draft(draft.conversation_id)
    assert now.revision == 2
    assert "2,560.00" in now.text


def test_a_figure_in_the_form_is_not_taken_for_a_price(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    form = line(0, "KT-17", "500") | {"unit_price-0": "0.01", "total": "1"}
    shown = boris.post(f"/drafts/{draft.id}/quote/preview", **form)
    assert "2,950.00" in shown.text


def test_a_salesperson_grants_so_far_and_a_manager_farther(office: Office) -> None:
    boris, mei = office.colleague("Boris"), office.colleague("Mei", "manager")
    draft = office.drafted(PRICE)
    refused = boris.post(f"/drafts/{draft.id}/quote/preview", **line(0, "KT-17", "500", discount="5"))
    assert refused.status_code == 403
    assert "takes a manager" in refused.text
    assert (
        boris.post(
            f"/drafts/{draft.id}/quote", **seen(draft), **line(0, "KT-17", "500", discount="5")
        ).status_code
        == 403
    )
    assert office.app.waiting_draft(draft.conversation_id).revision == 1
    granted = mei.post(
        f"/drafts/{draft.id}/quote", **seen(draft), **line(0, "KT-17", "500", discount="5"), reason="regular"
    )
    assert granted.status_code == 200
    assert "−5 %" in granted.text
    assert "2,805.00" in office.app.waiting_draft(draft.conversation_id).text  # 500 x 5.61
    assert (
        mei.post(f"/drafts/{draft.id}/quote/preview", **line(0, "KT-17", "500", discount="9")).status_code
        == 403
    )


def test_what_is_no_quote_is_told(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    for form in (
        line(0, "NO-SUCH", "5"),
        line(0, "KT-17", "many"),
        line(0, "KT-17", "-5"),
        line(0, "KT-17", "0"),
        line(0, "KT-17", "5", discount="a bit"),
        line(0, "KT-17", "5", discount="NaN"),
        line(0, "KT-17", "5", option="gold plating"),
        line(0, "KT-17", "5") | {"incoterm": "CIF"},
        line(0, "KT-17", "5") | {"destination": "ZZ"},
        {},
    ):
        assert boris.post(f"/drafts/{draft.id}/quote/preview", **form).status_code in (403, 422), form


def test_a_quote_of_a_stale_card_is_outdated(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    assert (
        boris.post(f"/drafts/{draft.id}/quote", **seen(draft), **line(0, "KT-17", "600")).status_code == 200
    )
    stale = boris.post(f"/drafts/{draft.id}/quote", **seen(draft), **line(0, "KT-17", "700"))
    assert stale.status_code == 409
    assert "Outdated." in stale.text


def test_goods_are_offered_by_sku_and_name(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    assert "KT-17" in boris.get("/goods", q="kettle 1.7").text
    assert "CB-30" not in boris.get("/goods", q="kettle").text
