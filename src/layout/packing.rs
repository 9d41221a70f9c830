//! Intervals in rows: each in the first rows that are free.

use crate::scene::Px;

/// Rows filled so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// Taken stretches of each row.
    taken: Vec<Vec<(Px, Px)>>,
}

impl Rows {
    /// The first row from which `depth` rows in a row are free from `left` to `right`.
    pub(super) fn first_free(&self, left: Px, right: Px, depth: usize) -> usize {
        let free = |row: usize| {
            let taken = self.taken.get(row).map_or(&[][..], Vec::as_slice);
            taken.iter().all(|&(from, to)| right <= from || to <= left)
        };
        // Below the last row all rows are free, so the search ends.
        (0..=self.taken.len()).find(|&row| (row..row + depth).all(free)).unwrap_or(self.taken.len())
    }

    /// Takes `depth` rows from `row` on.
    pub(super) fn take(&mut self, row: usize, depth: usize, left: Px, right: Px) {
        if self.taken.len() < row + depth {
            self.taken.resize(row + depth, Vec::new());
        }
        for taken in &mut self.taken[row..row + depth] {
            taken.push((left, right));
        }
    }

    /// How many rows are in use.
    pub(super) fn count(&self) -> usize {
        self.taken.len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_overlaps(intervals in prop::collection::vec((0.0..900.0f64, 1.0..400.0f64, 1..4usize), 0..60)) {
            let mut rows = Rows::default();
            let mut placed: Vec<(usize, usize, f64, f64)> = Vec::new();
            for (left, width, depth) in intervals {
                let row = rows.first_free(left, left + width, depth);
                rows.take(row, depth, left, left + width);
                for &(other, other_depth, from, to) in &placed {
                    let apart = row + depth <= other || other + other_depth <= row;
                    prop_assert!(apart || left + width <= from || to <= left);
                }
                placed.push((row, depth, left, left + width));
                prop_assert!(row + depth <= rows.count());
            }
        }
    }
}
