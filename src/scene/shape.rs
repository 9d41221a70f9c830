//! The glyph of each family: colour is never the only sign.

use super::{PathData, Point, Px, Step};
use crate::model::Family;

/// The outline of a family's glyph about its own middle. Glyphs are about ten pixels wide at scale 1, and of even weight.
pub fn glyph(family: Family, scale: Px) -> PathData {
    let polygon = |corners: &[(Px, Px)]| {
        let points: Vec<Point> = corners.iter().map(|&(x, y)| Point::new(x * scale, y * scale)).collect();
        PathData::polygon(&points)
    };
    let at = |x: Px, y: Px| Point::new(x * scale, y * scale);
    match family {
        Family::Controls => polygon(&[(-4.4, -4.4), (4.4, -4.4), (4.4, 4.4), (-4.4, 4.4)]),
        Family::Trade => polygon(&[(0.0, -6.0), (6.0, 0.0), (0.0, 6.0), (-6.0, 0.0)]),
        Family::Investment => polygon(&[
            (-1.9, -5.5),
            (1.9, -5.5),
            (1.9, -1.9),
            (5.5, -1.9),
            (5.5, 1.9),
            (1.9, 1.9),
            (1.9, 5.5),
            (-1.9, 5.5),
            (-1.9, 1.9),
            (-5.5, 1.9),
            (-5.5, -1.9),
            (-1.9, -1.9),
        ]),
        Family::Industry => polygon(&[(0.0, -5.1), (5.9, 5.1), (-5.9, 5.1)]),
        Family::Law => polygon(&[(0.0, 5.1), (5.9, -5.1), (-5.9, -5.1)]),
        Family::Diplomacy => PathData {
            steps: vec![
                Step::Move(at(-5.0, 0.0)),
                Step::Arc(5.0 * scale, 5.0 * scale, at(5.0, 0.0)),
                Step::Arc(5.0 * scale, 5.0 * scale, at(-5.0, 0.0)),
                Step::Close,
            ],
        },
        Family::Firms => PathData {
            steps: vec![Step::Move(at(-5.8, 3.4)), Step::Arc(5.8 * scale, 6.4 * scale, at(5.8, 3.4)), Step::Close],
        },
    }
}
