//! Courses of lines.

use super::{Point, Px};

/// One step of a course.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Begin here.
    Move(Point),
    /// Straight on to here.
    Line(Point),
    /// Round a corner, whose tip is the first point, to the second.
    Corner(Point, Point),
    /// Along an ellipse of these radii, clockwise, the short way, to here.
    Arc(Px, Px, Point),
    /// Back to where it began.
    Close,
}

/// The course of a line or the edge of an area.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PathData {
    /// Its steps in order.
    pub steps: Vec<Step>,
}

impl PathData {
    /// Straight from point to point.
    pub fn polyline(points: &[Point]) -> Self {
        let step = |(at, &point): (usize, &Point)| if at == 0 { Step::Move(point) } else { Step::Line(point) };
        Self { steps: points.iter().enumerate().map(step).collect() }
    }

    /// The area within these corners.
    pub fn polygon(points: &[Point]) -> Self {
        let mut path = Self::polyline(points);
        path.steps.push(Step::Close);
        path
    }

    /// From point to point with every turn rounded by `radius`, or by half of a leg that is shorter.
    pub fn rounded(points: &[Point], radius: Px) -> Self {
        let mut path = Self::default();
        for (at, &point) in points.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| points.get(at));
            match (before, points.get(at + 1)) {
                (None, _) => path.steps.push(Step::Move(point)),
                (_, None) => path.steps.push(Step::Line(point)),
                (Some(&before), Some(&after)) => {
                    let room = radius.min(length(before, point) / 2.0).min(length(point, after) / 2.0);
                    path.steps.push(Step::Line(towards(point, before, room)));
                    path.steps.push(Step::Corner(point, towards(point, after, room)));
                }
            }
        }
        path
    }

    /// An arrowhead 7 long and 6 wide with its tip at `tip`, pointing along `(dx, dy)`, one of which is zero.
    pub fn arrowhead(tip: Point, dx: Px, dy: Px) -> Self {
        let (back_x, back_y) = (tip.x - 7.0 * dx, tip.y - 7.0 * dy);
        Self::polygon(&[
            tip,
            Point::new(back_x - 3.0 * dy, back_y + 3.0 * dx),
            Point::new(back_x + 3.0 * dy, back_y - 3.0 * dx),
        ])
    }
}

fn length(a: Point, b: Point) -> Px {
    (a.x - b.x).hypot(a.y - b.y)
}

fn towards(from: Point, to: Point, distance: Px) -> Point {
    let whole = length(from, to);
    if whole == 0.0 {
        return from;
    }
    Point::new(from.x + (to.x - from.x) * distance / whole, from.y + (to.y - from.y) * distance / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_never_reach_past_the_middle_of_a_leg() {
        let points = [Point::new(0.0, 0.0), Point::new(4.0, 0.0), Point::new(4.0, 100.0)];
        let path = PathData::rounded(&points, 7.0);
        assert_eq!(path.steps[1], Step::Line(Point::new(2.0, 0.0)));
        assert_eq!(path.steps[2], Step::Corner(points[1], Point::new(4.0, 2.0)));
    }
}
