#!/usr/bin/env python3
"""Writes src/layout/widths.rs: advance widths of Inter, by which labels are measured.

    pip install fonttools
    python3 tools/bake_widths.py Inter-Regular.otf Inter-SemiBold.otf > src/layout/widths.rs

The font files are those of Debian's package `fonts-inter` (SIL Open Font License 1.1). Kerning is left out: it is
under one per cent of a line, and `textLength` takes it up.
"""
import sys

from fontTools.ttLib import TTFont

UNITS = 1000
BLOCKS = [("LATIN", 0x20, 0x17F), ("GREEK_CYRILLIC", 0x370, 0x45F)]
# Pinyin, tone marks, punctuation, superscripts, currency, letter-like signs, fractions, arrows, mathematical signs,
# geometric shapes, ligatures.
OTHERS = [(0x01CD, 0x01DC), (0x02C6, 0x02DD), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x209C), (0x20A0, 0x20BF),
          (0x2100, 0x2199), (0x2200, 0x2265), (0x25A0, 0x25CF), (0xFB00, 0xFB04)]


def tabular(font):
    """Maps each glyph to its tabular form, by the font's `tnum` feature."""
    table = font["GSUB"].table
    indices = {i for record in table.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
               for i in record.Feature.LookupListIndex}
    mapping = {}
    for index in sorted(indices):
        for sub in table.LookupList.Lookup[index].SubTable:
            mapping.update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
    return mapping


class Face:
    def __init__(self, path):
        font = TTFont(path)
        self.cmap, self.metrics, self.em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        self.tabular = tabular(font)

    def width(self, code, figures=False):
        glyph = self.cmap.get(code)
        if glyph is None:
            return 0
        if figures:
            glyph = self.tabular.get(glyph, glyph)
        return round(self.metrics[glyph][0] * UNITS / self.em)


def rows(numbers):
    line = "   "
    for number in numbers:
        word = f" {number},"
        if len(line) + len(word) > 118:
            yield line
            line = "   "
        line += word
    yield line


def main():
    faces = [Face(path) for path in sys.argv[1:3]]
    out = ["//! Advance widths of Inter in thousandths of an em. Written by `tools/bake_widths.py`; do not edit.",
           "#![cfg_attr(rustfmt, rustfmt_skip)]", ""]
    for name, first, last in BLOCKS:
        out.append(f"/// First character of the block.\npub(super) const {name}_FIRST: u32 = {first:#06x};")
        for face, weight in zip(faces, ["REGULAR", "SEMIBOLD"]):
            out.append(f"/// The block from {first:#06x} to {last:#06x}; 0 where the font has no glyph.")
            out.append(f"pub(super) const {name}_{weight}: [u16; {last - first + 1}] = [")
            out += rows(face.width(code) for code in range(first, last + 1))
            out.append("];")
    codes = [code for first, last in OTHERS for code in range(first, last + 1) if code in faces[0].cmap]
    out.append("/// Other characters, sorted: code, regular, semibold.")
    out.append(f"pub(super) const OTHERS: [(u16, u16, u16); {len(codes)}] = [")
    out += rows(f"({code:#06x}, {faces[0].width(code)}, {faces[1].width(code)})" for code in codes)
    out.append("];")
    changed = [code for code in range(0x20, 0x2200)
               if code in faces[0].cmap and any(f.width(code) != f.width(code, True) for f in faces)]
    out.append("/// Characters that are wider or narrower among tabular figures, sorted: code, regular, semibold.")
    out.append(f"pub(super) const TABULAR: [(u16, u16, u16); {len(changed)}] = [")
    out += rows(f"({code:#06x}, {faces[0].width(code, True)}, {faces[1].width(code, True)})" for code in changed)
    out.append("];")
    print("\n".join(out))


if __name__ == "__main__":
    main()
