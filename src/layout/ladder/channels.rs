//! The order of channels beside a rail, so that rungs cross few of them.

use crate::scene::Px;

/// Up to so many channels beside a rail their order is searched for; more keep the order in which they begin.
const SEARCHED: usize = 300;
/// Rounds of the search.
const ROUNDS: usize = 8;

/// A channel with its level lines.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Channel {
    /// Upper and lower end.
    pub(super) span: (Px, Px),
    /// Its level lines: where, and whether towards the middle rather than towards the rail.
    pub(super) levels: Vec<(Px, bool)>,
}

impl Channel {
    /// How often this one and another cross where this one runs nearer the rail.
    fn crossings_inside(&self, outer: &Self) -> usize {
        let within = |y: Px, channel: &Self| channel.span.0 + 0.1 < y && y < channel.span.1 - 0.1;
        let out = self.levels.iter().filter(|&&(y, to_middle)| to_middle && within(y, outer)).count();
        let home = outer.levels.iter().filter(|&&(y, to_middle)| !to_middle && within(y, self)).count();
        out + home
    }

    fn meets(&self, other: &Self) -> bool {
        self.span.0 <= other.span.1 + 10.0 && other.span.0 <= self.span.1 + 10.0
    }
}

/// The place of each channel from the rail outward, those that do not meet sharing one; with the number of places. The channels
/// come in the order in which they stand from the rail if nothing is better.
///
/// By sifting (Matuszewski et al., *Using Sifting for k-Layer Straightline Crossing Minimization*, 1999).
pub(super) fn order(channels: &[Channel]) -> (Vec<usize>, usize) {
    let mut order: Vec<usize> = (0..channels.len()).collect();
    if channels.len() <= SEARCHED {
        sift(channels, &mut order);
    }
    let mut places = vec![0; channels.len()];
    let mut count = 0;
    for (rank, &at) in order.iter().enumerate() {
        let inner = order[..rank].iter().filter(|&&other| channels[other].meets(&channels[at]));
        places[at] = inner.map(|&other| places[other] + 1).max().unwrap_or(0);
        count = count.max(places[at] + 1);
    }
    (places, count)
}

fn sift(channels: &[Channel], order: &mut Vec<usize>) {
    let change = |moved: usize, passed: usize| {
        let now = channels[passed].crossings_inside(&channels[moved]);
        let before = channels[moved].crossings_inside(&channels[passed]);
        i64::try_from(now).unwrap_or(i64::MAX) - i64::try_from(before).unwrap_or(i64::MAX)
    };
    for _ in 0..ROUNDS {
        let before = order.clone();
        for &at in &before {
            let here = order.iter().position(|&other| other == at).unwrap_or_default();
            order.remove(here);
            let mut costs: Vec<i64> = vec![0];
            for &other in order.iter() {
                costs.push(costs[costs.len() - 1] + change(at, other));
            }
            // It stays where no other place is better.
            let best = (0..costs.len()).min_by_key(|&place| (costs[place], place.abs_diff(here))).unwrap_or(here);
            order.insert(best, at);
        }
        if *order == before {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_that_others_answer_past_stands_where_few_cross() {
        // The first ends last and answers on its own rail: it stands nearest to it.
        let long = Channel { span: (0.0, 100.0), levels: vec![(100.0, false)] };
        let short = Channel { span: (10.0, 50.0), levels: vec![(50.0, false)] };
        assert_eq!(order(&[long.clone(), short.clone()]).0, [1, 0]);
        // Answers on the other rail: the one that ends first stands outside.
        let across = |channel: &Channel| Channel { levels: vec![(channel.span.1, true)], ..channel.clone() };
        assert_eq!(order(&[across(&short), across(&long)]).0, [1, 0]);
    }

    #[test]
    fn channels_that_do_not_meet_share_a_place() {
        let channel = |from: Px, to: Px| Channel { span: (from, to), levels: vec![(to, true)] };
        assert_eq!(order(&[channel(0.0, 50.0), channel(70.0, 90.0)]), (vec![0, 0], 1));
    }
}
