//! From days to pixels, along straight or bent scales.

use chrono::Datelike;

use crate::{model::Day, scene::Px};

/// A scale: days to pixels, strictly growing, straight between its knots.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Axis {
    /// At least two, both numbers growing: days since the beginning of the era, and pixels.
    knots: Vec<(f64, Px)>,
}

/// The number of a day; its end is the number of the next.
pub(crate) fn number(day: Day) -> f64 {
    f64::from(day.num_days_from_ce())
}

impl Axis {
    /// A scale through `knots`, which must grow in both numbers; knots that do not are left out.
    pub(crate) fn new(knots: impl IntoIterator<Item = (f64, Px)>) -> Self {
        let mut kept: Vec<(f64, Px)> = Vec::new();
        for knot in knots {
            if kept.last().is_none_or(|last| knot.0 > last.0 && knot.1 > last.1) {
                kept.push(knot);
            }
        }
        match kept[..] {
            [] => kept.extend([(0.0, 0.0), (1.0, 1.0)]),
            [(day, at)] => kept.push((day + 1.0, at + 1.0)),
            _ => {}
        }
        Self { knots: kept }
    }

    /// Where the beginning of a day stands. Days beyond the ends stand at the ends.
    pub(crate) fn at(&self, day: Day) -> Px {
        self.of(number(day))
    }

    /// Where the end of a day stands.
    pub(crate) fn end_of(&self, day: Day) -> Px {
        self.of(number(day) + 1.0)
    }

    /// Where a moment stands, counted in days.
    pub(crate) fn of(&self, moment: f64) -> Px {
        let above = self.knots.partition_point(|knot| knot.0 <= moment);
        let (Some(before), Some(after)) = (above.checked_sub(1).map(|at| self.knots[at]), self.knots.get(above)) else {
            return if above == 0 { self.start() } else { self.end() };
        };
        before.1 + (after.1 - before.1) * (moment - before.0) / (after.0 - before.0)
    }

    /// Where the scale begins.
    pub(crate) fn start(&self) -> Px {
        self.knots[0].1
    }

    /// Where it ends.
    pub(crate) fn end(&self) -> Px {
        self.knots[self.knots.len() - 1].1
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_straight_scale_is_straight() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let (from, to) = (day("2019-01-01"), day("2020-01-01"));
        let axis = Axis::new([(number(from), 100.0), (number(to), 465.0)]);
        assert_eq!(axis.at(day("2019-01-11")), 110.0);
        assert_eq!(axis.end_of(day("2019-01-10")), 110.0);
        assert_eq!(axis.at(day("1977-01-01")), 100.0);
        assert_eq!(axis.at(day("2077-01-01")), 465.0);
    }

    proptest! {
        #[test]
        fn later_is_never_before(knots in prop::collection::vec((0.0..1e4f64, 0.0..1e4f64), 0..20), a in 0.0..1e4f64, b in 0.0..1e4f64) {
            let axis = Axis::new(knots);
            prop_assert!(axis.of(a.min(b)) <= axis.of(a.max(b)));
        }
    }
}
