//! Panels on paper: each as high up as it fits, then as far left.

use crate::scene::Px;

/// Places rectangles of these sizes, in their order, within `width`, or at the left edge where one is wider than that; with the width
/// and height that all take. None overlap.
///
/// The bottom-left rule along a skyline (Burke, Kendall and Whitwell, *A New Placement Heuristic for the Orthogonal
/// Stock-Cutting Problem*, 2004), in the order given.
pub(super) fn place(sizes: &[(Px, Px)], width: Px) -> (Vec<(Px, Px)>, (Px, Px)) {
    // From left to right: where a step of the skyline begins, and how low it lies; the last goes on without end.
    let mut skyline: Vec<(Px, Px)> = vec![(0.0, 0.0)];
    let mut places = Vec::with_capacity(sizes.len());
    let mut taken: (Px, Px) = (0.0, 0.0);
    for &(wide, high) in sizes {
        let lowest = |x: Px| {
            let under = |(at, step): (usize, &(Px, Px))| {
                let end = skyline.get(at + 1).map_or(f64::INFINITY, |next| next.0);
                (step.0 < x + wide && x < end).then_some(step.1)
            };
            skyline.iter().enumerate().filter_map(under).fold(0.0, f64::max)
        };
        let fits = |x: &Px| *x == 0.0 || x + wide <= width;
        let starts = skyline.iter().map(|step| step.0).filter(fits);
        let best = starts.map(|x| (lowest(x), x)).min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let (y, x) = best.unwrap_or_default();
        places.push((x, y));
        taken = (taken.0.max(x + wide), taken.1.max(y + high));
        raise(&mut skyline, (x, x + wide), y + high);
    }
    (places, taken)
}

/// Lowers the skyline to `to` from the one place to the other.
fn raise(skyline: &mut Vec<(Px, Px)>, (from, end): (Px, Px), to: Px) {
    let after = skyline.iter().rev().find(|step| step.0 <= end).map_or(0.0, |step| step.1);
    let mut next: Vec<(Px, Px)> = skyline.iter().copied().filter(|step| step.0 < from).collect();
    next.push((from, to));
    next.push((end, after));
    next.extend(skyline.iter().copied().filter(|step| step.0 > end));
    *skyline = next;
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_overlaps(sizes in prop::collection::vec((10.0..900.0f64, 1.0..400.0f64), 0..50)) {
            let (places, taken) = place(&sizes, 1000.0);
            let rooms: Vec<_> = places.iter().zip(&sizes).map(|(at, size)| (at.0, at.1, at.0 + size.0, at.1 + size.1)).collect();
            for (at, a) in rooms.iter().enumerate() {
                prop_assert!(a.0 >= 0.0 && a.2 <= taken.0 && a.3 <= taken.1);
                for b in &rooms[at + 1..] {
                    let apart = a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1;
                    prop_assert!(apart, "{a:?} {b:?}");
                }
            }
        }
    }

    #[test]
    fn a_gap_is_filled() {
        let (places, taken) = place(&[(600.0, 300.0), (300.0, 100.0), (300.0, 100.0), (900.0, 50.0)], 1000.0);
        assert_eq!(places, [(0.0, 0.0), (600.0, 0.0), (600.0, 100.0), (0.0, 300.0)]);
        assert_eq!(taken, (900.0, 350.0));
    }
}
