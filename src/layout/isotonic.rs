//! Labels in a column: as near to their dates as order and space allow.

use crate::scene::Px;

/// One label that is to stand in a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Slot {
    /// Where it would stand best.
    pub wish: Px,
    /// Room that it takes above its own position.
    pub above: Px,
    /// Room that it takes below.
    pub below: Px,
    /// How much its displacement counts, above 0.
    pub weight: f64,
}

/// Positions in whole pixels within `top..=bottom` that keep the order of `slots`, leave `gap` between neighbours, and minimise the sum of
/// weighted squared displacements; none if the slots do not fit.
///
/// Bounded isotonic regression by pooling adjacent violators, in O(n) (Barlow et al., *Statistical Inference under Order
/// Restrictions*, 1972): with the room before each slot taken off, order and space become one monotone sequence. Since
/// order is kept, straight leaders never cross.
pub(crate) fn place(slots: &[Slot], gap: Px, top: Px, bottom: Px) -> Option<Vec<Px>> {
    let (Some(first), Some(last)) = (slots.first(), slots.last()) else { return Some(Vec::new()) };
    let mut offsets = Vec::with_capacity(slots.len());
    let mut offset = 0.0;
    for (at, slot) in slots.iter().enumerate() {
        if at > 0 {
            offset += slots[at - 1].below + gap + slot.above;
        }
        offsets.push(offset);
    }
    let (low, high) = (top + first.above, bottom - last.below - offset);
    if low > high + 1e-9 {
        return None;
    }
    let mut pools: Vec<Pool> = Vec::new();
    for (slot, offset) in slots.iter().zip(&offsets) {
        let mut pool = Pool { sum: (slot.wish - offset) * slot.weight, weight: slot.weight, count: 1 };
        while let Some(before) = pools.pop_if(|before| before.mean() > pool.mean()) {
            pool = Pool {
                sum: before.sum + pool.sum,
                weight: before.weight + pool.weight,
                count: before.count + pool.count,
            };
        }
        pools.push(pool);
    }
    let means = pools.iter().flat_map(|pool| std::iter::repeat_n(pool.mean(), pool.count));
    // Whole pixels keep words crisp; rounding all down keeps the space between them where it is a whole number.
    let whole = |at: Px| (at + 1e-6).floor();
    Some(means.zip(&offsets).map(|(mean, offset)| whole(mean.clamp(low, high.max(low)) + offset)).collect())
}

/// The room that `slots` take with gaps between them.
pub(crate) fn extent(slots: &[Slot], gap: Px) -> Px {
    let gaps = slots.len().saturating_sub(1) as f64 * gap;
    slots.iter().map(|slot| slot.above + slot.below).sum::<Px>() + gaps
}

/// Neighbours that share one mean.
struct Pool {
    sum: f64,
    weight: f64,
    count: usize,
}

impl Pool {
    fn mean(&self) -> f64 {
        self.sum / self.weight
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slot(wish: Px, below: Px) -> Slot {
        Slot { wish, above: 8.0, below, weight: 1.0 }
    }

    #[test]
    fn two_that_wish_the_same_share_the_way() {
        let placed = place(&[slot(50.0, 8.0), slot(50.0, 8.0)], 4.0, 0.0, 100.0).unwrap();
        assert_eq!(placed, [40.0, 60.0]);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert_eq!(place(&[slot(0.0, 8.0), slot(0.0, 8.0)], 4.0, 0.0, 35.0), None);
        assert_eq!(place(&[], 4.0, 0.0, 0.0), Some(Vec::new()));
    }

    proptest! {
        #[test]
        fn order_space_and_bounds_are_kept(mut wishes in prop::collection::vec((0.0..1000.0f64, 1..6u8), 1..60)) {
            wishes.sort_by(|a, b| a.0.total_cmp(&b.0));
            let slots: Vec<Slot> = wishes.iter().map(|&(wish, lines)| slot(wish, f64::from(lines) * 16.0 - 8.0)).collect();
            let (top, bottom) = (-20.0, -20.0 + extent(&slots, 8.0).max(1000.0));
            let placed = place(&slots, 8.0, top, bottom).unwrap();
            for at in 0..slots.len() {
                prop_assert!(placed[at] - slots[at].above >= top - 1e-6);
                prop_assert!(placed[at] + slots[at].below <= bottom + 1e-6);
                if at > 0 {
                    let room = placed[at] - slots[at].above - placed[at - 1] - slots[at - 1].below;
                    prop_assert!(room >= 8.0 - 1e-6, "{room}");
                }
            }
        }
    }
}
