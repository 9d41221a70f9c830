//! How wide words are set: from a baked table of Inter's advance widths, never by counting characters.
//!
//! What the table lacks is taken as wide, so that a label is rather too roomy than too narrow; writers set each line to
//! the width measured here, whatever typeface steps in.

use super::widths;
use crate::scene::{
    Px, Role,
    theme::{Font, style},
};

/// Width, in thousandths of an em, of a character that the table lacks.
const UNKNOWN: u16 = 1100;
/// Width of ideographs, kana, hangul and emoji.
const FULL: u16 = 1000;

/// The width of one line of text set in the type of `role`; 0 for roles that are no words.
pub fn width(text: &str, role: Role) -> Px {
    style(role).font.map_or(0.0, |font| measure(text, font))
}

/// The width of one line of text in a type.
pub fn measure(text: &str, font: Font) -> Px {
    let units: u64 = text.chars().map(|c| u64::from(advance(c, font))).sum();
    // A label has at most some thousands of characters, far below 2^53.
    // Tenths of a pixel keep files small; upwards, so that the words fit.
    (units as f64 * font.size / 100.0).ceil() / 10.0
}

/// The base line of a line of text whose capitals stand in the middle of `y`.
pub fn baseline(y: Px, role: Role) -> Px {
    // Inter's capitals are 0.727 em high; half pixels keep the words crisp.
    y + style(role).font.map_or(0.0, |font| (font.size * 0.364 * 2.0).round() / 2.0)
}

fn advance(c: char, font: Font) -> u16 {
    let code = u32::from(c);
    let pick = |&(_, regular, semibold): &(u16, u16, u16)| if font.semibold { semibold } else { regular };
    let find = |table: &'static [(u16, u16, u16)]| {
        let code = u16::try_from(code).ok()?;
        table.binary_search_by_key(&code, |entry| entry.0).ok().map(|at| pick(&table[at]))
    };
    if font.tabular
        && let Some(width) = find(&widths::TABULAR)
    {
        return width;
    }
    if has_no_width(code) {
        return 0;
    }
    let block = |first: u32, regular: &'static [u16], semibold: &'static [u16]| {
        let table = if font.semibold { semibold } else { regular };
        let at = usize::try_from(code.checked_sub(first)?).ok()?;
        table.get(at).copied().filter(|&width| width > 0)
    };
    block(widths::LATIN_FIRST, &widths::LATIN_REGULAR, &widths::LATIN_SEMIBOLD)
        .or_else(|| {
            let (first, regular) = (widths::GREEK_CYRILLIC_FIRST, &widths::GREEK_CYRILLIC_REGULAR);
            block(first, regular, &widths::GREEK_CYRILLIC_SEMIBOLD)
        })
        .or_else(|| find(&widths::OTHERS))
        .unwrap_or(if is_full_width(code) { FULL } else { UNKNOWN })
}

/// Control characters, combining marks, joiners, direction marks and variation selectors.
pub fn has_no_width(code: u32) -> bool {
    matches!(code,
        0..=0x1F | 0x7F..=0x9F | 0xAD | 0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5BD | 0x610..=0x61A | 0x64B..=0x65F
        | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x20D0..=0x20FF
        | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0xFEFF | 0xE0000..=0xE0FFF)
}

/// Ideographs and their punctuation, signs that only Chinese fonts have, kana, hangul, full-width forms and emoji.
fn is_full_width(code: u32) -> bool {
    is_chinese(code)
        || matches!(code,
            0x1100..=0x11FF | 0x2208..=0x2312 | 0x2460..=0x25CE | 0x2600..=0x27BF | 0x3040..=0x30FF | 0xAC00..=0xD7A3
            | 0xFFE0..=0xFFE6 | 0x1F000..=0x1FAFF)
}

