//! Typefaces in an SVG document: named only, linked beside it, or embedded with the letters that it uses.

use std::{collections::BTreeSet, fmt::Write as _};

use base64::{Engine, prelude::BASE64_STANDARD};
use read_fonts::{
    FontRef, TableProvider,
    collections::IntSet,
    tables::cmap::Cmap,
    types::{NameId, Tag},
};
use skera::{Plan, SubsetFlags, subset_font};

use super::{RenderError, runs::runs};
use crate::{
    model::vocabulary,
    scene::{Item, Scene, theme::style},
};

vocabulary! {
    /// How a picture comes by its typefaces.
    Fonts, "fonts" {
        None "none" "names them; a machine without them sets its own; the default",
        Link "link" "names files in `fonts/` beside the picture, and writes those: for a site with many pictures",
        Embed "embed" "holds the letters that it uses: the same picture on every machine",
    }
}

/// A typeface that comes with the program.
struct Typeface {
    family: &'static str,
    weight: u16,
    file: &'static str,
    bytes: &'static [u8],
}

/// Cut by `tools/cut_fonts.py`; under the SIL Open Font License.
const TYPEFACES: [Typeface; 3] = [
    Typeface {
        family: "Inter",
        weight: 400,
        file: "Inter-Regular.ttf",
        bytes: include_bytes!("../../assets/fonts/Inter-Regular.ttf"),
    },
    Typeface {
        family: "Inter",
        weight: 600,
        file: "Inter-SemiBold.ttf",
        bytes: include_bytes!("../../assets/fonts/Inter-SemiBold.ttf"),
    },
    Typeface {
        family: "Noto Sans SC",
        weight: 400,
        file: "NotoSansSC-Regular.ttf",
        bytes: include_bytes!("../../assets/fonts/NotoSansSC-Regular.ttf"),
    },
];
const CHINESE: usize = 2;

/// What a picture needs to be set in its typefaces.
#[derive(Default)]
pub(super) struct Typesetting {
    /// `@font-face` rules.
    pub(super) rules: String,
    /// Files that the rules name: the way from the picture, and their bytes.
    pub(super) beside: Vec<(String, &'static [u8])>,
    /// Characters of the picture that no typeface has.
    pub(super) lacking: BTreeSet<char>,
}

/// The typefaces that a picture uses, as `fonts` says.
pub(super) fn set(scene: &Scene, fonts: Fonts) -> Result<Typesetting, RenderError> {
    let mut out = Typesetting::default();
    if fonts == Fonts::None {
        return Ok(out);
    }
    let mut cast = Cast::new()?;
    cast.items(&scene.items);
    for (typeface, letters) in TYPEFACES.iter().zip(&cast.letters).filter(|(_, letters)| !letters.is_empty()) {
        let source = if fonts == Fonts::Embed {
            format!("data:font/ttf;base64,{}", BASE64_STANDARD.encode(typeface.cut(letters)?))
        } else {
            let way = format!("fonts/{}", typeface.file);
            out.beside.push((way.clone(), typeface.bytes));
            way
        };
        let Typeface { family, weight, .. } = typeface;
        let _ = writeln!(
            out.rules,
            "@font-face{{font-family:'{family}';font-weight:{weight};src:url({source})format('truetype')}}"
        );
    }
    out.lacking = cast.lacking;
    Ok(out)
}

impl Typeface {
    fn font(&self) -> Result<FontRef<'static>, RenderError> {
        FontRef::new(self.bytes).map_err(|error| self.failed(&error))
    }

    fn failed(&self, reason: &dyn std::fmt::Display) -> RenderError {
        RenderError::Typeface { file: self.file, reason: reason.to_string() }
    }

