from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.start.given import NotAnAnswer, read
from bot.start.questions import QUESTIONS
from bot.start.shop_file import answers_of, shop_toml
from knowledge.shop_folder.reading import Complaints
from knowledge.shop_folder.terms import read_terms
from prompts.console import LANGUAGES, load

_HOSTILE = st.sampled_from(
    [
        'Mei "Kitchen" Co.',
        "[company]",
        "a = 1 # x",
        "\\u0000",
        "'''",
        '"""',
        "C:\\new\\table",
        "{quote_number}",
        "深圳市示例电子有限公司",
        "شركة",
        "\u202eevil",
        "\ufeffname",
        "\x7f",
        "tab\there",
        "a\u2028b",
        "\x85",
        "😀",
        "=",
        "#",
    ]
)
_TEXT = st.one_of(
    _HOSTILE, st.text(max_size=60), st.builds(lambda a, b: f"{a}{b}", _HOSTILE, st.text(max_size=9))
)
_PERCENT = st.decimals(0, 100, places=2).map(str)
_DAY = st.dates().map(lambda day: day.isoformat())


@st.composite
def answers(draw: st.DrawFn) -> dict[str, Any]:
    """What a person may have typed into each question; None where the program refuses it."""
    typed: dict[str, Any] = {
        "company.name": draw(_TEXT),
        "company.home_country": draw(st.sampled_from(["CN", "turkey", "Mexico"])),
        "company.timezone": draw(st.sampled_from(["Asia/Shanghai", "Europe/Istanbul"])),
        "company.working_days": draw(st.sampled_from(["mon-sat", "sun-thu", "mon, wed"])),
        "company.working_hours": draw(st.sampled_from(["9-18", "08:30-17:45"])),
        "company.languages": draw(st.sampled_from(["zh en", "tr", "es, en"])),
        "quote.incoterms": draw(st.sampled_from(["EXW FOB", "fob, cif, ddp"])),
        "quote.default_incoterm": "FOB",
        "quote.loading_port": draw(st.none() | _TEXT),
        "quote.validity_days": draw(st.integers(1, 366)),
        "quote.deposit_percent": draw(st.none() | _PERCENT),
        "quote.unit_price_decimals": draw(st.integers(2, 4)),
        "discount.salesperson_percent": "3",
        "discount.manager_percent": draw(st.sampled_from(["3.5", "100"])),
        "restricted.destinations": draw(st.none() | st.just("KP, Iran")),
        "payment.platform": draw(st.none() | _TEXT),
        "payment.order_link": draw(st.none() | st.just("https://a.test/o/{quote_number}?x=1#y")),
        "payment.methods": draw(st.lists(_TEXT, max_size=3)),
        "payment.benefits": draw(st.lists(_TEXT, max_size=3)),
        "payment.never": draw(st.lists(_TEXT, max_size=3)),
        "closures": [
            {"name": draw(_TEXT), "start": min(days), "end": max(days)}
            for days in draw(st.lists(st.tuples(_DAY, _DAY), max_size=2))
        ],
    }
    taken: dict[str, Any] = {}
    for key, value in typed.items():
        try:
            taken[key] = read(key, value)
        except NotAnAnswer:
            taken[key] = None
    taken["company.name"] = taken["company.name"] or "Mei"
    taken["list.currency"] = "USD"
    columns = draw(
        st.dictionaries(_TEXT.map(lambda text: " ".join(text.split())), st.just("sku"), max_size=3)
    )
    return taken | {"columns": {heading: field for heading, field in columns.items() if heading}}


@settings(max_examples=150, deadline=None)
@given(taken=answers(), language=st.sampled_from(LANGUAGES))
def test_the_file_reads_back_as_the_answers_whatever_was_typed(taken: dict[str, Any], language: str) -> None:
    text = shop_toml(taken, load(language).say)
    complaints = Complaints()
    terms = read_terms(text.encode(), complaints)
    assert complaints.errors == []
    assert complaints.warnings == []
    assert terms.company.name == taken["company.name"]
    assert terms.payment.never == tuple(taken["payment.never"] or ())
    assert dict(terms.columns) == taken["columns"]
    again = answers_of(tomllib.loads(text, parse_float=Decimal))
    assert {key: value for key, value in again.items() if key in QUESTIONS} == {
        key: value for key, value in taken.items() if key in QUESTIONS and value not in (None, [])
    }


def test_what_nobody_is_asked_stays_as_the_earlier_file_has_it() -> None:
    earlier = (
        '[company]\nname = "Old"\n\n[fx]\nas_of = 2026-11-20\nEUR = 0.92\n\n'
        '[[campaigns]]\nname = "Super September" # ours\nstart = 2026-09-01\nend = 2026-09-30\npercent = 5\n'
    )
    taken = {
        "company.name": "New",
        "company.home_country": "CN",
        "company.timezone": "Asia/Shanghai",
        "list.currency": "USD",
    }
    text = shop_toml(taken, load("en").say, earlier)
    terms = read_terms(text.encode(), Complaints())
    assert terms.company.name == "New"
    assert terms.fx is not None
    assert terms.campaigns[0].percent == 5
    assert "# ours" in text


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("company.working_days", "Mon to Sat", ["mon", "tue", "wed", "thu", "fri", "sat"]),
        ("company.working_days", "周一至周五", ["mon", "tue", "wed", "thu", "fri"]),
        ("company.working_days", "sun-thu", ["mon", "tue", "wed", "thu", "sun"]),
        ("company.working_hours", "9:00 – 18.30", ["09:00", "18:30"]),
        ("company.home_country", "türkiye", "TR"),
        ("discount.salesperson_percent", "3,5 %", "3.5"),
        ("quote.validity_days", "１４", 14),
        (
            "payment.benefits",
            "money is held, until you confirm; refund",
            ["money is held, until you confirm", "refund"],
        ),
        (
            "closures",
            "CNY, 2027-02-03 to 2027-2-12",
            [{"name": "CNY", "start": "2027-02-03", "end": "2027-02-12"}],
        ),
        ("quote.loading_port", "  ", None),
    ],
)
def test_answers_are_read_as_people_type_them(key: str, typed: str, value: object) -> None:
    assert read(key, typed) == value


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("company.home_country", "Wakanda"),
        ("company.timezone", "Shanghai"),
        ("company.working_days", "always"),
        ("company.working_hours", "18:00-09:00"),
        ("company.languages", "English please"),
        ("quote.incoterms", "FOBB"),
        ("quote.validity_days", "0"),
        ("quote.validity_days", "two weeks"),
        ("discount.manager_percent", "101"),
        ("discount.manager_percent", "NaN"),
        ("payment.order_link", "example.com"),
        ("payment.order_link", "https://a.test/{number}"),
        ("restricted.destinations", "KP, Atlantis"),
        ("closures", "Chinese New Year"),
        ("closures", "CNY 2027-02-12 2027-02-03"),
        ("company.name", "x" * 501),
    ],
)
def test_what_is_no_answer_says_what_was_expected_in_every_language(key: str, typed: str) -> None:
    with pytest.raises(NotAnAnswer) as wrong:
        read(key, typed)
    for language in LANGUAGES:
        assert load(language).say(wrong.value.message, **wrong.value.values)


def test_every_question_has_its_words() -> None:
    known = load("en").variables
    for question in QUESTIONS.values():
        table, _, name = question.key.partition(".")
        wanted = [f"start-ask-{question.words}", f"start-wrong-{question.words}"]
        wanted += [f"start-file-{table}-{name.replace('_', '-')}"] if name else []
        assert [message for message in wanted if message not in known] == []
