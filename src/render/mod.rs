//! Bytes out: one table of formats, one signature.

mod course;
mod dot;
mod fonts;
mod number;
mod runs;
mod sheet;
mod svg;

use std::collections::BTreeSet;

use crate::{
    layout::{self, PictureOptions},
    model::vocabulary,
    query::View,
    scene::theme::Theme,
};

pub use fonts::Fonts;

vocabulary! {
    /// A format that pictures and graphs are written in.
    Format, "format" {
        Svg "svg" "a picture that scales, with its meaning in attributes",
        Dot "dot" "a graph in the language of Graphviz",
    }
}

/// What can be asked of an output.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RenderOptions {
    /// What is drawn, and how it is arranged.
    pub picture: PictureOptions,
    /// On light paper, on dark paper, or as the reader's system says.
    pub theme: Option<Theme>,
    /// How it comes by its typefaces; by default it only names them.
    pub fonts: Option<Fonts>,
}

/// An output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The bytes of its file.
    pub bytes: Vec<u8>,
    /// Files that it names and that belong beside it: the way from its folder, and their bytes.
    pub beside: Vec<(String, &'static [u8])>,
    /// Characters that the typefaces lack which it embeds or links: each machine sets them in its own.
    pub lacking: BTreeSet<char>,
}

/// Why an output could not be written.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A typeface of the program is damaged.
    #[error("the typeface {file} cannot be read: {reason}")]
    Typeface {
        /// Its file.
        file: &'static str,
        /// What is wrong with it.
        reason: String,
    },
}

/// Writes a view in a format. The same view and options give the same bytes.
///
/// # Errors
/// Where a typeface that came with the program cannot be read, which means that the program is damaged.
pub fn render(format: Format, view: &View, options: &RenderOptions) -> Result<Rendered, RenderError> {
    match format {
        Format::Svg => {
            let scene = layout::draw(view, &options.picture);
            let fonts::Typesetting { rules, beside, lacking } =
                fonts::set(&scene, options.fonts.unwrap_or(Fonts::None))?;
            let bytes = svg::write(&scene, options.theme.unwrap_or(Theme::Auto), &rules).into_bytes();
            Ok(Rendered { bytes, beside, lacking })
        }
        Format::Dot => {
            Ok(Rendered { bytes: dot::write(view).into_bytes(), beside: Vec::new(), lacking: BTreeSet::new() })
        }
    }
}
