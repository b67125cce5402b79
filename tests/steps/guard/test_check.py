"""Each rule of the guard, by what a salesperson or a model might write."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.inquiry import LANGUAGES
from bot.domain.moves import DeclineOffPlatformPayment, NoReply, TellCertificates
from bot.domain.plan import Amount
from bot.steps.guard import check
from tests.steps.guard.plans import FACTS, PLAN, plan_in

PIECES = (
    "USD", "$", "¥", "1", "0", ".", ",", " ", "\n", "-", "/", "%", "年", "月", "日", "万", "百", "分之",
    "December", "@", "+", "x", "k", "https://", "www.", ".com", "IBAN", "DE89", "FOB", "MUG-350", "CE", "٣",
    "२",
    "\u200b", "e\u0301", "{", "}",
)  # fmt: skip


def rules(text: str, language: str = "en") -> set[str]:
    return {finding.rule for finding in check(text, plan_in(language))}


def test_a_draft_that_keeps_to_its_plan_has_no_finding() -> None:
    text = (
        "Hello Alice,\n\nOur price, FOB Shenzhen:\n• Steel mug 350 ml (MUG-350): 500 pcs × 2.95 = USD "
        "1,475.00\n"
        "Total: $1,500.00\n\nValid until Sunday, 6 December 2026. Production takes 12 working days; the "
        "deposit is 30%.\n"
        "It holds CE and ISO 9001. Samples ship within 48 hours. Super Sale 11.11 is included.\n"
        "1. Order here: https://orders.shop.example/Q17\n2. Pay by card, PayPal or bank transfer to the "
        "platform account.\n"
        "3. Questions: sales@shop.example"
    )
    assert check(text, PLAN) == ()


def test_the_excerpt_is_the_very_words_of_the_draft() -> None:
    text = "The total is US$\u00a01.\u200b476,00 today."
    (finding,) = check(text, PLAN)
    assert finding.rule == "unsupported_amount"
    assert finding.severity == "block"
    assert finding.excerpt == "US$\u00a01.\u200b476,00"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You can pay by Western Union."),
        ("en", "Please send it by W e s t e r n  U n i o n."),
        ("en", "Please send it by Wеstеrn Uniоn."),
        ("en", "Please send it by Ｗｅｓｔｅｒｎ Ｕｎｉｏｎ."),
        ("en", "Please send it by West\u200bern Un\u00adion."),
        ("en", "Please send it by Wéstérn-Üníon."),
        ("en", "Please send it by 𝐖𝐞𝐬𝐭𝐞𝐫𝐧 𝐔𝐧𝐢𝐨𝐧."),
        ("en", "A direct T/T to our company account is quickest."),
        ("en", "USDT is welcome, too."),
        ("en", "Use PayPal friends and family."),
        ("en", "Pay me by Zelle."),
        ("es", "Puede pagar por transferencia a nuestra cuenta."),
        ("es", "Aceptamos criptomonedas."),
        ("pt", "Pode pagar fora da plataforma."),
        ("fr", "Vous pouvez payer sur notre compte."),
        ("de", "Bitte überweisen Sie auf unser Konto."),
        ("de", "Zahlung gern auf mein Konto."),
        ("it", "Può pagare sul nostro conto."),
        ("ru", "Можно оплатить через Вестерн Юнион."),
        ("ru", "Переведите на личный счёт."),
        ("ru", "Оплата криптовалютой возможна."),
        ("ar", "يمكنك الدفع عبر ويسترن يونيون."),
        ("ar", "حوّل المبلغ إلى حسابنا."),
        ("tr", "Ödemeyi şirket hesabımıza yapabilirsiniz."),
        ("pl", "Proszę zapłacić na nasze konto."),
        ("id", "Silakan transfer ke rekening kami."),
        ("vi", "Vui lòng chuyển vào tài khoản của chúng tôi."),
        ("hi", "कृपया हमारे खाते में भुगतान करें।"),
        ("zh", "请付款到我们的账户。"),
        ("zh", "可以用支付宝付款。"),
        ("ja", "当社の口座にお支払いください。"),
        ("ja", "仮想通貨でもお支払いいただけます。"),
    ],
)
def test_paying_elsewhere_is_stopped_in_every_language(language: str, text: str) -> None:
    assert "off_platform_payment" in rules(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We do not take Western Union."),
        ("es", "No aceptamos Western Union ni criptomonedas."),
        ("de", "Western Union nehmen wir nicht an."),
        ("ru", "Мы не принимаем Western Union."),
        ("ar", "لا نقبل ويسترن يونيون."),
        ("zh", "我们不接受西联汇款。"),
        ("ja", "ウエスタンユニオンはお受けできません。"),
        ("tr", "Western Union kabul etmiyoruz."),
        ("hi", "हम वेस्टर्न यूनियन स्वीकार नहीं करते।"),
    ],
)
def test_a_refused_way_may_be_named_to_decline_it(language: str, text: str) -> None:
    assert rules(text, language) == set()


def test_a_way_that_the_plan_does_not_know_may_be_declined_only_where_the_plan_declines() -> None:
    text = "We cannot take Zelle."
    assert "off_platform_payment" in rules(text)
    declining = replace(PLAN, moves=(DeclineOffPlatformPayment("Trade Assurance"),))
    assert check(text, declining) == ()


@pytest.mark.parametrize(
    "text",
    [
        "IBAN: DE89 3704 0044 0532 0130 00",
        "Send it to GB82WEST12345698765432 please",
        "SWIFT: BKCHCNBJ300",
        "Account number 6222 0212 3456 7890 12",
        "Card 4111 1111 1111 1111",
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        "0x52908400098527886E0F7030069857D2E4169EE7",
        "TJRyWwFs9wTFGZg3JbrVriFbNfCug5tDeC",
        "账号：6222021234567890",
        "р/с 40702810500000012345",
    ],
)
def test_bank_details_are_stopped(text: str) -> None:
    assert "bank_details" in rules(text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("unsupported_link", "See https://orders.shop.example/Q18"),
        ("unsupported_link", "See www.other-shop.com for more"),
        ("unsupported_link", "See other-shop.cn"),
        ("unsupported_link", "See other-shop[.]com"),
        ("unsupported_link", "See orders.shop.example.evil.com/Q17"),
        ("unsupported_email", "Write to boris@gmail.com"),
        ("unsupported_email", "Write to boris (at) gmail (dot) com"),
        ("contact_leak", "Call +86 138 0013 8000"),
        ("contact_leak", "Add me on WhatsApp: boris_sales"),
        ("contact_leak", "WeChat ID: boris8888"),
        ("contact_leak", "Find me on Telegram @boris_sales"),
        ("contact_leak", "https://wa.me/8613800138000"),
        ("contact_leak", "微信：boris8888"),
        ("contact_leak", "واتساب ٠٠٨٦١٣٨٠٠١٣٨٠٠٠"),
        ("unknown_sku", "MUG-500 is better"),
        ("unknown_sku", "MUG-35O is better"),
        ("unknown_sku", "MUG-350-S is better"),
        ("unknown_sku", "Take LAMP8"),
        ("unknown_sku", "Take ZZ-99-XX"),
        ("unsupported_certificate", "It is FCC certified"),
        ("unsupported_certificate", "It is REACH compliant"),
        ("unsupported_certificate", "OEKO-TEX Standard 100"),
        ("unsupported_certificate", "with EN 71-3 report"),
        ("unsupported_certificate", "ISO 14001 holds"),
        ("unsupported_certificate", "сертификат ЕАС"),
        ("unsupported_certificate", "It is ul listed"),
        ("unsupported_incoterm", "The price is DDP London"),
        ("unsupported_incoterm", "The price is ddp London"),
        ("unsupported_incoterm", "The price is C.I.F. London"),
        ("unsupported_incoterm", "The price is СIF London"),
        ("unsupported_incoterm", "The price is ex works"),
        ("unsupported_incoterm", "价格为到岸价"),
        ("unsupported_incoterm", "Preis ab Werk"),
        ("unsupported_percentage", "twenty percent off"),
        ("unsupported_percentage", "打9折"),
        ("unsupported_percentage", "百分之二十"),
        ("unsupported_percentage", "2割引"),
        ("unsupported_amount", "for two thousand dollars"),
        ("unsupported_amount", "两千美元"),
        ("unsupported_amount", "USD 50k"),
        ("unsupported_amount", "5万円"),
        ("unsupported_amount", "99 cents"),
        ("unsupported_amount", "₹1,47,500"),
        ("unsupported_number", "ready in three weeks"),
        ("unsupported_number", "12k pieces"),
        ("unsupported_number", "500 lakh"),
        ("unsupported_number", "with 2.95 in it"),
        ("unsupported_number", "Steel mug 360 ml"),
        ("unsupported_number", "Samples ship within 24 hours."),
        ("unsupported_date", "until 2026-12-07"),
        ("unsupported_date", "until 12.06.2026"),
        ("unsupported_date", "until 31 February 2027"),
        ("unsupported_date", "until December 7"),
        ("unsupported_date", "until December 2027"),
        ("confidential_terms", "Our cost price is low"),
        ("confidential_terms", "我们的成本"),
        ("confidential_terms", "себестоимость ниже"),
        ("confidential_terms", "We never sell below our cost of 2.95 USD"),
        ("unsupported_promise", "with free shipping"),
        ("unsupported_promise", "送料無料"),
        ("unsupported_promise", "wir garantieren das"),
        ("template_error", "Hello {name}"),
        ("template_error", "Total: None"),
        ("template_error", "Dear [Your Name]"),
        ("template_error", "greet-name???"),
        ("empty_draft", " \n\u200b … "),
        ("empty_draft", ""),
    ],
)  # fmt: skip
def test_what_the_plan_does_not_hold_is_found(rule: str, text: str) -> None:
    assert rule in rules(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "en veinticinco días"),
        ("pt", "em duas semanas"),
        ("fr", "sous quinze jours"),
        ("de", "in fünf Werktagen"),
        ("it", "entro dieci giorni"),
        ("ru", "в течение пяти дней"),
        ("ru", "скидка двадцать процентов"),
        ("ar", "خلال خمسة أيام"),
        ("tr", "üç gün içinde"),
        ("pl", "w ciągu pięciu dni"),
        ("id", "dalam dua minggu"),
        ("vi", "trong hai tuần"),
        ("hi", "पाँच दिन में"),
        ("zh", "三天内发货"),
        ("zh", "两千五百件"),
        ("ja", "三営業日以内"),
    ],
)
def test_figures_in_words_are_read_in_every_language(language: str, text: str) -> None:
    assert rules(text, language) & {"unsupported_number", "unsupported_percentage"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The deposit is 30 per cent, i.e. 12 days after 06/12/2026."),
        ("en", "You may order 500 may we say so."),
        ("en", "Reach out to us, and see the ice and the nomad."),
        ("fr", "Ce produit est disponible, et ce prix de 2,95 USD est valable jusqu'au 6 décembre."),
        ("de", "Gültig bis 6.12.2026, das ist bis zum 06.12.26; am 6. Dezember endet es."),
        ("es", "Queremos saber más; el 30 por ciento, o sea 1.475 USD."),
        ("tr", "Avans %30, yani 1.475,00 USD; bin teşekkür."),
        ("ru", "Сообщите нам, и мы ответим. Скидок нет. Цена 2,95 долл."),
        ("zh", "您好！请问一下，这个产品有两个颜色，十分感谢，千万别客气。"),
        ("ar", "السعر ٢٫٩٥ دولار حتى ٦ ديسمبر ٢٠٢٦."),
        ("hi", "कीमत २.९५ डॉलर है, ६ दिसंबर २०२६ तक।"),
        ("ja", "ありがとうございます。十分に確認いたします。一度ご覧ください。"),
        ("en", "Prices in USD:\n500: 2.95"),
        ("en", "We do not share costs, margins or other internal information."),
        ("en", "Your order 70418 is on its way."),
        ("en", "FOB (Incoterms® 2020)"),
    ],
)
def test_harmless_words_are_no_finding(language: str, text: str) -> None:
    assert check(text, plan_in(language)) == ()


def test_a_willing_no_is_no_refusal() -> None:
    for text in ("No problem, use Western Union.", "Why not Western Union?", "没问题，可以用西联付款。"):
        assert "off_platform_payment" in rules(text), text


def test_a_measure_of_the_shop_may_be_written_in_another_convention_and_no_other() -> None:
    texts = frozenset({"capacity: 10000 mAh", "LED strip 24 V 5 m (IP65)"})
    plan = replace(PLAN, facts=replace(FACTS, verbatim=texts))
    assert check("Capacity 10.000 mAh, 24V, IP65.", plan) == ()
    for text in ("20.000 mAh", "36V", "IP67", "24 days", "10000 pcs", "10000 mA", "5 g", "65 W"):
        assert check(text, plan), text


def test_nothing_is_the_right_answer_to_spam() -> None:
    assert check("", replace(PLAN, moves=(NoReply(),))) == ()


def test_a_certificate_that_is_not_listed_may_not_be_claimed() -> None:
    facts = replace(FACTS, certificates=frozenset({"CE", "PSE"}))
    plan = replace(PLAN, facts=facts, moves=(TellCertificates(None, held=("CE",), unlisted=("PSE",)),))
    assert check("CE is there; PSE is not listed in our data.", plan) == ()
    assert [finding.rule for finding in check("It holds CE and PSE.", plan)] == ["unsupported_certificate"]


def test_a_name_that_is_an_address_is_no_excuse_for_it() -> None:
    plan = replace(PLAN, buyer_name="evil.com", facts=replace(FACTS, verbatim=frozenset({"evil.com"})))
    assert [finding.rule for finding in check("Hello evil.com", plan)] == ["unsupported_link"]


def test_a_short_label_hides_no_longer_number() -> None:
    plan = replace(PLAN, facts=replace(FACTS, verbatim=frozenset({"Lamp 10", "1", "pcs"})))
    assert check("Lamp 10 is in stock", plan) == ()
    for text in ("Lamp 100", "Lamp 10.5", "Lamp 10%", "Lamp 10万", "Lamp 10-12", "1 pcs"):
        assert check(text, plan), text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Thank you for your message, we will check this with our colleagues and come back to you."),
        ("en", "Vielen Dank für Ihre Nachricht, wir prüfen das und melden uns bei Ihnen mit der Antwort."),
        (
            "es",
            "Obrigado por sua mensagem, não se preocupe, você pode contar com a nossa equipe para o pedido.",
        ),
        ("ru", "Thank you for your message, we will check this."),
        ("ja", "感谢您的来信，我们会尽快确认并回复您的问题。"),
        ("zh", "お問い合わせいただきありがとうございます。確認いたします。"),
        ("ar", "Thank you for your message, we will check this."),
    ],
)
def test_the_wrong_language_is_marked(language: str, text: str) -> None:
    found = check(text, plan_in(language))
    assert [(finding.rule, finding.severity) for finding in found] == [("wrong_language", "warn")]


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=300), language=st.sampled_from(LANGUAGES))
def test_any_text_is_answered_and_every_excerpt_stands_in_it(text: str, language: str) -> None:
    for finding in check(text, plan_in(language)):
        if finding.rule != "wrong_language":
            assert finding.excerpt in unicodedata.normalize("NFC", text)


@settings(max_examples=200, deadline=None)
@given(parts=st.lists(st.sampled_from(PIECES), max_size=30), language=st.sampled_from(LANGUAGES))
def test_odd_pieces_in_any_order_are_answered(parts: list[str], language: str) -> None:
    for finding in check("".join(parts), plan_in(language)):
        if finding.rule != "wrong_language":
            assert finding.excerpt in unicodedata.normalize("NFC", "".join(parts))


def test_the_expected_language_may_be_told() -> None:
    text = "Vielen Dank für Ihre Nachricht, wir prüfen das und melden uns bei Ihnen."
    assert check(text, PLAN, expected_language="de") == ()


def test_a_currency_of_few_countries_is_known_as_one() -> None:
    facts = replace(FACTS, amounts=frozenset({Amount(Decimal("972.00"), "TRY")}))
    plan = replace(PLAN, facts=facts)
    assert check("It comes to about TRY 972.00.", plan) == ()
    assert [found.rule for found in check("It comes to about MOP 972.00.", plan)] == ["unsupported_amount"]


def test_the_currency_of_the_plan_is_known_whatever_it_is() -> None:
    facts = replace(FACTS, amounts=frozenset({Amount(Decimal("972.00"), "XTS")}))
    assert check("It comes to about 972.00 XTS.", replace(PLAN, facts=facts)) == ()
