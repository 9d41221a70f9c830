//! Lines side by side, in the order in which few of them cross.

/// Rounds of the search.
const ROUNDS: usize = 8;

/// Puts `order` so that few lines cross: each in turn takes the place among the others where it crosses least, and stays
/// where no other place is better. `crossings(first, second)` is how often two cross where the first stands before the
/// second.
///
/// By sifting (Matuszewski et al., *Using Sifting for k-Layer Straightline Crossing Minimization*, 1999).
pub(super) fn sift(order: &mut Vec<usize>, crossings: impl Fn(usize, usize) -> usize) {
    let count = |first, second| i64::try_from(crossings(first, second)).unwrap_or(i64::MAX);
    for _ in 0..ROUNDS {
        let before = order.clone();
        for &at in &before {
            let here = order.iter().position(|&other| other == at).unwrap_or_default();
            order.remove(here);
            // Before all others first, then one place on at a time.
            let mut costs: Vec<i64> = vec![0];
            for &other in order.iter() {
                costs.push(costs[costs.len() - 1] + count(other, at) - count(at, other));
            }
            let best = (0..costs.len()).min_by_key(|&place| (costs[place], place.abs_diff(here))).unwrap_or(here);
            order.insert(best, at);
        }
        if *order == before {
            break;
        }
    }
}

/// The place of each line, the first behind all those before it in `order` that it meets, so that lines that do not meet
/// share one; with the number of places. What `order` leaves out stands in place 0.
pub(super) fn places(order: &[usize], meet: impl Fn(usize, usize) -> bool) -> (Vec<usize>, usize) {
    let mut places = vec![0; order.iter().max().map_or(0, |last| last + 1)];
    let mut count = 0;
    for (rank, &at) in order.iter().enumerate() {
        let before = order[..rank].iter().filter(|&&other| meet(other, at));
        places[at] = before.map(|&other| places[other] + 1).max().unwrap_or(0);
        count = count.max(places[at] + 1);
    }
    (places, count)
}
