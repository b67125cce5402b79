"""The country that a phone number or a language tells."""

from __future__ import annotations

_ONE_COUNTRY = {"tr": "TR", "ja": "JP", "id": "ID", "vi": "VN", "pl": "PL", "it": "IT", "hi": "IN"}


def country_of_phone(phone: str) -> str | None:
    """ISO code of an international number ("+7 701…" is KZ, "+1 416…" is CA); None when it tells none."""
    import phonenumbers

    digits = phone.strip()
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    if not digits.startswith("+"):
        digits = "+" + digits
    try:
        number = phonenumbers.parse(digits)
    except phonenumbers.NumberParseException:
        return None
    region = phonenumbers.region_code_for_number(number)
    if region is None and phonenumbers.is_possible_number(number):
        regions = phonenumbers.region_codes_for_country_code(number.country_code or 0)
        region = regions[0] if len(regions) == 1 or (number.country_code not in (1, 7) and regions) else None
    return region if region and len(region) == 2 and region.isalpha() else None


def likely_country_of_language(language: str) -> str | None:
    """The country of a language that is spoken in practically one trading country, else None. A weak
    guess."""
    return _ONE_COUNTRY.get(language)
