"""Bytes of a seller's text file -> text, whatever program saved it."""

from __future__ import annotations

import codecs
import re

from knowledge.shop_folder.table import UnreadableFile

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_TYPICAL_LATIN = re.compile(
    r"[àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿßšžÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜÝŠŽ€£©®°²³µ×½¼–—‘’“”•…™·±º¿¡«»]"
)


def decoded(data: bytes, file: str) -> tuple[str, str]:
    """(text, encoding). Raises UnreadableFile for what is no text."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                # A file that was cut in the middle of a character: the rest is still good.
                return data.decode(encoding, errors="replace"), encoding
    without_bom = _utf_16_without_bom(data)
    if without_bom:
        return data.decode(without_bom, errors="replace"), without_bom
    if data.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")) or b"\x00" in data[:4096]:
        raise UnreadableFile(f"{file} holds no text: save it as CSV with the encoding UTF-8")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if len(data) - error.start < 4:
            return data[: error.start].decode("utf-8") + "\ufffd", "utf-8"
    encoding = _legacy_encoding(data)
    return data.decode(encoding, errors="replace"), encoding


def _utf_16_without_bom(data: bytes) -> str | None:
    sample = data[:2000]
    if len(sample) < 8:
        return None
    if sample[1::2].count(0) > 0.4 * len(sample[1::2]) and sample[0::2].count(0) == 0:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.4 * len(sample[0::2]) and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _legacy_encoding(data: bytes) -> str:
    """GB18030, Windows-1252 or what charset-normalizer finds likelier, from the lines that are not ASCII."""
    sample = b"\n".join([line for line in data.splitlines() if not line.isascii()][:400])[:60_000]
    candidates: dict[str, float] = {}
    for encoding in ("gb18030", "cp1252"):
        try:
            text = sample.decode(encoding)
        except UnicodeDecodeError as error:
            # The cut-off of the sample may lie within a character; anything earlier speaks against it.
            if len(sample) - error.start > 4:
                continue
            text = sample[: error.start].decode(encoding)
        foreign = [char for char in text if not char.isascii()]
        typical = _CHINESE if encoding == "gb18030" else _TYPICAL_LATIN
        # Chinese comes in runs; in a Western text read as GB18030 each accent swallows one neighbour.
        lone = len(re.findall(r"(?<![^\x00-\x7f])[^\x00-\x7f](?![^\x00-\x7f])", text))
        share = sum(1 for char in foreign if typical.match(char)) / max(1, len(foreign))
        spread = lone / max(1, len(foreign))
        candidates[encoding] = share + ((1 - spread) if encoding == "gb18030" else spread)
    best = max(candidates, key=lambda name: candidates[name], default=None)
    if best is not None and candidates[best] > 1.1:
        return best
    import charset_normalizer

    found = charset_normalizer.from_bytes(sample).best()
    return found.encoding if found else (best or "cp1252")
