"""How many the buyer wants: numbers with counting words in fifteen languages, apart from figures, prices and dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.fold import Folded, fold
from bot.domain.numerals import find_number_words, find_numerals, fold_digits
from bot.domain.products import Feature
from prompts.cues import cues

_LARGEST = Decimal(10) ** 9

_COUNTING = re.compile(
    r"\s{0,2}(?:-|–)?(?:more |extra |another |of |x |nos |adicionales |weitere )?(?P<unit>"
    r"pcs?\b|p/cs|pc[es]\b|pieces?\b|peaces?\b|pics?\b|units?\b|ea\b|each\b|nos\b|sets?\b|pairs?\b|prs\b|packs?\b|packets?\b|boxes\b|box\b|"
    r"cartons?\b|ctns?\b|rolls?\b|reels?\b|tubes?\b|bags?\b|bottles?\b|cans?\b|jars?\b|sheets?\b|doz(?:en)?s?\b|items?\b|copies\b|"
    r"шт\w*|штук\w*|ед\b|единиц\w*|компл\w*|наб\w*р\w*|пар\w*|упак\w*|короб\w*|рулон\w*|катуш\w*|экз\w*|"
    r"[个個件支台条條只隻张張套双雙盒箱把根卷包枚本块塊片瓶罐对对副顶頂粒颗]|セット|ロット|ケース|ペア|足|着|脚|袋|缶|"
    r"adet\w*|tane\w*|parca\b|cift\w*|takim\w*|kutu\w*|paket\w*|koli\w*|"
    r"stuck\b|stk\b|st\b\.?|paare?\b|satze?\b|rollen?\b|packungen?\b|"
    r"pzas?\b|pzs?\b|piezas?\b|uds?\b|unidad(?:es)?\b|unds?\b|un\b|pares\b|juegos?\b|cajas?\b|rollos?\b|docenas?\b|"
    r"pecas?\b|unids?\b|jogos?\b|caixas?\b|duzias?\b|conjuntos?\b|"
    r"unites?\b|paires?\b|jeux\b|boites?\b|rouleaux\b|exemplaires\b|cartons\b|"
    r"pezz[io]\b|pz\b|paia\b|coppie\b|scatole\b|rotoli\b|unita\b|confezioni\b|"
    r"szt\w*|sztuk\w*|par[ay]?\b|zestaw\w*|kompl\w*|opakowa\w*|rol\w{1,3}\b|"
    r"buah\b|biji\b|lusin\b|pasang\b|potong\b|gulung\b|dus\b|kotak\b|helai\b|lembar\b|"
    r"cai\b|chiec\b|cay\b|bo\b|doi\b|hop\b|cuon\b|thung\b|tam\b|san pham\b|sp\b|qua\b|con\b|"
    r"قطع\w*|حب[هات]+|وحد\w*|طقم|اطقم|زوج|ازواج|كرتون\w*|علب\w*|رول\w*|دزين\w*|"
    r"नग|पीस|इकाई\w*|टुकड़े|जोड़[ेीा]|सेट|पैक|डिब्बे|दर्जन)"
)
_BEFORE = re.compile(
    r"(?:\bqty|\bquantity|\bq'?ty|\bx|×|\bmenge|\bcantidad|\bquantidade|\bqtde|\bqtd|\bquantite|\bqte|\bquantita|кол-во|количеств\w*|"
    r"\bmiktar\w*|\bilosc|\bjumlah|\bso luong|\bsl|数量|個数|العدد|الكميه|كميه|عدد|मात्रा)\s*(?:is|of|de|di|:|=|-|：)?\s*$"
)
_TIMES_AFTER = re.compile(r"\s?(?:x|×|\*)\s(?=\D)|(?:x|×)\s?(?=[^\W\d])")
_NOT_A_QUANTITY_AFTER = re.compile(
    r"\s{0,2}-?(?:%|٪|percent|per ?cent|prozent|процент\w*|por ?ciento|por ?cento|pour ?cent|per ?cento|yuzde|persen|phan tram|प्रतिशत|"
    r"days?\b|weeks?\b|months?\b|years?\b|yrs?\b|hours?\b|hrs?\b|minutes?\b|mins?\b|sec\w*|tage?n?\b|wochen?\b|monat\w*|jahre?n?\b|stunden?\b|"
    r"dias?\b|semanas?\b|mes(?:es)?\b|anos?\b|horas?\b|jours?\b|semaines?\b|mois\b|ans\b|annees?\b|heures?\b|giorn[io]\b|settiman\w*|mesi\b|ann[io]\b|ore\b|"
    r"дн\w*|день|недел\w*|месяц\w*|лет\b|год\w*|час\w*|мин\w*|сек\w*|gun\w*|hafta\w*|ay\b|yil\w*|saat\w*|dni\b|dzien|tygod\w*|miesi\w*|lat\b|rok\w*|godzin\w*|"
    r"hari\b|minggu\b|bulan\b|tahun\b|jam\b|menit\b|ngay\b|tuan\b|thang\b|nam\b|gio\b|दिन\w*|हफ्त\w*|सप्ताह\w*|महीन\w*|साल\w*|घंट\w*|"
    r"天|日|周|週|个月|か月|ヶ月|月|年|小时|時間|分钟|分間|号|يوم\w*|ايام|اسبوع\w*|اسابيع|شهر\w*|اشهر|سن[هوا]\w*|ساع\w*|"
    r"°|degree\w*|am\b|pm\b|pins?\b|ports?\b|layers?\b|colou?rs?\b|players?\b|persons?\b|people\b|keys?\b|"
    r"photos?\b|pictures?\b|videos?\b|fotos?\b|фото\w*|صور\w*|shops?\b|stores?\b|employees\b|workers\b|"
    r"usd|us\$|eur\b|euros?\b|gbp|dollars?|dolar\w*|доллар\w*|руб\w*|دولار\w*|美元|美金|元|块钱|ドル|円|रुप\w*|\$|€|£|₹|¥|\u20bd|vnd|idr|inr|cny|rmb|yuan|reais)"
)
_NOT_A_QUANTITY_BEFORE = re.compile(
    r"(?:[$€£₹¥\u20bd#№@]|(?<!\s)\+(?=$)|\busd|\bus\$|\beur|\bgbp|\binr|\brmb|\bcny|\brs\.?|\bno\.|\bn[°º]|номер|№|\border(?: no)?|\bpo|\bversion|\bver\.?|\bv\.?|"
    r"\btel|\bphone|\bwhatsapp|\bincoterms|\bunder|\babove|\bage|\bsize|\broom|\bhall|\bbooth|\bsince|\bin 20)\s?:?\s?$"
)
_ENUMERATOR = re.compile(r"(?:^|\n)\s*\(?$")
_GLUE = re.compile(
    r"\s*(?:/|,|;|、|，|\||-|–|or|and|&|o|u|y|e|ou|et|oder|und|или|и|veya|ya da|ve|lub|albo|i|atau|dan|hoac|va|या|और|或者?|和|と|または|او|و)\s*"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count at [start, end) of the source text; `strong` when a counting word, ×, or "qty" says so.

    `numeral` is the span of the bare number. `dozens` is already multiplied out."""

    value: int
    start: int
    end: int
    numeral: tuple[int, int]
    strong: bool
    unit: str = ""


