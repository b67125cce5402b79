"""Postal addresses in what buyers write: the street with its number, what stands around it, P.O. boxes.

Readers of our own: the libraries for this know one country (pyap, usaddress) or weigh gigabytes (libpostal). A
quantity taken for an address could not be understood any more, so a run of digits alone is never one: it takes
the word for a street, a box or "address", or a postal code of a form that nothing else has. Cities, ports and
countries without a street or a code beside them stay readable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = r"(?:[ \t]*\n(?:[BS]\| )?[ \t]*)"
"""From one line of an address to the next; a talk says before each whose it is."""
_SEP = rf"(?:[ \t]*[,;·،–-][ \t]*{_LINE}?|{_LINE}|[ \t]+)"
_NAME = r"[^\W\d_][\w.'’ʼ&-]{0,24}"
_PROPER = r"(?=[^\W\d_a-z])[^\W\d_][\w.'’ʼ-]{0,24}"
"""A word that does not begin with a small Latin letter."""
_SMALL = r"(?:de|del|della|dei|di|da|do|dos|das|la|las|los|le|les|du|des|el|al|van|der|den|the|of|und|y|e|o)"
_NAMES = rf"(?:{_PROPER}|{_SMALL}|\d{{1,2}}(?:st|nd|rd|th|º|°|-я|-й)?)(?:[ \t]+(?:{_PROPER}|{_SMALL})){{0,4}}"
_NUMBER = r"(?:(?:No|Nr|N[°º]|no|nr|n[°º]|núm|#|д|дом|số)\.?[ :]{0,2})?\d{1,5}(?:[ ]?[-/–][ ]?\d{1,5}|[ ]?bis)?[A-Za-zА-Яа-я]?"
_END = r"(?![\w%])(?![ \t]*(?:pcs|pieces|units?|sets?|pairs?|cartons?|boxes|kg|days?|weeks?|ft|hours?|x\b|×|pzas?|piezas|pièces|Stück|Stk|шт|adet|szt|buah|chiếc)\b)"
_STREETS_AFTER = (
    "Street|St|Road|Rd|Avenue|Ave|Av|Boulevard|Blvd|Lane|Ln|Terrace|Crescent|Highway|Hwy|Parkway|Pkwy|Quay|Mews"
    "|Marg|Nagar|Salai|Sarani|Expressway|Causeway|Esplanade"
)
_STREETS_AFTER_MAYBE = (
    "Drive|Dr|Way|Court|Ct|Place|Pl|Square|Sq|Close|Row|Park|Circle|Cir|Gardens|Estate|Loop"
)
"""Words of goods too: "500 Flash Drive". They take a city, a code or a unit behind a comma."""
_STREETS_BEFORE = (
    "Rue|rue|Bd|Boulevard|boulevard|Avenue|avenue|Chemin|chemin|Impasse|impasse|Allée|allée|Quai|quai|Route de|route de"
    "|Via|Viale|Piazza|Piazzale|Corso|Calle|calle|C/(?=[ ]?[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{2})|Avenida|avenida|Avda\\.?|Av\\.|Paseo|Plaza|Carrera|Cra\\.?|Cl\\.|Calzada"
    "|Rua|rua|R\\.|Travessa|Praça|Alameda|Rodovia|Estrada|Largo|Carretera|Camino|Jalan|Jln\\.?|Jl\\.?|Gg\\.|Gang"
    "|[Uu]l\\.|[Uu]lica|[Aa]l\\.|Aleja|Aleje|[Pp]l\\.|Plac|[Oo]s\\.|[Uu]litsa|Strada|Str\\.|Bulevardul|Calea|Place|place"
    "|ул\\.?|улица|пр-т|просп\\.?|проспект|пер\\.|переулок|шоссе|ш\\.|пл\\.|площадь|бульвар|б-р|наб\\.|набережная|вул\\."
    "|Đường|đường|Phố|phố|Ngõ|ngõ|Carrer|Jirón|Jr\\.|Leoforos|Odos|Λεωφόρος|Οδός"
)
_GERMAN = (
    r"(?<!\w)(?:[A-ZÄÖÜ][a-zäöüßéA-Z.-]{0,30}[ -]?(?:straße|strasse|Straße|Strasse|str\.|Str\.|gasse|allee|Allee|platz|Platz"
    r"|weg|Weg|damm|ufer|straat|laan|gracht|plein|weg|vej|gade|gata|gatan|vägen|veien|katu|tie|utca|út|tér))[ ]{1,2}"
    rf"\d{{1,4}}[ ]?[a-zA-Z]?(?:[ ]?[-–/][ ]?\d{{1,4}}[a-zA-Z]?)?{_END}"
)
_CODES = (
    r"(?:[A-Z]{1,2}[- ])?\d{5}(?:-\d{3,4})?|(?:[A-Z]{1,2}[- ])?\d{4}(?:[ ]?[A-Z]{2}|-\d{3})?|\d{2}-\d{3}|\d{3}[ ]\d{2,3}|\d{6,7}"
    r"|[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}|[A-Z]\d[A-Z][ ]?\d[A-Z]\d|〒?[ ]?\d{3}-\d{4}"
)
"""Postal codes, beside a street alone."""
_UNIT = (
    r"(?:(?:Apt|Apartment|Suite|Ste|Unit|Flat|Room|Rm|Office|Off|Floor|Fl|Level|Building|Bldg|Block|Blk|Tower|Shop|Warehouse|Plot"
    r"|Door|Gate|Étage|étage|Bât|Piso|piso|Apto|Dpto|Depto|Of|Oficina|Local|Bodega|Nave|Puerta|Sala|sala|Bloco|Andar|andar|Interno"
    r"|Scala|Etage|Kat|Daire|No|Nr|m|lok|кв|оф|офис|корп|к|стр|эт|д|дом|RT|RW|Blok|Kav|Lantai|Lt|Phường|Quận|P|Q|Tầng)\.?[ :]{0,2}"
    r"[#№]?[A-Z]?-?\d{1,5}[A-Za-z]?(?:/\d{1,4})?|\d{1,3}(?:st|nd|rd|th|er|ème|º|ª)[ ](?:[Ff]loor|étage|[Pp]iso|[Aa]ndar)|#\d{1,3}-\d{1,3})"
)
_NEAR = rf"(?:{_SEP}{_UNIT}){{0,4}}"
_TOWN = rf"(?:{_PROPER}|{_SMALL})(?:[ -](?:{_PROPER}|{_SMALL})){{0,3}}"
_BEHIND = rf"{_NEAR}(?:(?:{_SEP}{_TOWN}){{0,3}}{_SEP}(?:{_CODES}){_END}(?:[ \t]+{_PROPER}(?:[ -]{_PROPER}){{0,2}})?)?"
"""Units of a house, then the code with its town before or behind it."""
_AHEAD = rf"(?:(?:{_CODES}),?[ \t]+{_TOWN}{_SEP}|\d{{5,6}},[ ](?:г\.[ ]?)?{_NAME},[ ])?"

_LATIN = (
    rf"(?<![\w{{])(?:{_UNIT}{_SEP}){{0,3}}\d{{1,5}}(?:[-/]\d{{1,5}})?[A-Za-z]?,?[ ]{{1,2}}(?:[NSEW]\.?[ ])?(?:{_NAMES}[ ])"
    rf"(?:{_STREETS_AFTER})\b\.?(?:[ ](?:North|South|East|West|[NSEW]{{1,2}}))?\b{_BEHIND}",
    rf"(?<![\w{{])(?:{_UNIT}{_SEP}){{0,3}}\d{{1,5}}[A-Za-z]?,?[ ]{{1,2}}(?:{_NAMES}[ ])(?:{_STREETS_AFTER_MAYBE})\b\.?"
    rf"(?:{_NEAR}(?:{_SEP}{_TOWN}){{1,3}}{_SEP}(?:{_CODES}){_END}|(?:{_SEP}{_UNIT}){{1,4}})",
    rf"(?<![\w{{]){_AHEAD}(?:\d{{1,4}}(?:[ ]?(?:bis|ter))?[A-Za-z]?,?[ ])(?:{_STREETS_BEFORE})[ ]?(?:l['’]|d['’])?(?!\d){_NAMES}{_BEHIND}",
    rf"(?<![\w{{]){_AHEAD}(?:{_STREETS_BEFORE})[ ]?{_NAMES}(?:[ ]?[,#][ ]{{0,2}}|[ ]){_NUMBER}{_END}{_BEHIND}",
    rf"{_AHEAD}{_GERMAN}{_BEHIND}",
    # Turkey: the words for street and quarter stand behind their names, the number behind "No".
    rf"(?:{_NAMES}[ ](?:Mah|Mh|Mahallesi)\.?,?[ ])?{_NAMES}[ ](?:Cad|Caddesi|Cd|Sok|Sk|Sokağı|Sokak|Bulvarı|Blv)\.?,?[ ](?:No|no)[:. ]{{0,2}}\d{{1,5}}(?:[/-]\w{{1,5}})?{_BEHIND}",
    # Vietnam: the number, with its alleys, before the street.
    rf"(?:[Ss]ố[ ])?\d{{1,4}}(?:/\d{{1,4}}){{0,3}}[A-Z]?[ ](?:Đường|đường|Phố|phố|Ngõ|ngõ|Hẻm|hẻm)[ ]{_NAMES}{_BEHIND}",
    # India: house and plot numbers before names that hold no street.
    rf"\b(?:Plot|House|H|Door|Shop|Survey|Gala|Khasra)[ ](?:No|Number)\.?[ :]{{0,2}}[A-Z]?-?\d{{1,5}}(?:/\d{{1,4}})?(?:{_SEP}{_NAMES}){{0,4}}(?:[ -]{{1,3}}\d{{3}}[ ]?\d{{3}}\b)?",
)
_BOXES = (
    r"(?:\bP[.\s]{0,2}O[.\s]{0,2}\s?Box|\bPO\s?Box|\bPostfach|\bBo[îi]te [Pp]ostale|\bB\.?P\.?(?=\s?\d)|\bApartado(?: [Pp]ostal| de [Cc]orreos)?"
    r"|\bCaixa [Pp]ostal|\bCasella [Pp]ostale|\bPostbus|\bPostboks|а/я|\bА/Я|ص\.?\s?ب\.?|صندوق بريد|\b[Ss]kr(?:ytka|\.) [Pp]oczt(?:owa|\.)|\bPosta Kutusu"
    r"|\bP\.K\.|\bKotak Pos|\b[Hh]òm thư|邮政信箱|郵政信箱|私書箱|डाक बॉक्स|पो\.? ?बॉ\.?|사서함)[ :.#№]{0,3}(?:No\.? ?)?[\d٠-٩]{1,7}(?:号|號)?",
)
_ASIAN = (
    r"〒[ ]?\d{3}-\d{4}",
    r"(?:[가-힣]{2,8}(?:특별시|광역시|시|도)[ ])?(?:[가-힣]{1,6}(?:시|군|구)[ ]){1,2}[가-힣]{1,10}(?:로|길|동)[ ]?\d{1,4}(?:번길[ ]?\d{1,4}|-\d{1,4})?(?:[ ,]{1,2}\d{1,4}(?:층|호|동)){0,3}",
    # Arabic: the street with its number on either side.
    r"(?:(?:مبنى|بناية|عمارة|رقم|شقة)[ ]?(?:رقم[ ]?)?[\d٠-٩]{1,5}[،, ]{1,3})?(?:شارع|طريق|جادة|شار ع)[ ][^\W\d_]{2,15}(?:[ ][^\W\d_]{2,15}){0,3}[،, ]{1,3}(?:(?:رقم|مبنى|بناية|عمارة|شقة|رقم المبنى)[ ]?(?:رقم[ ]?)?)?[\d٠-٩]{1,5}(?![\d٠-٩])",
    r"[\d٠-٩]{1,5}[،, ]{0,2}[ ]?(?:شارع|طريق|جادة)[ ][^\W\d_]{2,15}(?:[ ][^\W\d_]{2,15}){0,2}",
    # Hindi.
    r"(?:मकान|प्लॉट|दुकान|फ्लैट)[ ](?:नंबर|नं\.?|संख्या)[ ]?[\d०-९]{1,5}(?:[ ,]{1,2}[\u0900-\u097f]{1,15}){0,5}(?:[ -]{1,3}[\d०-९]{6})?",
    r"[\d०-९]{1,5}[,/ ]{1,2}(?:[\u0900-\u097f]{1,15}[ ]){1,4}(?:मार्ग|रोड|गली|सड़क|नगर|कॉलोनी)(?:[ ,]{1,2}[\u0900-\u097f]{1,15}){0,2}(?:[ -]{1,3}[\d०-९]{6})?",
)
_HOUSE = re.compile(
    r"(?:大道|路|街|道|巷|弄|胡同|村|园|段)[一二三四五六七八九十]{0,3}段?[ ]?[\dA-Z-]{1,6}[ ]?(?:号|號|弄)"
    r"(?:[ ,，]{0,2}[\u4e00-\u9fffA-Z]{0,6}+\d{0,4}[栋棟幢座楼樓层層室房F]?|[ ,，]{0,2}\d{1,4}[栋棟幢座楼樓层層室房F元单]{1,2}){0,4}"
    r"|\d{1,4}(?:丁目|番地|番)[\d番地号－-]{0,10}|\d{1,3}[-－]\d{1,3}(?:[-－]\d{1,4})?(?![\d-]|[ ]?[个個件台套只条箱本枚セ])"
)
"""China, Taiwan, Japan: the number of a house, with the word for a street before it or a block's behind."""
_PLACED = re.compile(r"[都道府県省市区區町村郡县縣路街巷弄]")
_WHERE = re.compile(r".*(?:[到至在是址為为給给往寄：:にはを]|[ \t\n,，。|])", re.DOTALL)
"""What may stand before an address without a gap."""
_HAN_RUN = re.compile(r"(?:〒[ ]?\d{3}-\d{4}[ ]?)?[\u4e00-\u9fffぁ-んァ-ヶー]{0,30}\Z")
_CODED = (
    # Codes of forms that nothing else has.
    r"(?<![\w-])(?:D|A|F|I|B|CH|NL|DK|SE|FI|CZ|SK|PL|PT|ES)-\d{4,5}[ ]" + _PROPER,
    r"(?<![\w-])[A-Z]{1,2}\d[A-Z\d]?[ ]\d(?![CIKMOV])[A-Z](?![CIKMOV])[A-Z](?![\w-])",
    r"(?<![\w-])(?:[A-Z][a-z]+,?[ ])?(?:A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])[ ]\d{5}(?:-\d{4})?(?![\w-])",
    r"(?<![\w-])\d{5}-\d{3}(?:[ ]"
    + _PROPER
    + r")?(?![\d-])(?=.{0,40}(?:Bras|São|Rio|CEP))|\bCEP:?[ ]\d{5}-?\d{3}",
    r"(?<![\w-])\d{2}-\d{3}[ ](?=[A-ZŁŚŻ])" + _PROPER,
)
_CUE = re.compile(
    r"(?:\b(?<![eE][- ]mail )(?<!IP )(?<!MAC )(?<!web )(?:address|addr|adresse|anschrift|direcci[oó]n|domicilio|endere[cç]o|indirizzo|adres|adresi|alamat|địa chỉ)"
    r"|адрес(?: доставки)?|العنوان|عنوان(?: الشحن| التسليم)?|पता|地址|住所|送り先|お届け先|주소)[ ]?(?:is|est|es|é|ist)?[ ]?[:：][ ]?",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?:(?!\.[ ][A-ZÀ-ÞА-Я]|[;!?。；！？\n]).){1,160}")
