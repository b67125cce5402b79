"""The part of a font that one document needs, as a small TrueType file.

HarfBuzz cuts it out in a few milliseconds; fpdf2 alone would read a CJK font of 65,000 outlines for every
document, 0.4 s a weight. PostScript outlines become TrueType ones: as such they are found and copied as text
in every viewer, and read by every PDF library.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

_FEATURES = ("tnum", "lnum")
"""Wanted beside what every text is shaped with: figures of one width and height."""
_UNWANTED = ("vert", "vrt2", "vkrn", "vpal", "vhal", "valt")
"""Columns of text: nobody needs them here, and they would bring every glyph twice."""
_PRECISION = 1.0
"""Largest distance between the outlines, in thousandths of the size."""
_LIMITS = (
    "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
    "maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours", "maxCompositePoints",
    "maxCompositeContours", "maxComponentDepth",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Weight:
    """One weight of a typeface, as HarfBuzz opens it."""

    face: Any
    outlines: dict[str, bytes] = field(default_factory=dict)
    """Those of a CID font that were needed so far, by glyph name, which is the same in every part of it."""


def subset(weight: Weight, letters: Iterable[int]) -> bytes:
    """A TrueType font with the `letters` of `weight` and every glyph that shaping can make of them."""
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.unicode_set.update(letters)
    wanted.layout_feature_tag_set.update(_tags(_FEATURES))
    for tag in _tags(_UNWANTED):
        wanted.layout_feature_tag_set.discard(tag)
    data = bytes(hb.subset(weight.face, wanted).blob.data)
    return _true_type(weight, data) if data[:4] == b"OTTO" else data


def _tags(features: Iterable[str]) -> set[int]:
    return {int.from_bytes(tag.encode()) for tag in features}


def _true_type(weight: Weight, data: bytes) -> bytes:
    """`data`, a part of `weight`, with TrueType outlines."""
    from fontTools.ttLib import TTFont, newTable
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    font: Any = TTFont(io.BytesIO(data), recalcBBoxes=False, recalcTimestamp=False)
    outlines = font.getGlyphSet()
    kept = weight.outlines if hasattr(font["CFF "].cff.topDictIndex[0], "ROS") else {}
    glyphs = {}
    for name in font.getGlyphOrder():
        if name not in kept:
            kept[name] = _outline(outlines[name])
        glyphs[name] = Glyph(kept[name])
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["glyf"].glyphs = glyphs
    font["maxp"].tableVersion = 0x00010000
    font["maxp"].maxZones = 1
    for limit in _LIMITS:
        setattr(font["maxp"], limit, 0)
    font["post"].formatType = 3.0
    for table in ("CFF ", "CFF2", "VORG"):
        if table in font:
            del font[table]
    font.sfntVersion = "\x00\x01\x00\x00"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _outline(glyph: Any) -> bytes:
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    glyph.draw(Cu2QuPen(pen, _PRECISION, reverse_direction=True))
    return bytes(pen.glyph().compile(None))
