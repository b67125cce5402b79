"""How many pieces one unit of goods has, in fifteen languages. On folded text."""

from __future__ import annotations

import re

_SET = (
    r"(?:sets?|packs?|box(?:es)?|kits?|juegos?|jeux?|jeu|lotes?|conjuntos?|paquetes?|serviz\w+|confezion\w+|aparelhos?|"
    r"набор\w*|упаковк\w*|komplet\w*|zestaw\w*|takim\w*|paket\w*|طقم|مجموعه|套装?|セット)"
)
_PIECE = (
    r"(?:pieces?|pcs?|pc|piezas?|pzas?|pezzi|pz|pecas|teilen?|teile|предмет\w*|детал\w*|قطع\w*|parca\w*|elemen\w+|puzzelteile|buah|mon|manh|"
    r"件|个|個|ピース|点|पीस)"
)
_OF = r"(?:of|de|da|di|con|com|mit|von|aus|из|по|с|z|من|x)"
PIECES_CERTAIN = re.compile(
    rf"(?<![a-z0-9.,])(?:(?P<a>\d{{1,5}})-{_PIECE}(?!\w)"
    r"|(?P<b>\d{1,5})[\s-]?(?:teilig\w*|tlg\.?|parcali\w*|предметн\w*|czesciow\w*|elementow\w*|cudovy\w*)"
    rf"|(?P<c>\d{{1,5}})\s?{_PIECE}\s(?=[^\W\d_]+\s?(?:sets?|servizio|набор))"
    r"|\bthe\s(?P<h>\d{1,5})[\s-]?(?:packs?|pcs?|pieces?|count|ct)(?!\w)"
    rf"|{_SET}\s{_OF}\s(?P<d>\d{{1,5}})(?![\d.,]*\s?%)"
    r"|(?P<f>\d{1,5})\s?(?:片|件|本|枚|色|支|ピース|ピース入り|片装)(?:的|装|套装?|セット|組|入り?)"
    r"|\bisi\s(?P<g>\d{1,5})(?!\d)"
    rf"|{_OF}\s(?P<e>\d{{1,5}})\s{_PIECE}(?!\w))"
)
"""How many pieces one unit of goods has: "24-piece", "16-teilig", "set of 6", "de 24 piezas"."""
PIECES_MAY_BE = re.compile(rf"(?<![a-z0-9.,/-])(?P<n>\d{{1,5}})\s?{_PIECE}(?![a-zа-я])")
"""The same words count an order too ("24 pcs"): the reader of counts decides."""