/// Whether a character belongs to a Chinese run: an ideograph, or punctuation of full width.
pub fn is_chinese(code: u32) -> bool {
    matches!(code,
        0x2E80..=0x303F | 0x3100..=0x312F | 0x31A0..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F
        | 0xFF00..=0xFF60 | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use read_fonts::{
        FontRef, TableProvider,
        tables::{
            gsub::{SingleSubst, SubstitutionSubtables},
            layout::CoverageTable,
        },
        types::GlyphId,
    };

    use super::*;
    use crate::model::Importance;

    #[test]
    fn widths_are_those_of_inter() {
        // Kerning takes 0.3 per cent off this line in a browser.
        let title = width("Ten of sixteen answers came within five days", Role::Title);
        assert!((569.0..573.0).contains(&title), "{title}");
        assert!((width("16 May", Role::Figures) - width("19 Jul", Role::Figures)).abs() < 12.0);
        assert_eq!(width("11 May", Role::Figures), width("88 May", Role::Figures));
    }

    /// The advance of a character in a font, in thousandths of an em; among tabular figures if asked for.
    fn shipped(font: &FontRef, code: u32, tabular: bool) -> Option<u16> {
        let mut glyph = font.cmap().unwrap().map_codepoint(code)?;
        if tabular {
            glyph = tabular_form(font, glyph).unwrap_or(glyph);
        }
        let (advance, em) = (font.hmtx().unwrap().advance(glyph)?, font.head().unwrap().units_per_em());
        // Halves go to the even neighbour, as in Python's `round`.
        Some((f64::from(advance) * 1000.0 / f64::from(em)).round_ties_even() as u16)
    }

    fn tabular_form(font: &FontRef, glyph: GlyphId) -> Option<GlyphId> {
        let gsub = font.gsub().unwrap();
        let (features, lookups) = (gsub.feature_list().unwrap(), gsub.lookup_list().unwrap());
        let record = features.feature_records().iter().find(|record| record.feature_tag() == "tnum")?;
        let feature = record.feature(features.offset_data()).unwrap();
        feature.lookup_list_indices().iter().find_map(|index| {
            let SubstitutionSubtables::Single(tables) =
                lookups.lookups().get(usize::from(index.get())).unwrap().subtables().unwrap()
            else {
                return None;
            };
            tables.iter().map(Result::unwrap).find_map(|table| {
                let at = |covered: CoverageTable| covered.get(glyph).map(|at| at as usize);
                match table {
                    SingleSubst::Format1(one) => at(one.coverage().unwrap())
                        .map(|_| GlyphId::from((glyph.to_u32() as i32 + i32::from(one.delta_glyph_id())) as u16)),
                    SingleSubst::Format2(one) => {
                        let at = at(one.coverage().unwrap());
                        at.map(|at| GlyphId::from(one.substitute_glyph_ids()[at].get()))
                    }
                    _ => panic!("a form for fonts of more than 65,535 glyphs"),
                }
            })
        })
    }

    #[test]
    fn widths_are_those_of_the_fonts_that_pictures_embed() {
        let fonts = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/");
        let file = |name: &str| std::fs::read(format!("{fonts}{name}.ttf")).unwrap();
        let mut held = 0;
        for (name, semibold) in [("Inter-Regular", false), ("Inter-SemiBold", true)] {
            let bytes = file(name);
            let font = FontRef::new(&bytes).unwrap();
            for (code, tabular) in (0..0xFFFE).flat_map(|code| [(code, false), (code, true)]) {
                let (Some(c), Some(shipped)) = (char::from_u32(code), shipped(&font, code, tabular)) else { continue };
                if !has_no_width(code) {
                    let known = advance(c, Font { size: 13.0, semibold, tabular });
                    assert_eq!(known, shipped, "U+{code:04X} {c:?} of {name}, tabular {tabular}");
                    held += 1;
                }
            }
        }
        assert!(held > 3000, "{held}");
        let bytes = file("NotoSansSC-Regular");
        let (font, inter) = (FontRef::new(&bytes).unwrap(), file("Inter-Regular"));
        let inter = FontRef::new(&inter).unwrap();
        let mut chinese = 0;
        for c in (0..0xFFFE).filter_map(char::from_u32) {
            let code = u32::from(c);
            let Some(shipped) = shipped(&font, code, false) else { continue };
            chinese += usize::from(is_chinese(code));
            if is_chinese(code) || inter.cmap().unwrap().map_codepoint(code).is_none() {
                let known = advance(c, Font { size: 13.0, semibold: false, tabular: false });
                assert_eq!(known, shipped, "U+{code:04X} {c:?}");
            }
        }
        assert!(chinese > 6763, "both levels of GB 2312");
    }

    #[test]
    fn every_character_has_a_width_that_is_safe() {
        let label = Role::Label(Importance::Notable);
        assert_eq!(width("商务部", label), 39.0);
        assert_eq!(width("e\u{301}", label), width("e", label));
        assert_eq!(width("\u{1F600}", label), 13.0);
        assert!((width("\u{0E01}", label) - 14.3).abs() < 0.11);
        assert_eq!(width("", label), 0.0);
    }
}
