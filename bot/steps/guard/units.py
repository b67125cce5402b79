"""What numbers count in a trade letter: pieces, time, percent, in the fifteen languages."""

from __future__ import annotations

import re

_COUNTED = (
    "pcs? pieces? units? sets? cartons? boxes samples? pairs? days? weeks? months? hours? years? working business"
    " unidades? piezas? muestras? cajas? días? dias? semanas? mes(?:es)? horas? años? anos? peças? amostras? caixas?"
    " pièces? unités? échantillons? cartons? jours? semaines? mois heures? ans? stück einheiten muster kartons?"
    " tage?n? werktage?n? arbeitstage?n? wochen? monate?n? stunden? jahre?n? pezzi unità campioni scatole giorni"
    " settimane mesi ore anni штук\\w* единиц\\w* образц\\w* короб\\w* дн\\w+ день суток недел\\w* месяц\\w* час\\w* лет год\\w*"
    " рабочих قطعة قطع وحدة وحدات عينة عينات يوم يوما يومًا أيام ايام أسبوع أسابيع شهر أشهر شهور ساعة سنة سنوات"
    " adet parça numune koli gün\\w* iş hafta\\w* ay saat\\w* yıl\\w* sztuk\\w* szt próbek dni dniach tygodni\\w* miesi\\w*"
    " godzin\\w* lat kartonów buah unit pcs sampel hari minggu bulan jam tahun karton cái chiếc bộ mẫu thùng ngày tuần"
    " tháng giờ पीस नग यूनिट नमूने दिन दिनों कार्यदिवस सप्ताह हफ़्ते हफ्ते महीने घंटे साल"
).split()
_CJK = (
    "天|个工作日|個工作日|工作日|营业日|営業日|周|週間|週|星期|个月|個月|か月|ヶ月|小时|小時|時間|分钟|年间|件|台|箱|套|支|条|條|只|袋|盒|打|个样|"
    "美元|欧元|块|個|枚|本|日間|倍"
)
_UNIT = re.compile(
    rf"[ -](?:{'|'.join(sorted(_COUNTED, key=len, reverse=True))})(?![^\W\d_])|(?:{_CJK})", re.IGNORECASE
)
_PERCENT = re.compile(
    r"[ -]?(?:per ?cent\w*|por ?ciento|por ?cento|pour ?cent|prozent\w*|per ?cento|процент\w*|yüzde|procent\w*|persen|"
    r"phần trăm|प्रतिशत|फ़ीसदी|फीसदी|パーセント|في المئة|في المائة|بالمئة|بالمائة|percentage points?)",
    re.IGNORECASE,
)


def counts_something(text: str, end: int) -> bool:
    """Whether a unit stands behind this place."""
    return _UNIT.match(text, end) is not None


def says_percent(text: str, end: int) -> int:
    """Where the word for percent behind this place ends; 0 when there is none."""
    match = _PERCENT.match(text, end)
    return match.end() if match else 0
