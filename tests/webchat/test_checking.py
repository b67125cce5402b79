"""The page on which a quotation is checked."""

from __future__ import annotations

import re

import httpx
import pytest

from bot.domain.inquiry import LANGUAGES
from bot.web.pace import Pace
from bot.webchat.visitors import Visitors as Remembered
from prompts.verify import load
from tests.browser import Visitors, serious_faults
from tests.web_app import WebApp
from tests.webchat.conftest import ASK, Buyer, approve_what_waits


@pytest.fixture
def quoted(service: WebApp, alice: Buyer) -> dict[str, str]:
    """The quote that Alice has, as her card shows it."""
    alice.write(ASK)
    approve_what_waits(service)
    service.until(lambda: len(alice.read()) == 2, "the answer is there")
    quote: dict[str, str] = alice.read()[1]["quote"]
    return quote


def test_the_card_names_deposit_balance_and_where_it_is_checked(
    service: WebApp, quoted: dict[str, str]
) -> None:
    assert (quoted["deposit_percent"], quoted["deposit"], quoted["balance"]) == ("30", "885.00", "2065.00")
    with service.client() as nobody:
        page = nobody.get(quoted["check_link"])
        assert page.status_code == 200
        assert "2,950.00" in page.text
        assert "https://example.test/order/Q-2026-0001" in page.text
        written = nobody.get(quoted["check_link"], headers={"Accept-Language": "es-MX,es;q=0.9"})
        assert "2,950.00" in written.text  # as Mexico writes it, and the reply did
        assert "2.950,00" in nobody.get(quoted["check_link"], headers={"Accept-Language": "es"}).text
        masked = nobody.get("/verify", params={"number": "q 2026 0001"})
        assert "2,950.00" not in masked.text
        assert "example.test/order" not in masked.text
        assert "is a quotation of" in masked.text
        wrong = nobody.get("/verify/Q-2026-0001", params={"code": "00000-00000"})
        assert "does not belong" in wrong.text
        assert "2,950.00" not in wrong.text
        unknown = nobody.get("/verify/Q-2026-0777")
        assert "We have sent no quotation" in unknown.text
        assert "Alice" not in page.text + masked.text


def test_whoever_tries_numbers_is_stopped_and_a_form_is_still_shown(service: WebApp) -> None:
    with service.client() as nobody:
        answers = [nobody.get(f"/verify/Q-2026-{number:04d}") for number in range(1, 30)]
        assert [each.status_code for each in answers[:10]] == [200] * 10
        assert answers[-1].status_code == 429
        assert int(answers[-1].headers["Retry-After"]) > 0
        assert nobody.get("/verify").status_code == 200


def test_an_account_that_somebody_was_told_is_never_ours(service: WebApp) -> None:
    with service.client() as nobody:
        for typed in ("DE89 3704 0044 0532 0130 00", "our new bank account"):
            answer = nobody.get("/verify", params={"number": typed})
            assert answer.status_code == 200
            alert = answer.text.partition('role="alert"')[2].partition("</section>")[0]
            assert "No account in any message is ours" in alert
            assert "A number looks like this" not in answer.text


def test_all_addresses_together_have_a_limit_too() -> None:
    remembered = Remembered()
    assert isinstance(remembered.checking_all, Pace)
    assert remembered.checking_all is not Remembered().checking_all


def headers_of(answer: httpx.Response) -> dict[str, str]:
    return {name: answer.headers[name] for name in ("Cache-Control", "Referrer-Policy", "X-Robots-Tag")}


def test_the_page_is_kept_by_nobody_and_what_is_typed_is_shown_as_text(service: WebApp) -> None:
    with service.client() as nobody:
        answer = nobody.get("/verify", params={"number": '"><script>alert(1)</script>'})
    assert headers_of(answer) == {
        "Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex",
    }  # fmt: skip
    assert "<script>" not in answer.text
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_about_accounts_is_there_in_every_language(service: WebApp, language: str) -> None:
    with service.client() as nobody:
        page = nobody.get("/verify", headers={"Accept-Language": language})
    assert f'lang="{language}"' in page.text
    told = load(language).say("account", platform="Trade Assurance")
    assert told.split("Trade")[0] in re.sub(r"&#\d+;", "'", page.text)


def test_the_page_fits_a_telephone_in_every_language_and_complains_of_nothing(
    service: WebApp, visitors: Visitors, quoted: dict[str, str]
) -> None:
    page = visitors.page(width=390, height=844)
    for language in LANGUAGES:
        # Most without a number: checks are counted, and few of them are let through at once.
        with_quote = language in ("en", "ar", "zh", "de")
        path = f"{quoted['check_link']}&lang={language}" if with_quote else f"/verify?lang={language}"
        page.goto(f"{service.url}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, language
        assert serious_faults(page) == []
        if language in ("en", "ar", "zh"):
            page.goto(f"{service.url}/verify/Q-2026-0001?lang={language}")
            assert serious_faults(page) == []