def read_quantities(
    text: str, language: str, features: Sequence[Feature], shop_units: Sequence[str],
    is_figure: Callable[[str, str], bool],
) -> tuple[Quantity, ...]:  # fmt: skip
    """All counts of `text`, in its order. `features` are those of its words that the catalogue knows.

    `is_figure(number, word before)` tells whether the catalogue itself uses the bare number behind that word
    ("iphone 16"), or, with no word, as a figure of goods ("power bank 10000").
    """
    folded = fold(text)
    blocked = [(f.start, f.end) for f in features if f.kind in ("spec", "code") or f.key == "connector"]
    units = (
        re.compile(
            r"\s{0,2}(?P<unit>" + "|".join(re.escape(fold(u).text) + r"s?\b" for u in shop_units) + ")"
        )
        if shop_units
        else None
    )
    counts = _slashed(text)
    blocked += [(c.start, c.end) for c in counts]
    for start, end, value in _numbers(text, language):
        if any(start < b_end and end > b_start for b_start, b_end in blocked):
            continue
        count = _count(text, folded, start, end, value, features, units, is_figure)
        in_words = not any(c.isdigit() for c in text[start:end])
        if count is None or (in_words and not count.strong and count.value < 10):
            continue  # "the solar one", "un", "bir" are articles, not counts
        counts.append(count)
    counts.sort(key=lambda c: c.start)
    if any(c.value >= 10 for c in counts):
        counts = [c for c in counts if c.strong or c.value >= 10]
    return tuple(_with_series(text, counts))


def _numbers(text: str, language: str) -> list[tuple[int, int, Decimal]]:
    found = [(n.start, n.end, n.values[0]) for n in find_numerals(text) if n.values]
    for numeral in find_number_words(text, ("en", language)):
        if numeral.values and not any(numeral.start < e and numeral.end > s for s, e, _ in found):
            found.append((numeral.start, numeral.end, numeral.values[0]))
    return sorted(found)


