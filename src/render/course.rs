//! Courses of lines as path data, in the short relative form.

use super::number::push_tenth;
use crate::scene::{Path, Point, Px, Step};

/// Adds the value of the `d` attribute of a path. Each step is relative to the last place as it was written, so that rounding
/// never adds up.
pub(super) fn push(out: &mut String, path: &Path) {
    let mut pen = Pen { out, at: Point::new(0.0, 0.0), start: Point::new(0.0, 0.0), last: None };
    let place = |point: &Point| Point::new(point.x + path.origin.x, point.y + path.origin.y);
    for step in &path.data.steps {
        match step {
            Step::Move(to) => {
                pen.command('M', &[place(to).x, place(to).y]);
                pen.moved(place(to));
                pen.start = pen.at;
            }
            Step::Line(to) => pen.line(place(to)),
            Step::Corner(tip, to) => {
                let (tip, to) = (pen.to(place(tip)), pen.to(place(to)));
                pen.command('q', &[tip.x, tip.y, to.x, to.y]);
                pen.advanced(to);
            }
            Step::Arc(rx, ry, to) => {
                let to = pen.to(place(to));
                pen.command('a', &[*rx, *ry, 0.0, 0.0, 1.0, to.x, to.y]);
                pen.advanced(to);
            }
            Step::Close => {
                pen.command('z', &[]);
                pen.at = pen.start;
            }
        }
    }
}

struct Pen<'a> {
    out: &'a mut String,
    /// Where the last step ended, as written.
    at: Point,
    /// Where this figure began, as written.
    start: Point,
    /// The letter of the last step.
    last: Option<char>,
}

impl Pen<'_> {
    fn line(&mut self, place: Point) {
        let to = self.to(place);
        match (to.x == 0.0, to.y == 0.0) {
            (true, true) => {}
            (true, false) => self.command('v', &[to.y]),
            (false, true) => self.command('h', &[to.x]),
            (false, false) => self.command('l', &[to.x, to.y]),
        }
        self.advanced(to);
    }

    /// From the last place to this one, rounded as it will be written.
    fn to(&self, place: Point) -> Point {
        Point::new(round(place.x - self.at.x), round(place.y - self.at.y))
    }

    fn moved(&mut self, place: Point) {
        self.at = Point::new(round(place.x), round(place.y));
    }

    fn advanced(&mut self, by: Point) {
        self.at = Point::new(self.at.x + by.x, self.at.y + by.y);
    }

    /// A letter, unless it is that of the step before, and its numbers; a minus sign parts numbers as well as a space.
    fn command(&mut self, letter: char, numbers: &[Px]) {
        let again = self.last == Some(letter);
        if !again {
            self.out.push(letter);
        }
        self.last = Some(letter);
        for (at, &number) in numbers.iter().enumerate() {
            if (at > 0 || again) && round(number) >= 0.0 {
                self.out.push(' ');
            }
            push_tenth(self.out, number);
        }
    }
}

fn round(number: Px) -> Px {
    (number * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{PathData, Role};

    fn written(points: &[(f64, f64)]) -> String {
        let points: Vec<Point> = points.iter().map(|&(x, y)| Point::new(x, y)).collect();
        let data = PathData::polygon(&points);
        let mut out = String::new();
        push(&mut out, &Path { role: Role::Tick, data, origin: Point::new(10.0, 0.0), date: None });
        out
    }

    #[test]
    fn steps_are_short() {
        assert_eq!(written(&[(0.0, -6.0), (6.0, 0.0), (6.0, 6.0), (-6.0, 6.0)]), "M10-6l6 6v6h-12z");
    }

    #[test]
    fn rounding_never_adds_up() {
        let points: Vec<(f64, f64)> = (0..=300).map(|at| (f64::from(at) * 1.004_9, f64::from(at % 2))).collect();
        let written = written(&points).replace('-', " -").replace(['l', 'z'], " ");
        let numbers: Vec<f64> = written.split(' ').filter_map(|number| number.parse().ok()).collect();
        // After the first point, whose letter is in the way of its x, come pairs.
        let sum: f64 = numbers[1..].iter().step_by(2).sum();
        assert!((sum - 301.5).abs() < 0.01, "{sum}");
    }
}
