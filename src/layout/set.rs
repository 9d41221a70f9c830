//! Setting lines of words.

use super::text;
use crate::scene::{Item, Point, Px, Role, Text};

/// Which end of a line is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// One line of words whose capitals stand in the middle of `y`.
pub(crate) fn line(role: Role, align: Align, x: Px, y: Px, content: impl Into<String>) -> Item {
    let content = content.into();
    let width = text::width(&content, role);
    let left = match align {
        Align::Start => x,
        Align::Middle => x - width / 2.0,
        Align::End => x - width,
    };
    Item::Text(Text { role, at: Point::new(left, text::baseline(y, role)), width, content })
}
