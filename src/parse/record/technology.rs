use super::{OneOrMany, record};
use crate::{model::TechnologyId, parse::leaf::Line, source::Spanned};

record! {
    /// One entry of the register of technologies.
    RawTechnology "a technology" {
        /// Its name in event files.
        required "id" id: Spanned<TechnologyId>,
        /// Its English name.
        expected "name" name: Spanned<Line>,
        /// Its Chinese name.
        optional "name_zh" name_zh: Spanned<Line>,
        /// The wider field that it belongs to.
        optional "broader" broader: Spanned<TechnologyId>,
        /// Other names that it is known by.
        optional "aliases" aliases: OneOrMany<Line>,
    }
}
