//! Bytes out: one table of formats, one signature.

mod course;
mod dot;
mod number;
mod sheet;
mod svg;

use crate::{
    layout::{self, PictureOptions},
    model::vocabulary,
    query::View,
    scene::theme::Theme,
};

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
}

/// Why an output could not be written.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {}

/// Writes a view in a format. The same view and options give the same bytes.
pub fn render(format: Format, view: &View, options: &RenderOptions) -> Result<Vec<u8>, RenderError> {
    match format {
        Format::Svg => {
            let scene = layout::draw(view, &options.picture);
            Ok(svg::write(&scene, options.theme.unwrap_or(Theme::Auto)).into_bytes())
        }
        Format::Dot => Ok(dot::write(view).into_bytes()),
    }
}
