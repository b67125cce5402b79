"""Words of a catalogue or of a buyer as comparable terms: concepts of the glossary, stems, model codes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container
from functools import lru_cache
from importlib.resources import files

from bot.domain.figures import figures, plain, read_number
from bot.domain.fold import fold
from bot.domain.ports import TradeWords
from bot.domain.products import PIECES, PIECES_MAYBE, SIZE_LETTER, Feature, FeatureKind
from knowledge.products.pieces import PIECES_CERTAIN, PIECES_MAY_BE

_CONNECTOR = re.compile(
    r"(?<![a-z0-9])(?:usb[\s-]?c(?!\w)"
    r"|(?:usb[\s-]?)?(?:type?|typ|tipo|tipe|tip|тип|тайп|تايب|タイプ|类型)[\s-]?[cс](?![a-zа-я])"
    r"|c型|c口|سي تايب)"
)
_TO = r"\s*(?:to|a|auf|zu|an|vers|na|на|к|ke|sang|do|->|>|/|-|→|转|到|对|から|الى|naar)\s*"
_C = r"(?:(?:usb|type?|typ|tipo|tipe|tip|тип|тайп)[\s-]?)*[cс]"
_A = r"(?:(?:usb|type?|typ|tipo|tipe|tip|тип)[\s-]?)*[aа]"
_PAIR = (
    (
        re.compile(
            rf"(?<![a-zа-я0-9])(?:usb|type?|typ|tipo|tipe|tip|тип|тайп)[\s-]?{_C}{_TO}{_C}(?![a-zа-я0-9])"
        ),
        "usb-c to usb-c",
    ),
    (
        re.compile(rf"(?<![a-zа-я0-9])(?:usb|type?|tipo|tipe|тип)[\s-]?{_A}{_TO}{_C}(?![a-zа-я0-9])"),
        "usb-a to usb-c",
    ),
)
"""Cables are told apart by both their ends."""
_MICRO = re.compile(r"(?<![a-z0-9])(?:micro|микро|مايكرو|マイクロ)[\s-]?usb")
_USB_A = re.compile(r"(?<![a-z0-9])usb[\s-]?a(?!\w)")
_LETTER = r"(?:x{0,3}[sl]|m|[2-6]xl)"
_SIZE_SAID = re.compile(
    r"(?:(?<![a-z])(?:sizes?|sz|tallas?|talles?|tailles?|gro(?:ss|ess)e|tamanhos?|tam|taglia|misura|beden|rozmiar\w*|ukuran|saiz)"
    r"|размер\w*|مقاس|قياس|साइज़?|尺码|サイズ)"
    rf"\s*[:#-]?\s*(?P<letter>{_LETTER})(?![a-z0-9])"
)
_SIZE_BARE = re.compile(r"(?<![A-Za-z0-9'’.])(XXS|XS|S|M|L|XL|XXL|XXXL|[2-6]XL)(?![A-Za-z0-9'’])")
_ENUMERATOR = re.compile(r"(?:^|\n)[ \t]*\(?(\d{1,2})[.)、:](?=\s)")
"""The numbers of a list are nobody's figures."""
_WORD = re.compile(r"[^\W_]+(?:['.+/-][^\W_]+)*\+?")
_CODE = re.compile(r"^(?=.*\d)(?=.*[a-z])[a-z0-9][a-z0-9.+/-]*$")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")


