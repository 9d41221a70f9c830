#!/usr/bin/env python3
"""Writes the fonts in assets/fonts: what pictures may embed. The same bytes from the same input.

    apt-get install fonts-inter=4.0~beta7+ds-1 fonts-noto-cjk=1:20220127+repack1-1
    pip install fonttools==4.68.0
    python3 tools/cut_fonts.py assets/fonts

Both families are under the SIL Open Font License 1.1; its texts stand beside the fonts. Inter keeps the characters that
`bake_widths.py` measures, with kerning and tabular figures. Noto Sans SC keeps the whole of GB 2312, both of its levels:
the first lacks gallium and most rare earths. Outlines become quadratic, since the subsetter of the program reads those.
"""
import pathlib
import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable

from bake_widths import BLOCKS, OTHERS

INTER = pathlib.Path("/usr/share/fonts/opentype/inter")
NOTO = pathlib.Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
# How far an outline may move, as a share of the em: 0.03 pixels in a label.
TOLERANCE = 0.002


def gb2312():
    """Every character of GB 2312, by the rows and cells of the standard."""
    pairs = (bytes([0xA0 + row, 0xA0 + cell]) for row in range(1, 88) for cell in range(1, 95))
    decoded = (pair.decode("gb2312", "ignore") for pair in pairs)
    return {ord(character) for character in decoded if character}


def cut(font, codes, features):
    options = Options(layout_features=features, hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 13, 14],
                      name_languages=[0x409], drop_tables=["BASE", "VORG", "vhea", "vmtx", "GDEF"], glyph_names=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    if not features:
        for tag in ["GSUB", "GPOS"]:
            font.tables.pop(tag, None)
            if tag in font:
                del font[tag]


def quadratic(font):
    """Turns cubic outlines into quadratic ones, as TrueType has them."""
    order, glyphs, limit = font.getGlyphOrder(), font.getGlyphSet(), TOLERANCE * font["head"].unitsPerEm
    drawn = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, limit, reverse_direction=True))
        drawn[name] = pen.glyph()
    del font["CFF "]
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, drawn
    for name in order:
        glyph = drawn[name]
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    maxp = font["maxp"] = newTable("maxp")
    maxp.tableVersion = 0x00010000
    for field in ("maxZones maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
                  "maxSizeOfInstructions maxComponentElements maxPoints maxContours maxCompositePoints "
                  "maxCompositeContours maxComponentDepth").split():
        setattr(maxp, field, 1 if field == "maxZones" else 0)
    maxp.numGlyphs = len(order)
    post = font["post"]
    post.formatType, post.extraNames, post.mapping, post.glyphOrder = 3.0, [], {}, order
    font.sfntVersion = "\0\1\0\0"


def write(font, path):
    # Two runs give the same bytes: the time is that of the source, not of this run.
    font.recalcTimestamp = False
    font.save(path)
    print(f"{path}: {path.stat().st_size} bytes, {len(font.getGlyphOrder())} glyphs")


def main():
    out = pathlib.Path(sys.argv[1])
    inter = [code for _, first, last in BLOCKS for code in range(first, last + 1)]
    inter += [code for first, last in OTHERS for code in range(first, last + 1)]
    for weight in ["Regular", "SemiBold"]:
        font = TTFont(INTER / f"Inter-{weight}.otf")
        cut(font, inter, ["kern", "tnum"])
        quadratic(font)
        write(font, out / f"Inter-{weight}.ttf")
    collection = TTCollection(NOTO)
    font = next(font for font in collection.fonts if font["name"].getDebugName(1) == "Noto Sans CJK SC")
    cut(font, gb2312(), [])
    quadratic(font)
    write(font, out / "NotoSansSC-Regular.ttf")


if __name__ == "__main__":
    main()
