"""Where CLDR or a library is behind the law of a country, or says nothing. As of 2026-11."""

from __future__ import annotations

_FRIDAY_SATURDAY = frozenset({4, 5})
_SATURDAY_SUNDAY = frozenset({5, 6})

WEEKEND: dict[str, frozenset[int]] = {
    # Cabinet resolution, in force 1 January 2022: public sector Friday noon to Sunday, private sector
    # follows.
    "AE": _SATURDAY_SUNDAY,
    # Royal decree of 23 June 2013.
    "SA": _FRIDAY_SATURDAY,
    **dict.fromkeys(
        (
            "BH",
            "DZ",
            "EG",
            "IQ",
            "JO",
            "KW",
            "LY",
            "OM",
            "QA",
            "SD",
            "SY",
            "YE",
            "BD",
            "MV",
            "PS",
            "DJ",
            "IL",
        ),
        _FRIDAY_SATURDAY,
    ),
    "BN": frozenset({4, 6}),
    # Shops and many offices work on Saturday, but nobody should be written to expect an answer on Sunday
    # only.
    "IN": _SATURDAY_SUNDAY,
    "UG": _SATURDAY_SUNDAY,
    "GQ": _SATURDAY_SUNDAY,
}

CURRENCY: dict[str, str] = {
    "BG": "EUR",  # Council decision of 8 July 2025, from 1 January 2026
    "HR": "EUR",
    "ZW": "ZWG",  # Reserve Bank of Zimbabwe, from April 2024
    "PS": "ILS",
    "PA": "USD",  # circulates at par with the balboa and is what trade is done in
}

EUROPEAN_UNION = frozenset(
    {
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    }
)

UNWRITTEN = frozenset({"und", "gsw", "vec"})
"""Not languages that one writes to a buyer in."""

SHORT_NAMES: dict[str, dict[str, str]] = {
    "HK": {
        "en": "Hong Kong", "de": "Hongkong", "pl": "Hongkong", "ru": "Гонконг", "ar": "هونغ كونغ", "hi":
        "हांगकांग",
        "vi": "Hồng Kông", "zh": "香港", "ja": "香港",
    },
    "MO": {
        "en": "Macao", "de": "Macau", "pt": "Macau", "tr": "Makao", "pl": "Makau", "id": "Makau", "ru":
        "Макао",
        "ar": "ماكاو", "hi": "मकाऊ", "vi": "Ma Cao", "zh": "澳门", "ja": "マカオ",
    },
}  # fmt: skip
"""Names in daily use, where CLDR's long form would look odd in a sales letter."""
