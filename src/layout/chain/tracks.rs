//! Links between the two lines: level while they wait, upright on the day of the answer.

use crate::{
    layout::{links::Drawn, sifting},
    scene::{Point, Px},
};

/// Crossings up to which every link of a chain is drawn whole.
pub(super) const CROSSINGS: usize = 2;
/// Between level parts above each other.
pub(super) const LEVEL: Px = 8.0;
/// Upright parts nearer than this run along each other.
const ALONG: Px = 4.0;

/// Where a link meets a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Port {
    /// The place of its upright part.
    pub(crate) x: Px,
    /// Whether that leads to the upper line.
    pub(crate) upper: bool,
    /// The place of the point on the line.
    pub(crate) point: Px,
    /// How far outside the line that point stands.
    pub(crate) off: Px,
}

/// A link with its ends.
#[derive(Debug, Clone)]
pub(crate) struct Wire {
    /// The link.
    pub(crate) drawn: Drawn,
    /// Where it leaves its cause; none at the box in the middle.
    pub(crate) from: Option<Port>,
    /// Where it meets its effect; none at the box.
    pub(crate) to: Option<Port>,
    /// Left and right ends of its level part.
    pub(crate) span: (Px, Px),
    /// Which level part from above.
    pub(crate) level: usize,
    /// Whether only its end is drawn, since it would cross too many others.
    pub(crate) stub: bool,
}

/// A link in its place.
#[derive(Debug, Clone)]
pub(crate) struct Course {
    /// The link.
    pub(crate) drawn: Drawn,
    /// Its course; the last point lies behind the arrowhead.
    pub(crate) points: Vec<Point>,
    /// The tip of the arrow.
    pub(crate) tip: Point,
    /// Whether only its end is drawn.
    pub(crate) stub: bool,
}

impl Wire {
    /// Upright parts: where, and whether they lead up.
    fn uprights(&self) -> impl Iterator<Item = (Px, bool)> {
        [self.from, self.to].into_iter().flatten().map(|port| (port.x, port.upper))
    }

    /// How often this one and another cross, or run along each other, where this one runs above it.
    fn crossings_above(&self, other: &Self) -> usize {
        let within = |x: Px, wire: &Self| wire.span.0 + 0.1 < x && x < wire.span.1 - 0.1;
        let down = self.uprights().filter(|&(x, up)| !up && within(x, other)).count();
        let up = other.uprights().filter(|&(x, up)| up && within(x, self)).count();
        let along = self
            .uprights()
            .filter(|upright| !upright.1)
            .filter(|&(x, _)| other.uprights().any(|(other_x, up)| up && (x - other_x).abs() < ALONG));
        down + up + along.count()
    }

    fn meets(&self, other: &Self) -> bool {
        self.span.0 < other.span.1 + 8.0 && other.span.0 < self.span.1 + 8.0
    }
}

/// Gives each wire its level; where more than `allowed` would cross, those that cross most are drawn as stubs. Gives the
/// number of levels and that of the crossings that are left.
pub(super) fn level(wires: &mut [Wire], allowed: usize) -> (usize, usize) {
    let mut order: Vec<usize> = (0..wires.len()).collect();
    // A good beginning: what leads up stands above, the shortest outermost.
    let rank = |wire: &Wire| {
        let up = wire.to.or(wire.from).is_some_and(|port| port.upper);
        let length = wire.span.1 - wire.span.0;
        if up { length } else { 1e9 - length }
    };
    order.sort_by(|&a, &b| rank(&wires[a]).total_cmp(&rank(&wires[b])).then(a.cmp(&b)));
    loop {
        sifting::sift(&mut order, |upper, lower| wires[upper].crossings_above(&wires[lower]));
        let mut crossings = vec![0; wires.len()];
        let mut all = 0;
        for (rank, &upper) in order.iter().enumerate() {
            for &lower in &order[rank + 1..] {
                let count = wires[upper].crossings_above(&wires[lower]);
                crossings[upper] += count;
                crossings[lower] += count;
                all += count;
            }
        }
        if all <= allowed {
            return (stack(wires, &order), all);
        }
        // Links of the centre itself are always drawn whole; among them none cross.
        let apart = |at: &&usize| wires[**at].from.is_some() && wires[**at].to.is_some();
        let Some(&worst) = order.iter().filter(apart).max_by_key(|&&at| (crossings[at], std::cmp::Reverse(at))) else {
            return (stack(wires, &order), all);
        };
        wires[worst].stub = true;
        order.retain(|&at| at != worst);
    }
}

/// Each level part on the first level below all those above it that it would touch; the number of levels.
fn stack(wires: &mut [Wire], order: &[usize]) -> usize {
    let (levels, count) = sifting::places(order, |upper, lower| wires[upper].meets(&wires[lower]));
    for &at in order {
        wires[at].level = levels[at];
    }
    count
}
