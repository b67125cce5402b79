"""Right letters to buyers in every language, digit script and number convention."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from bot.domain.plan import AllowedFacts, Amount, ReplyPlan

DIGITS = {
    "latin": "0123456789",
    "arabic": "٠١٢٣٤٥٦٧٨٩",
    "persian": "۰۱۲۳۴۵۶۷۸۹",
    "devanagari": "०१२३४५६७८९",
    "wide": "０１２３４５６７８９",
}
SCRIPTS = {
    "ar": ("latin", "arabic", "persian"),
    "hi": ("latin", "devanagari"),
    "zh": ("latin", "wide"),
    "ja": ("latin", "wide"),
}
MARKS = {
    "en": ((",", "."),),
    "es": ((".", ","), (",", "."), ("\u00a0", ",")),
    "pt": ((".", ","),),
    "fr": (("\u202f", ","), ("\u00a0", ","), (" ", ",")),
    "de": ((".", ","), ("'", "."), ("’", ".")),
    "it": ((".", ","),),
    "ru": (("\u00a0", ","), (" ", ",")),
    "ar": ((",", "."), ("٬", "٫")),
    "tr": ((".", ","),),
    "pl": (("\u00a0", ","), ("", ",")),
    "id": ((".", ","),),
    "vi": ((".", ","),),
    "hi": (("lakh", "."), (",", ".")),
    "zh": ((",", "."), ("", ".")),
    "ja": ((",", "."),),
}
TEXTS = {
    "en": (
        "Hello,\nour price for {sku} is {price} each, {incoterm}: {quantity} pcs = {amount}.\nTotal: "
        "{total}. The deposit is {percent}.\nProduction takes {days} working days. Valid until {date}. "
        "It is certified: {certificate}."
    ),
    "es": (
        "Hola:\nel precio de {sku} es de {price} por unidad, {incoterm}: {quantity} piezas = "
        "{amount}.\nTotal: {total}. El anticipo es del {percent}.\nLa producción tarda {days} días "
        "laborables. Válido hasta el {date}. Certificado: {certificate}."
    ),
    "pt": (
        "Olá,\no preço de {sku} é {price} por unidade, {incoterm}: {quantity} peças = {amount}.\nTotal: "
        "{total}. O sinal é de {percent}.\nA produção leva {days} dias úteis. Válido até {date}. "
        "Certificado: {certificate}."
    ),
    "fr": (
        "Bonjour,\nle prix de {sku} est de {price} la pièce, {incoterm} : {quantity} pièces = "
        "{amount}.\nTotal : {total}. L'acompte est de {percent}.\nLa production prend {days} jours "
        "ouvrés. Valable jusqu'au {date}. Certifié : {certificate}."
    ),
    "de": (
        "Guten Tag,\nder Preis für {sku} beträgt {price} pro Stück, {incoterm}: {quantity} Stück = "
        "{amount}.\nGesamt: {total}. Die Anzahlung beträgt {percent}.\nDie Produktion dauert {days} "
        "Werktage. Gültig bis {date}. Zertifiziert: {certificate}."
    ),
    "it": (
        "Buongiorno,\nil prezzo di {sku} è {price} al pezzo, {incoterm}: {quantity} pezzi = "
        "{amount}.\nTotale: {total}. L'acconto è del {percent}.\nLa produzione richiede {days} giorni "
        "lavorativi. Valido fino al {date}. Certificato: {certificate}."
    ),
    "ru": (
        "Здравствуйте!\nЦена {sku} — {price} за штуку, {incoterm}: {quantity} шт. = {amount}.\nИтого: "
        "{total}. Предоплата — {percent}.\nПроизводство занимает {days} рабочих дней. Действует до "
        "{date}. Сертификат: {certificate}."
    ),
    "ar": (
        "مرحباً،\nسعر {sku} هو {price} للقطعة، {incoterm}: {quantity} قطعة = {amount}.\nالمجموع: "
        "{total}. الدفعة المقدمة {percent}.\nيستغرق الإنتاج {days} يوم عمل. العرض صالح حتى {date}. "
        "الشهادة: {certificate}."
    ),
    "tr": (
        "Merhaba,\n{sku} fiyatı adet başına {price}, {incoterm}: {quantity} adet = {amount}.\nToplam: "
        "{total}. Ön ödeme {percent}.\nÜretim {days} iş günü sürer. Teklif şu tarihe kadar geçerlidir: "
        "{date}. Belge: {certificate}."
    ),
    "pl": (
        "Dzień dobry,\ncena {sku} to {price} za sztukę, {incoterm}: {quantity} szt. = {amount}.\nRazem: "
        "{total}. Zaliczka wynosi {percent}.\nProdukcja trwa {days} dni roboczych. Oferta ważna do "
        "{date}. Certyfikat: {certificate}."
    ),
    "id": (
        "Halo,\nharga {sku} adalah {price} per buah, {incoterm}: {quantity} pcs = {amount}.\nTotal: "
        "{total}. Uang muka {percent}.\nProduksi memakan waktu {days} hari kerja. Berlaku sampai {date}. "
        "Sertifikat: {certificate}."
    ),
    "vi": (
        "Xin chào,\ngiá của {sku} là {price} mỗi chiếc, {incoterm}: {quantity} chiếc = "
        "{amount}.\nTổng cộng: {total}. Đặt cọc {percent}.\nSản xuất mất {days} ngày làm việc. "
        "Có hiệu lực đến {date}. Chứng nhận: {certificate}."
    ),
    "hi": (
        "नमस्ते,\n{sku} की कीमत {price} प्रति पीस है, {incoterm}: {quantity} पीस = {amount}।\nकुल: "
        "{total}। अग्रिम {percent} है।\nउत्पादन में {days} कार्य दिवस लगते हैं। {date} तक मान्य। "
        "प्रमाणपत्र: {certificate}।"
    ),
    "zh": (
        "您好，\n{sku} 的单价是{price}，{incoterm}：{quantity}件，共{amount}。\n总计：{total}。"
        "定金为{percent}。\n生产需要{days}个工作日。报价有效期至{date}。认证：{certificate}。"
    ),
    "ja": (
        "お世話になっております。\n{sku}の単価は{price}です。"
        "{incoterm}：{quantity}個で{amount}となります。\n合計：{total}。前金は{percent}です。"
        "\n生産には{days}営業日かかります。有効期限は{date}です。認証：{certificate}。"
    ),
}  # fmt: skip
MONEY = {
    "USD": ("USD {}", "{} USD", "US$ {}", "US${}", "${}", "{} $"),
    "EUR": ("EUR {}", "€{}", "{} €", "{} EUR"),
    "GBP": ("GBP {}", "£{}"),
    "CNY": ("CNY {}", "¥{}", "RMB {}"),
}
MONEY_WORDS = {
    "en": ("{} US dollars", "{} dollars"), "es": ("{} dólares", "{} USD"), "pt": ("{} dólares",),
    "fr": ("{} dollars",),
    "de": ("{} Dollar", "{} US-Dollar"), "it": ("{} dollari",), "ru": ("{} долларов", "{} долл."),
    "ar": ("{} دولار", "{} دولار أمريكي"),
    "tr": ("{} dolar", "{} ABD doları"), "pl": ("{} dolarów",), "id": ("{} dolar AS", "USD{}"),
    "vi": ("{} đô la", "{} USD"),
    "hi": ("{} डॉलर", "${}"), "zh": ("{}美元", "{}美金"), "ja": ("{}ドル", "{}米ドル"),
}  # fmt: skip
PERCENT = {
    "en": ("{}%", "{} percent"), "es": ("{} %", "{} por ciento"), "pt": ("{}%", "{} por cento"),
    "fr": ("{}\u202f%", "{} pour cent"),
    "de": ("{} %", "{} Prozent"), "it": ("{}%", "{} per cento"), "ru": ("{} %", "{} процентов"),
    "ar": ("{}٪", "{}%", "{} في المئة"),
    "tr": ("%{}", "yüzde {}"), "pl": ("{}%", "{} procent"), "id": ("{}%", "{} persen"),
    "vi": ("{}%", "{} phần trăm"),
    "hi": ("{}%", "{} प्रतिशत"), "zh": ("{}%", "百分之{}"), "ja": ("{}%", "{}パーセント"),
}  # fmt: skip
DATES = {
    "en": ("{y}-{m:02}-{d:02}", "{d} {M} {y}", "{M} {d}, {y}", "{d:02}/{m:02}/{y}"),
    "es": ("{d} de {M} de {y}", "{d:02}/{m:02}/{y}"), "pt": ("{d} de {M} de {y}", "{d:02}/{m:02}/{y}"),
    "fr": ("{d} {M} {y}", "{d:02}/{m:02}/{y}"), "de": ("{d}. {M} {y}", "{d:02}.{m:02}.{y}"),
    "it": ("{d} {M} {y}", "{d}/{m}/{y}"),
    "ru": ("{d} {M} {y} г.", "{d:02}.{m:02}.{y}"), "ar": ("{d} {M} {y}", "{d}/{m}/{y}"),
    "tr": ("{d} {M} {y}", "{d}.{m}.{y}"),
    "pl": ("{d} {M} {y}", "{d:02}.{m:02}.{y}"), "id": ("{d} {M} {y}", "{d}/{m}/{y}"),
    "vi": ("ngày {d} tháng {m} năm {y}", "{d} tháng {m}, {y}", "{d}/{m}/{y}"),
    "hi": ("{d} {M} {y}", "{d}/{m}/{y}"),
    "zh": ("{y}年{m}月{d}日", "{y}-{m:02}-{d:02}"), "ja": ("{y}年{m}月{d}日", "{y}/{m:02}/{d:02}"),
}  # fmt: skip
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "pl": (
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"
    ),
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "hi": "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
}
SKUS = ("LMP-20W", "LMP-24W", "MUG350", "TOTE-L-BK", "TOTE-L-RD", "KN-7700", "SRM-30ML-A", "T8X", "QW_100")


@dataclass(frozen=True)
class Letter:
    plan: ReplyPlan
    parts: dict[str, str]
    """Each fact as it is written."""
    values: dict[str, Decimal]
    day: date
    day_form: str
    script: str
    marks: tuple[str, str]
    money_form: str
    currency: str

    def text(self, **changed: str) -> str:
        return TEXTS[self.plan.language].format(**(self.parts | changed))


def in_script(text: str, script: str) -> str:
    return text.translate(str.maketrans(DIGITS["latin"], DIGITS[script]))


def grouped(value: Decimal, marks: tuple[str, str]) -> str:
    mark, point = marks
    whole, _, fraction = str(value).partition(".")
    groups: list[str] = []
    size = 3
    while whole:
        groups.insert(0, whole[-size:])
        whole = whole[:-size]
        size = 2 if mark == "lakh" else 3
    return ("," if mark == "lakh" else mark).join(groups) + (f"{point}{fraction}" if fraction else "")


def written_day(day: date, form: str, language: str) -> str:
    names = MONTHS.get(language, "").split()
    name = names[day.month - 1] if names else ""
    return form.format(d=day.day, m=day.month, y=day.year, M=name)


def make_letter(rng: random.Random, language: str) -> Letter:
    script, marks = rng.choice(SCRIPTS.get(language, ("latin",))), rng.choice(MARKS[language])
    if script == "wide" and marks[0]:
        marks = ("，", "．")
    currency = rng.choice(("USD", "USD", "EUR", "GBP", "CNY"))
    forms = MONEY[currency] + (MONEY_WORDS[language] * 3 if currency == "USD" else ())
    form = rng.choice(forms)
    quantity = Decimal(
        rng.choice((rng.randint(20, 999), rng.randint(1000, 99_999), rng.randint(100_000, 2_000_000)))
    )
    price = Decimal(rng.randint(11, 99_999)).scaleb(-2)
    amount, days = quantity * price, Decimal(rng.randint(3, 90))
    total, percent = amount + rng.randint(10, 999), Decimal(rng.randint(2, 60))
    day = date(2026, 11, 1) + timedelta(days=rng.randint(0, 400))
    day_form = rng.choice(DATES[language])
    values = {
        "quantity": quantity,
        "price": price,
        "amount": amount,
        "total": total,
        "days": days,
        "percent": percent,
    }
    sku, incoterm, certificate = (
        rng.choice(SKUS),
        rng.choice(("EXW", "FOB", "CIF", "DAP", "DDP")),
        rng.choice(("CE", "ISO 9001", "RoHS")),
    )
    facts = AllowedFacts(
        amounts=frozenset(Amount(value, currency) for value in (price, amount, total)),
        numbers=frozenset({quantity, days}), percentages=frozenset({percent}), dates=frozenset({day}),
        certificates=frozenset({certificate}), incoterms=frozenset({incoterm}), skus=frozenset({sku}),
    )  # fmt: skip
    plan = ReplyPlan(
        language,
        True,
        (),
        facts,
        country=None if language == "en" and "/" not in day_form else "GB",
        catalog_skus=frozenset(SKUS),
    )
    parts = {name: in_script(grouped(value, marks), script) for name, value in values.items()}
    parts |= {name: form.format(parts[name]) for name in ("price", "amount", "total")}
    parts["percent"] = rng.choice(PERCENT[language]).format(parts["percent"])
    parts["date"] = in_script(written_day(day, day_form, language), script)
    parts |= {"sku": sku, "incoterm": incoterm, "certificate": certificate}
    return Letter(plan, parts, values, day, day_form, script, marks, form, currency)