    /// The typeface with these letters alone, their kerning and their tabular figures.
    fn cut(&self, letters: &BTreeSet<char>) -> Result<Vec<u8>, RenderError> {
        let font = self.font()?;
        let codes: IntSet<u32> = letters.iter().map(|&letter| u32::from(letter)).collect();
        let features: IntSet<Tag> = [Tag::new(b"kern"), Tag::new(b"tnum")].into_iter().collect();
        let names: IntSet<NameId> = [NameId::COPYRIGHT_NOTICE, NameId::FAMILY_NAME].into_iter().collect();
        let plan = Plan::new(
            &IntSet::empty(),
            &codes,
            &font,
            SubsetFlags::SUBSET_FLAGS_NO_HINTING | SubsetFlags::SUBSET_FLAGS_NOTDEF_OUTLINE,
            &IntSet::empty(),
            &IntSet::all(),
            &features,
            &names,
            &IntSet::all(),
        );
        subset_font(&font, &plan).map_err(|error| self.failed(&error))
    }
}

/// The letters of a picture by the typeface that sets them.
struct Cast {
    maps: Vec<Cmap<'static>>,
    letters: [BTreeSet<char>; TYPEFACES.len()],
    lacking: BTreeSet<char>,
}

impl Cast {
    fn new() -> Result<Self, RenderError> {
        let map = |typeface: &Typeface| typeface.font()?.cmap().map_err(|error| typeface.failed(&error));
        let maps = TYPEFACES.iter().map(map).collect::<Result<_, _>>()?;
        Ok(Self { maps, letters: Default::default(), lacking: BTreeSet::new() })
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Group(group) => self.items(&group.items),
                Item::Text(text) => {
                    let latin = usize::from(style(text.role).font.is_some_and(|font| font.semibold));
                    for (run, chinese) in runs(&text.content) {
                        let order = if chinese { [CHINESE, latin] } else { [latin, CHINESE] };
                        run.chars().for_each(|letter| self.letter(letter, order));
                    }
                }
                Item::Rect(_) | Item::Path(_) | Item::Circle(_) => {}
            }
        }
    }

    /// Notes a letter for the first of two typefaces that has it, in the order in which readers look.
    fn letter(&mut self, letter: char, order: [usize; 2]) {
        match order.into_iter().find(|&at| self.maps[at].map_codepoint(letter).is_some()) {
            Some(at) => drop(self.letters[at].insert(letter)),
            // What has no width of its own, such as a joiner, needs no glyph.
            None if crate::layout::text::has_no_width(u32::from(letter)) => {}
            None => drop(self.lacking.insert(letter)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Vocabulary;

    #[test]
    fn a_cut_typeface_sets_its_letters_as_the_whole_one_does() {
        let letters: BTreeSet<char> = "AV 0123456789 ↑".chars().collect();
        for typeface in &TYPEFACES[..2] {
            let cut = typeface.cut(&letters).unwrap();
            assert_eq!(cut, typeface.cut(&letters).unwrap(), "two runs give the same bytes");
            assert!(cut.len() < 6000, "{} bytes", cut.len());
            let (cut, whole) = (FontRef::new(&cut).unwrap(), typeface.font().unwrap());
            let advance = |font: &FontRef, letter| {
                font.hmtx().unwrap().advance(font.cmap().unwrap().map_codepoint(letter).unwrap())
            };
            for &letter in &letters {
                assert_eq!(advance(&cut, letter), advance(&whole, letter), "{letter}");
            }
            assert_eq!(cut.cmap().unwrap().map_codepoint('B'), None);
            for table in [b"GPOS", b"GSUB"] {
                assert!(cut.table_data(Tag::new(table)).is_some(), "kerning and tabular figures are kept");
            }
        }
    }

    #[test]
    fn chinese_covers_the_whole_of_gb_2312() {
        let map = TYPEFACES[CHINESE].font().unwrap().cmap().unwrap();
        for letter in "镓锗锑钨碲铋钼铟钐钆铽镝镥钪钇铕铒铥镱钬国务院商务部公告第号、。“”".chars()
        {
            assert!(map.map_codepoint(letter).is_some(), "{letter}");
        }
    }

    #[test]
    fn words_of_the_option_are_told() {
        assert_eq!(Fonts::from_word("embed"), Some(Fonts::Embed));
    }
}
