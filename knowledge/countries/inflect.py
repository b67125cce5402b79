"""Case forms of Russian and Polish place names, for building the gazetteer. Over-generates: the builder
filters."""

from __future__ import annotations

_RU_ADJECTIVES = {
    "ий": ("ого", "ому", "им", "ом", "его", "ем"),
    "ый": ("ого", "ому", "ым", "ом"),
    "ая": ("ой", "ую"),
    "ое": ("ого", "ому", "ом"),
    "ые": ("ых", "ым", "ыми"),
    "ие": ("их", "им", "ими"),
}


def russian(name: str) -> set[str]:
    """Forms of a one- or many-word name; adjectives before the noun change with it, in any case mix."""
    *before, last = name.split(" ")
    stems = [_russian_adjective(word) for word in before]
    forms: set[str] = set()
    for noun in _russian_noun(last):
        heads = [""]
        for stem in stems:
            heads = [f"{head}{form} " for head in heads for form in stem]
        forms |= {head + noun for head in heads}
    return forms


def _russian_adjective(word: str) -> list[str]:
    for ending, forms in _RU_ADJECTIVES.items():
        if word.endswith(ending):
            return [word, *(word[: -len(ending)] + form for form in forms)]
    return [word]


def _russian_noun(word: str) -> set[str]:
    stem, end = word[:-1], word[-1:]
    if word.endswith("ия"):
        return {stem + form for form in ("и", "ю", "ей")}
    if end == "я":
        return {stem + form for form in ("и", "е", "ю", "ей")}
    if end == "а":
        return {stem + form for form in ("и" if stem[-1:] in "гкхжчшщ" else "ы", "е", "у", "ой")}
    if end == "ь":
        return {stem + form for form in ("и", "ью", "я", "ю", "ем", "е")}
    if end == "й":
        return {stem + form for form in ("я", "ю", "ем", "е")}
    if end == "ы":
        return {stem + form for form in ("", "ов", "ам", "ах", "ами")}
    if end in "бвгджзклмнпрстфхцчшщ":
        return {word + form for form in ("а", "у", "ом", "е")}
    return set()


def polish(name: str) -> set[str]:
    """Forms of a one-word name."""
    stem = name[:-1]
    if name.endswith(("ia", "ja")):
        return {stem + form for form in ("i", "ę", "ą")} | {stem[:-1] + "i"}
    if name.endswith("ka"):
        return {name[:-2] + form for form in ("ki", "ce", "kę", "ką")}
    if name.endswith("ga"):
        return {name[:-2] + form for form in ("gi", "dze", "gę", "gą")}
    if name.endswith("a"):
        soft = {"t": "cie", "d": "dzie", "r": "rze", "ł": "le"}.get(stem[-1], stem[-1] + "ie")
        return {stem + form for form in ("y", "i", "ę", "ą")} | {stem[:-1] + soft}
    if name[-1] in "bcdfghjklmnprstwzńśł":
        soft = {"t": "cie", "d": "dzie", "r": "rze", "ł": "le"}.get(name[-1], name[-1] + "ie")
        return {name + form for form in ("u", "a", "em", "iem")} | {stem + soft}
    return set()
