//! The order of channels beside a rail, so that rungs cross few of them.

use crate::{layout::sifting, scene::Px};

/// Up to so many channels beside a rail their order is searched for; more keep the order in which they begin.
const SEARCHED: usize = 300;

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
pub(super) fn order(channels: &[Channel]) -> (Vec<usize>, usize) {
    let mut order: Vec<usize> = (0..channels.len()).collect();
    if channels.len() <= SEARCHED {
        sifting::sift(&mut order, |inner, outer| channels[inner].crossings_inside(&channels[outer]));
    }
    sifting::places(&order, |inner, outer| channels[inner].meets(&channels[outer]))
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
