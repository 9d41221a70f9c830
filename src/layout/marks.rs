//! Marks that several arrangements share.

use crate::{
    model::Family,
    scene::{Circle, Item, Path, PathData, Point, Px, Rect, Role, Solidity, glyph},
};

/// The glyph of a family; hollow ones are a little smaller, since their outline adds to them.
pub(crate) fn family(family: Family, solidity: Solidity, at: Point, scale: Px, date: Option<String>) -> Item {
    let scale = if solidity == Solidity::Filled { scale } else { scale * 0.92 };
    Item::Path(Path { role: Role::Glyph(family, solidity), data: glyph(family, scale), origin: at, date })
}

/// A point on a rail.
pub(crate) fn dot(family: Option<Family>, solidity: Solidity, at: Point, date: Option<String>) -> Item {
    let radius = if solidity == Solidity::Filled { 3.4 } else { 2.8 };
    Item::Circle(Circle { role: Role::Dot(family, solidity), centre: at, radius, date })
}

/// A pill, five pixels thick and at least ten long, over the days between which something happened.
pub(crate) fn pill(family: Family, solidity: Solidity, from: Point, to: Point) -> Item {
    let half = 2.5;
    let upright = from.x == to.x;
    let stretch = |a: Px, b: Px| {
        let short = (5.0 - (b - a).abs() / 2.0).max(0.0);
        (a - short, b + short)
    };
    let shape = if upright {
        let (top, bottom) = stretch(from.y, to.y);
        Rect::between(from.x - half, from.x + half, top, bottom)
    } else {
        let (left, right) = stretch(from.x, to.x);
        Rect::between(left, right, from.y - half, from.y + half)
    };
    Item::rounded(Role::Precision(family, solidity), shape, half)
}

/// A link with its head, and a bar across where it is denied.
pub(crate) fn link(look: crate::scene::LinkLook, course: &[Point], tip: Point) -> Vec<Item> {
    let last = course.last().copied().unwrap_or(tip);
    let (dx, dy) = (unit(tip.x - last.x), unit(tip.y - last.y));
    vec![
        Item::path(Role::Link(look), PathData::rounded(course, 7.0)),
        Item::path(Role::LinkHead, PathData::arrowhead(tip, dx, dy)),
    ]
}

/// A bar across the middle of a straight part of a link.
pub(crate) fn denial(from: Point, to: Point) -> Item {
    let middle = Point::new((from.x + to.x) / 2.0, (from.y + to.y) / 2.0);
    let (dx, dy) = if from.x == to.x { (5.0, 0.0) } else { (0.0, 5.0) };
    Item::line(Role::Denial, Point::new(middle.x - dx, middle.y - dy), Point::new(middle.x + dx, middle.y + dy))
}

fn unit(length: Px) -> f64 {
    if length.abs() < 0.01 { 0.0 } else { length.signum() }
}