def _span_in(folded: Folded, start: int, end: int) -> tuple[int, int]:
    inside = [n for n, origin in enumerate(folded.origin) if start <= origin < end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _count(
    text: str, folded: Folded, start: int, end: int, value: Decimal, features: Sequence[Feature],
    units: re.Pattern[str] | None, is_figure: Callable[[str, str], bool],
) -> Quantity | None:  # fmt: skip
    if value != value.to_integral_value() or not 0 < value <= _LARGEST:
        return None
    f_start, f_end = _span_in(folded, start, end)
    before, after = folded.text[max(0, f_start - 24) : f_start], folded.text[f_end : f_end + 24]
    if start >= 2 and text[start - 1] in ".,-/_" and text[start - 2].isalnum():
        return None
    unit = (units.match(after) if units else None) or _COUNTING.match(after)
    if unit is None and cues()["samples"]["words"].match(after.lstrip()):
        return Quantity(int(value), start, end, (start, end), True, "sample")
    if unit is None and (
        _NOT_A_QUANTITY_AFTER.match(after) or re.match(r"[-_/.]?[a-z]*\d|[-_/][a-z]", after)
    ):
        return None
    if _NOT_A_QUANTITY_BEFORE.search(before):
        return None
    words = f"{int(value)}"
    number = int(value)
    if unit is not None:
        name = unit["unit"]
        if re.match(r"doz|docena|duzia|lusin|دزين|दर्जन", name):
            number *= 12
        stop = folded.at(f_end, f_end + unit.end())[1] if unit.end() else end
        return Quantity(number, start, stop, (start, end), True, name)
    if _BEFORE.search(before) or _TIMES_AFTER.match(after):
        return Quantity(number, start, end, (start, end), True)
    if _ENUMERATOR.search(before) and re.match(r"[.)、:]\s", after):
        return None
    previous = re.search(r"([^\W\d_]+)[\s-]*$", before)
    if previous is not None and is_figure(words, previous[1]):
        return None
    if 1900 <= number <= 2100 and re.search(
        r"(?:in|since|en|em|im|de|с|в|从|year|desde|depuis|seit|dal|من|sejak|tu nam)\s*$", before
    ):
        return None
    if is_figure(words, "") and _follows_goods(text, start, features):
        return None
    if number < 10 and not _before_goods(text, end, features):
        return None  # "2 connectors", "3 sizes" count something about the goods
    return Quantity(number, start, end, (start, end), False)


def _before_goods(text: str, end: int, features: Sequence[Feature]) -> bool:
    """Whether a bare small number stands right before goods, or with nothing behind it."""
    if not re.match(r"\s*[^\W\d_]", text[end:]):
        return True
    return any(f.kind == "product" and 0 <= f.start - end <= 3 for f in features)


_OF = re.compile(r"\s*(?:de|of|di|da|du|a|à|на|по|с|mit|von|con|com|with|yg|yang|的|の)?\s*")


def _follows_goods(text: str, start: int, features: Sequence[Feature]) -> bool:
    """Whether goods stand right before, so that a bare number may be their figure: "power bank 10000"."""
    near = [f for f in features if f.end <= start]
    if not near or near[-1].kind not in ("product", "attribute", "word") or near[-1].key == "number":
        return False
    return _OF.fullmatch(text[near[-1].end : start].casefold()) is not None


_SLASHED = re.compile(r"(?<![\d./-])\d{2,7}(?:\s?/\s?\d{2,7}){1,5}(?![\d./-])")


def _slashed(text: str) -> list[Quantity]:
    """"500/1000/3000": rising counts for one price list; a date does not rise."""
    found: list[Quantity] = []
    for match in _SLASHED.finditer(fold_digits(text)):
        numbers = [(m.start() + match.start(), m.end() + match.start(), int(m[0])) for m in re.finditer(r"\d+", match[0])]
        values = [value for _, _, value in numbers]
        if values == sorted(set(values)) and not (len(values) == 3 and 2020 <= values[2] <= 2099):
            found += [Quantity(value, start, end, (start, end), True) for start, end, value in numbers]
    return found


def _with_series(text: str, counts: list[Quantity]) -> list[Quantity]:
    """ "500/1000/3000 pcs": the counting word behind the last number counts for all of the series."""
    for n in range(len(counts) - 2, -1, -1):
        here, following = counts[n], counts[n + 1]
        if (
            following.strong
            and not here.strong
            and _GLUE.fullmatch(text[here.end : following.start].casefold())
        ):
            counts[n] = Quantity(here.value, here.start, here.end, here.numeral, True, following.unit)
    return counts


def is_series(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether two counts are alternatives for the same goods ("500 or 1000")."""
    return _GLUE.fullmatch(text[first.end : second.start].casefold()) is not None
