"""Sockets, certificates, import points and courtesy."""

from __future__ import annotations

import pytest

from knowledge.countries.profile import all_codes
from knowledge.countries.sockets import mains_of, plug_fits, plug_of, trade_plug_of
from knowledge.countries.trade import (
    GOODS,
    certificates_of,
    courtesy_of,
    curated_countries,
    formal,
    trade_points,
)


@pytest.mark.parametrize(
    ("code", "plug"),
    [
        ("GB", "UK"),
        ("DE", "EU"),
        ("US", "US"),
        ("AU", "AU"),
        ("JP", "JP"),
        ("MX", "US"),
        ("SA", "UK"),
        ("RU", "EU"),
        ("BR", "EU"),
    ],
)
def test_our_sockets_means_the_buyers_plug_version(code: str, plug: str) -> None:
    assert trade_plug_of(code)[0] == plug


def test_letters_are_those_of_the_standard() -> None:
    assert plug_of("GB") == ("G",)
    assert plug_of("CH") == ("J", "C")
    assert plug_of("AQ") == ()
    mains = mains_of("JP")
    assert mains is not None
    assert (mains.volts, mains.hertz) == ("100", "50/60")


def test_a_plug_that_does_not_fit_is_told() -> None:
    assert plug_fits("US", "GB") is False
    assert plug_fits("EU", "BR") is True
    assert plug_fits("us", "JP") is True
    assert plug_fits("EU", "AQ") is None


def test_nearly_every_country_has_its_sockets() -> None:
    assert sum(bool(plug_of(code)) for code in all_codes()) >= 210


def test_each_curated_fact_says_where_it_comes_from() -> None:
    assert len(curated_countries()) >= 45
    for code in curated_countries():
        certificates, points = certificates_of(code), trade_points(code)
        assert certificates
        assert points
        assert all(fact.source and fact.as_of == "2026-11" and fact.says for fact in certificates)
        assert all(fact.source and fact.as_of == "2026-11" and fact.says for fact in points)
        assert all(set(certificate.goods) <= set(GOODS) for certificate in certificates_of(code))
        assert courtesy_of(code) is not None


def test_certificates_are_given_per_goods_group() -> None:
    assert [c.marks for c in certificates_of("JP", "radio")] == [("TELEC", "Giteki")]
    assert "CE" in certificates_of("EE", "toys")[0].marks  # no entry of its own: the rules of the EU hold
    assert certificates_of("KI") == ()


def test_formality_follows_language_and_country() -> None:
    assert formal("DE", "de")
    assert formal("CL", "es")
    assert formal(None, "ja")
    assert not formal("US", "en")
    assert formal("IN", "en")
    assert formal("PT", "pt")
    assert not formal("BR", "pt")