_QUANTITY = re.compile(
    r"(?i)\d[\d.,]*[ ]?(?:pcs|pieces|units|sets|pairs|cartons|kg|шт|adet|szt|stück|pz|件|个|個|台)"
)
_PATTERNS = tuple(re.compile(each) for each in (*_BOXES, *_LATIN, *_ASIAN, *_CODED))


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of what gives away where somebody lives or works; some may overlap, longer ones first."""
    if not any(character.isdigit() for character in text):
        return
    found = [hit.span() for pattern in _PATTERNS for hit in pattern.finditer(text)]
    found += [*_told(text), *_in_han(text)]
    yield from sorted(found, key=lambda span: (span[0] - span[1], span))


def _in_han(text: str) -> Iterator[tuple[int, int]]:
    """Read from the number of the house back to where the run of characters begins."""
    for house in _HOUSE.finditer(text):
        run = _HAN_RUN.search(text, max(0, house.start() - 42), house.start())
        before = run[0] if run else ""
        lead = _WHERE.match(before[:-1])
        before = before[lead.end() :] if lead and not before.startswith("〒") else before
        if _PLACED.search(before + house[0][:2]):
            yield house.start() - len(before), house.end()


def _told(text: str) -> Iterator[tuple[int, int]]:
    """What stands behind "address:", up to the last of its parts that holds a digit; the rest is town and
    country, which stay readable."""
    for cue in _CUE.finditer(text):
        told = _TOLD.match(text, cue.end())
        if told is None or _QUANTITY.search(told[0]):
            continue
        parts = re.split(r"(?=[,،，])", told[0])
        while parts and not any(character.isdigit() for character in parts[-1]):
            parts.pop()
        private = "".join(parts).rstrip(" .,")
        if private:
            yield cue.end(), cue.end() + len(private)
