"""What a place is to the buyer, told by the words around it."""

from __future__ import annotations

from typing import Literal

from knowledge.countries.place_cues import Cues, han_cues
from knowledge.countries.words import Word

Role = Literal["origin", "destination", "transit", "loading", "bare"]
Near = Literal["incoterm", "loading", "to", "from", "in", "via", "transit", "ship", "based"] | None

_CLAUSE = 9
"""How many words back a word like "delivery" or "our shop" still speaks about the place."""
_STOPS = frozenset(".!?;\n。！？；؟।")
_PLACE_NOUNS = frozenset(
    {
        "port",
        "city",
        "kota",
        "pelabuhan",
        "puerto",
        "porto",
        "ciudad",
        "cidade",
        "ville",
        "hafen",
        "stadt",
        "citta",
    }
)
_DATIVE = frozenset({"a", "e", "ya", "ye", "na", "ne"})
_LOCATIVE = frozenset(
    {
        "dayiz",
        "deyiz",
        "tayiz",
        "teyiz",
        "dayim",
        "deyim",
        "tayim",
        "teyim",
        "liyiz",
        "da",
        "de",
        "ta",
        "te",
        "daki",
        "deki",
        "taki",
        "teki",
    }
)
_ABLATIVE = frozenset({"dan", "den", "tan", "ten"})


def stops(text: str, left: int, right: int) -> bool:
    """Whether a sentence ends between two offsets; the dot of an abbreviation does not count alone."""
    gap = text[left:right]
    return any(c in _STOPS for c in gap) and not (
        gap.strip() == "." and left >= 2 and text[max(0, left - 3) : left].count(" ") > 0
    )


def near_before(text: str, words: list[Word], at: int, cues: Cues) -> Near:
    """The cue right before word `at`, articles and "port of" skipped; None when there is none."""
    index, skipped = at - 1, 0
    while index >= 0 and not stops(text, words[index].end, words[index + 1].start):
        key = words[index].key
        for name, keys in (
            ("incoterm", cues.incoterm), ("loading", cues.loading), ("transit", cues.transit), ("to",
            cues.to),
            ("from", cues.from_), ("via", cues.via), ("in", cues.in_), ("ship", cues.ship), ("based",
            cues.based),
        ):  # fmt: skip
            if key in keys:
                if name == "based" and skipped:
                    return "from"
                return name  # type: ignore[return-value]  # the tuple's names are the literal's
        if key not in cues.skip or skipped == 3:
            break
        index, skipped = index - 1, skipped + 1
    return "in" if any(word.key in _PLACE_NOUNS for word in words[at - skipped : at]) else None


def near_after(text: str, words: list[Word], after: int, cues: Cues) -> Near:
    """The cue right behind a place whose last word is `after - 1` (postpositions of Hindi, Turkish …)."""
    if after >= len(words) or stops(text, words[after - 1].end, words[after].start):
        return None
    key = words[after].key
    pair = f"{key} {words[after + 1].key}" if after + 1 < len(words) else key
    if key in cues.to_after or pair in cues.to_after:
        return "to"
    if key in cues.from_after:
        return "from"
    if key in cues.via_after:
        return "via"
    return "in" if key in cues.in_after else None


def suffix_cue(suffix: str) -> Near:
    """What a Turkish case ending tells: `ya` -> to; `dan` and `da` -> the buyer is there."""
    if suffix in _DATIVE:
        return "to"
    return "from" if suffix in _ABLATIVE | _LOCATIVE else None


def role_of(
    text: str, words: list[Word], first: int, after: int, near: Near, cues: Cues, *, moved: bool | None
) -> Role:
    """The role of the place at words `first` .. `after - 1`.

    `moved` settles a preposition that means both "in" and "into": True into, False in, None not told by the
    form.
    """
    if near in ("incoterm", "to", "ship"):
        return "destination"
    if near == "loading":
        return "loading"
    if near in ("via", "transit"):
        return "transit"
    if near in ("from", "based"):
        shipped = _clause_has(text, words, first, cues.ship)
        settled = _clause_has(text, words, first, cues.based - cues.from_)
        return "loading" if near == "from" and 0 < shipped <= 3 and not settled else "origin"
    if near == "in" and moved:
        return "destination"
    shipping, based, transit = (
        _clause_has(text, words, first, keys)
        for keys in (cues.ship | cues.incoterm, cues.based, cues.transit)
    )
    if transit:
        return "transit"
    if near == "in":
        if based and (not shipping or based < shipping):
            return "origin"
        if shipping or _ahead_has(text, words, after, cues.ship):
            return "destination"
        return "origin" if moved is False or based or _ahead_has(text, words, after, cues.based) else "bare"
    if shipping and (not based or shipping < based):
        return "destination"
    return "origin" if based and based <= 3 else "bare"


def _clause_has(text: str, words: list[Word], first: int, keys: frozenset[str]) -> int:
    """How many words before `first` one of `keys` stands in the same sentence; 0 when none does."""
    for back in range(1, min(_CLAUSE, first) + 1):
        index = first - back
        if stops(text, words[index].end, words[index + 1].start):
            return 0
        if words[index].key in keys or f"{words[index].key} {words[index + 1].key}" in keys:
            return back
    return 0


def _ahead_has(text: str, words: list[Word], after: int, keys: frozenset[str]) -> bool:
    """Whether one of `keys` stands within three words behind a place."""
    for index in range(after, min(after + 3, len(words))):
        if stops(text, words[index - 1].end, words[index].start):
            return False
        if words[index].key in keys:
            return True
    return False


def han_role(before: str, after: str) -> Role:
    """The role of a place inside Chinese or Japanese, by the characters on either side of it."""
    for name, role in _HAN_RULES:
        if name.endswith("_after"):
            if after.startswith(han_cues(name)):
                return role
        elif before.rstrip().endswith(han_cues(name)):
            return role
    latin = before.rstrip().upper()
    if latin.endswith(("FOB", "FCA", "EXW")):
        return "loading"
    if latin.endswith(("CIF", "CFR", "DAP", "DDP", "DDU", "CPT", "CIP", "DPU")):
        return "destination"
    if any(cue in before[-12:] for cue in han_cues("ship")):
        return "destination"
    return "origin" if any(cue in before[-10:] for cue in han_cues("based")) else "bare"


_HAN_RULES: tuple[tuple[str, Role], ...] = (
    ("via_after", "transit"),
    ("via", "transit"),
    ("house_after", "origin"),
    ("to_after", "destination"),
    ("market_after", "destination"),
    ("based", "origin"),
    ("from", "origin"),
    ("from_after", "origin"),
    ("to", "destination"),
)
