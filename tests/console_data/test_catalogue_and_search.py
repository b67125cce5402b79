from __future__ import annotations

import re

import pytest

from tests.cli.shops import COSTS
from tests.console.conftest import PRICE, Office


def test_the_catalogue_shows_what_is_sold_and_never_what_it_costs(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    page = boris.get("/catalogue").text
    for shown in ("KT-17", "KT-25", "CB-30", "5.90 – 6.40", "200 pcs"):
        assert shown in page
    item = boris.get("/catalogue/items/KT-17").text
    for shown in ("Stainless steel kettle 1.7 L", "6.40", "5.90", "USD 12.00", "15 working days", "hervidor"):
        assert shown in item
    assert "not sold" in boris.get("/catalogue/items/KT-25").text
    admin = quiet_office.colleague("Olga", "admin")
    for path in ("/catalogue", "/catalogue/items/KT-17", "/catalogue/items/KT-25", "/catalogue/items/CB-30"):
        for colleague in (boris, admin):
            assert not [cost for cost in COSTS if cost in colleague.get(path).text]


@pytest.mark.parametrize(
    ("asked", "found", "hidden"),
    [
        ({"q": "HERVIDOR"}, "KT-17", "KT-25"),
        ({"q": "kettle 2.5"}, "KT-25", "KT-17"),
        ({"category": "boards"}, "CB-30", "KT-17"),
        ({"only": "sample"}, "CB-30", "KT-25"),
    ],
)
def test_items_are_found_by_words_category_and_what_they_offer(
    quiet_office: Office, asked: dict[str, str], found: str, hidden: str
) -> None:
    page = quiet_office.colleague("Boris").get("/catalogue", **asked).text
    assert found in page
    assert hidden not in page


def test_an_item_that_is_not_sold_any_more_is_told_as_such(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    assert boris.get("/catalogue/items/GONE-1").status_code == 404
    assert boris.get("/catalogue/pictures/KT-17").status_code == 404
    assert boris.get("/catalogue", only="everything").status_code == 422


def test_policies_stand_in_passages_and_the_cited_one_is_marked(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    page = boris.get("/policies").text
    assert "We ask for a 30 % deposit" in page
    cited = boris.get("/policies", source="policies/payment.md#refunds").text
    marked = re.findall(r'<section class="card passage cited".*?</section>', cited, re.DOTALL)
    assert len(marked) == 1
    assert "Broken goods are refunded" in marked[0]
    assert "not among the documents" in boris.get("/policies", document="policies/gone.md").text


def test_a_question_shows_what_is_found_understood_and_written(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    assert "Ask as a buyer would" in boris.get("/search").text
    page = boris.post("/search", by_script=False, question="Hola, precio de 500 KT-17 FOB. ¿Reembolso?").text
    for shown in ("Spanish", "KT-17", "policies/payment.md#refunds", "USD 2,950.00", "Understand", "ms"):
        assert shown in page
    assert quiet_office.app.rows("SELECT FROM messages") == []
    assert not [cost for cost in COSTS if cost in page]


def test_a_conversation_and_a_draft_explain_themselves(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    now = boris.get("/search", conversation=str(draft.conversation_id)).text
    assert "would be answered now" in now
    assert "USD 2,950.00" in now
    office.says(draft.conversation_id, "Make it 1000 pcs")
    made = boris.get("/search", draft=str(draft.id)).text
    assert "USD 2,950.00" in made
    assert "1000 pcs" not in made
    assert boris.get("/search", draft="999").status_code == 404
    assert boris.get("/search", conversation="999").status_code == 404


def test_nobody_looks_without_signing_in(quiet_office: Office) -> None:
    for path in (
        "buyers",
        "catalogue",
        "policies",
        "search",
        "load",
        "team",
        "settings",
        "audit",
        "audit.csv",
    ):
        with quiet_office.app.client() as stranger:
            answer = stranger.get(f"/console/{path}")
        assert answer.status_code == 303, path
        assert answer.headers["Location"].startswith("/console/sign-in")


@pytest.mark.parametrize(
    "path", ["/load", "/load/state", "/load/refused.csv", "/team", "/settings", "/audit", "/audit.csv"]
)
def test_what_is_for_managers_is_refused_to_a_salesperson(quiet_office: Office, path: str) -> None:
    assert quiet_office.colleague("Boris").get(path).status_code == 403