@lru_cache(maxsize=1)
def stopwords() -> frozenset[str]:
    """Words that never tell goods apart, folded."""
    lines = files("knowledge.products").joinpath("stopwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=64)
def _stemmer(name: str) -> object:
    import Stemmer

    return Stemmer.Stemmer(name)


_STEMMERS = {
    "en": "english", "es": "spanish", "pt": "portuguese", "fr": "french", "de": "german", "it": "italian",
    "ru": "russian", "ar": "arabic", "tr": "turkish", "id": "indonesian", "hi": "hindi",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The stem of one folded word. Cyrillic is stemmed as Russian and Arabic script as Arabic whatever the
    language.
    """
    if re.search(r"[а-я]", word):
        language = "ru"
    elif re.search(r"[\u0600-\u06ff]", word):
        language = "ar"
    name = _STEMMERS.get(language)
    if name is None or len(word) < 4:
        return word
    return str(_stemmer(name).stemWord(word))  # type: ignore[attr-defined] # PyStemmer ships no types


def is_code(word: str) -> bool:
    """Whether a folded word looks like a model number or SKU: letters and digits together."""
    return bool(_CODE.match(word)) and len(word) >= 2


def bigrams(run: str) -> list[str]:
    """Overlapping pairs of an unspaced Chinese or Japanese run; a single character stands for itself."""
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


_COUNTING = frozenset({"unit", "question"})
_SLIP = (0.7, 0.8)
"""Weights of glossary matches that are a slip of the keyboard away from the word."""


class _Everything:
    """The vocabulary while the catalogue itself is read."""

    def __contains__(self, _: object) -> bool:
        return True


class _Reader:
    """Collects features of one text; a stretch that one reading has taken is closed to the later ones."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.folded = fold(text)
        self.language = language
        self.features: list[Feature] = []
        self.taken = bytearray(len(self.folded.text))

    def free(self, start: int, end: int) -> bool:
        return not any(self.taken[start:end])

    def add(self, kind: FeatureKind, key: str, value: str, start: int, end: int, number: str = "") -> None:
        source = self.folded.at(start, end)
        self.features.append(
            Feature(
                kind, key, value, source[0], source[1], written=self.folded.text[start:end], number=number
            )
        )
        self.taken[start:end] = b"\1" * (end - start)

    def skus(self, skus: frozenset[str]) -> None:
        for match in re.finditer(r"[a-z0-9]+(?:[-_./+][a-z0-9]+)*", self.folded.text):
            if match[0] in skus:
                self.add("code", "sku", match[0], match.start(), match.end())

    def figures(self, *, catalogue: bool) -> None:
        shouted = self.text.isupper()
        for figure in figures(
            self.folded.text,
            catalogue=catalogue,
            capital=lambda at: not shouted and self.text[self.folded.origin[at]].isupper(),
        ):
            if self.free(figure.start, figure.end):
                self.add("spec", figure.dimension, figure.value, figure.start, figure.end, figure.number)

    def connectors(self) -> None:
        singles = ((_CONNECTOR, "usb-c"), (_MICRO, "micro-usb"), (_USB_A, "usb-a"))
        for pattern, value in (*_PAIR, *singles):
            for match in pattern.finditer(self.folded.text):
                if self.free(match.start(), match.end()):
                    self.add("attribute", "connector", value, match.start(), match.end())

    def size_letters(self) -> None:
        """S, M, XL: in small letters only behind a word for size."""
        for match in _SIZE_SAID.finditer(self.folded.text):
            self._size(match["letter"], *self.folded.at(match.start("letter"), match.end("letter")))
        for bare in _SIZE_BARE.finditer(self.text):
            self._size(bare[1].casefold(), bare.start(1), bare.end(1))

    def _size(self, letter: str, start: int, end: int) -> None:
        first, last = (bisect_left(self.folded.origin, at) for at in (start, end))
        if first < last and self.free(first, last):
            many = re.fullmatch(r"([2-6])xl", letter)
            value = "x" * int(many[1]) + "l" if many else letter
            self.add("spec", SIZE_LETTER, value, first, last)

    def pieces(self, *, catalogue: bool) -> None:
        for match in PIECES_CERTAIN.finditer(self.folded.text):
            self._pieces(match, PIECES)
        for match in PIECES_MAY_BE.finditer(self.folded.text):
            self._pieces(match, PIECES if catalogue else PIECES_MAYBE)

    def _pieces(self, match: re.Match[str], key: str) -> None:
        name = match.lastgroup
        if name is not None and self.free(match.start(name), match.end(name)):
            self.add("spec", key, match[name], match.start(name), match.end(name), match[name])

    def concepts(
        self, text: str, glossary: TradeWords, vocabulary: Container[str], *, catalogue: bool
    ) -> None:
        """Concepts of the glossary; a mere slip of one ("protector", "projector") yields to a word of the
        catalogue.
        """
        back = {source: index for index, source in reversed(list(enumerate(self.folded.origin)))}
        for found in glossary.find(text, self.language):
            if found.kind not in ("product", "attribute") and (catalogue or found.kind not in _COUNTING):
                continue
            written = fold(text[found.start : found.end]).text
            if is_code(written) or (
                _SLIP[0] <= found.weight < _SLIP[1] and stem(written, self.language) in vocabulary
            ):
                continue  # a model number says more than the kind of goods it belongs to
            start = back.get(found.start)
            last = next((back[i] for i in range(found.end - 1, found.start - 1, -1) if i in back), None)
            if start is None or last is None or not self.free(start, last + 1):
                continue
            if found.kind in _COUNTING:  # "pairs", "how much" tell no goods apart
                self.taken[start : last + 1] = b"\1" * (last + 1 - start)
                continue
            kind: FeatureKind = "product" if found.kind == "product" else "attribute"
            self.add(kind, "", found.english.casefold(), start, last + 1)
            self._own_words(start, last + 1, found.english, vocabulary if kind == "product" else frozenset())

    def _own_words(self, start: int, end: int, english: str, vocabulary: Container[str]) -> None:
        """The words of a phrase that its concept does not say: a hand towel is a towel, but no bath towel."""
        said = {stem(word, "en") for word in re.findall(r"[a-z]+", fold(english).text)}
        words = [m for m in _WORD.finditer(self.folded.text, start, end) if not _UNSPACED.search(m[0])]
        for match in words:
            one = stem(match[0], self.language)
            # A single word is kept beside its concept where the catalogue has the very word: "collares" are
            # necklaces to most sellers and collars to this one.
            kept = len(words) > 1 or (one in vocabulary and len(one) > 3)
            if kept and stem(match[0], "en") not in said and match[0] not in stopwords():
                self.add("word", "", one, match.start(), match.end())

    def words(self) -> None:
        for match in _ENUMERATOR.finditer(self.folded.text):
            self.taken[match.start(1) : match.end(1)] = b"\1" * len(match[1])
        for match in _WORD.finditer(self.folded.text):
            for start, end in self._free_parts(match.start(), match.end()):
                self._word(self.folded.text[start:end], start)

    def _free_parts(self, start: int, end: int) -> list[tuple[int, int]]:
        flags = bytes(self.taken[start:end])
        return [(start + m.start(), start + m.end()) for m in re.finditer(rb"\0+", flags)]

    def _word(self, word: str, start: int) -> None:
        start += len(word) - len(word.lstrip("'.+/-"))
        word = word.strip("'./-+")
        if not word:
            return
        if re.fullmatch(r"[\d.,]+", word):
            self.add("word", "number", plain(read_number(word.strip(".,"))), start, start + len(word))
        elif _UNSPACED.search(word):
            for run in _UNSPACED.finditer(word):
                for offset, pair in enumerate(bigrams(run[0])):
                    at = start + run.start() + offset
                    self.add("word", "cjk", pair, at, at + len(pair))
            for match in _WORD.finditer(_UNSPACED.sub(lambda m: " " * len(m[0]), word)):
                self._word(match[0], start + match.start())
        elif glued := re.fullmatch(r"(\d+)([^\W\d_]{3,})", word):
            self.add("word", "number", glued[1], start, start + glued.end(1))
            self.add("word", "", stem(glued[2], self.language), start + glued.start(2), start + glued.end(2))
        elif is_code(word):
            self.add("code", "model", re.sub(r"[-./]", "", word), start, start + len(word))
        else:
            for part in re.split(r"[-./+']", word):
                if (
                    part
                    and (part not in stopwords() or self._in_capitals(start, len(word)))
                    and (len(part) > 1 or not part.isascii())
                ):
                    self.add("word", "", stem(part, self.language), start, start + len(word))

    def _in_capitals(self, start: int, length: int) -> bool:
        """Whether a word is in capitals where the rest is not: a US plug is not "us"."""
        first, last = self.folded.at(start, start + length)
        return self.text[first:last].isupper() and length > 1 and not self.text.isupper()


def read_terms(
    text: str,
    language: str,
    glossary: TradeWords,
    skus: frozenset[str],
    *,
    catalogue: bool = False,
    vocabulary: Container[str] = frozenset(),
) -> tuple[Feature, ...]:
    """Everything in `text` that may tell products apart, in the order of the text.

    `vocabulary` holds the stems of the catalogue's words; the catalogue itself (`catalogue`) has no slips.
    """
    reader = _Reader(text, language)
    reader.skus(skus)
    reader.connectors()
    reader.pieces(catalogue=catalogue)
    reader.figures(catalogue=catalogue)
    reader.size_letters()
    reader.concepts(text, glossary, _Everything() if catalogue else vocabulary, catalogue=catalogue)
    reader.words()
    return tuple(sorted(reader.features, key=lambda f: (f.start, f.end)))
