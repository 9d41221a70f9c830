//! Work on many files, spread over the processors.

use std::{panic::resume_unwind, thread};

/// Starting a thread costs as much as reading a few files.
const WORTH_A_THREAD: usize = 32;

/// What `work` makes of each item, in the order of the items. Each processor has a share of about the same `weight`,
/// this thread among them.
pub(crate) fn in_shares<T: Sync, R: Send>(
    items: &[T],
    weight: impl Fn(&T) -> usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let shares = shares(items, processors.min(items.len() / WORTH_A_THREAD), weight);
    let Some((own, others)) = shares.split_first() else { return Vec::new() };
    let do_share = |share: &[T]| share.iter().map(&work).collect::<Vec<R>>();
    thread::scope(|scope| {
        let workers: Vec<_> = others.iter().map(|share| scope.spawn(|| do_share(share))).collect();
        let mut done = do_share(own);
        done.reserve(items.len() - done.len());
        for worker in workers {
            done.extend(worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    })
}

/// Cuts `items` into at most `count` runs of about the same weight; one where `count` is 0.
fn shares<T>(items: &[T], count: usize, weight: impl Fn(&T) -> usize) -> Vec<&[T]> {
    let fair = items.iter().map(&weight).sum::<usize>().div_ceil(count.max(1)).max(1);
    let mut shares = Vec::with_capacity(count);
    let (mut start, mut heavy) = (0, 0);
    for (at, item) in items.iter().enumerate() {
        heavy += weight(item);
        if heavy >= fair * (shares.len() + 1) {
            shares.push(&items[start..=at]);
            start = at + 1;
        }
    }
    if start < items.len() {
        shares.push(&items[start..]);
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_weigh_alike_and_hold_every_item_once() {
        assert_eq!(shares(&[1, 1, 1, 1, 4, 4], 3, |&weight| weight), [&[1, 1, 1, 1][..], &[4], &[4]]);
        assert_eq!(shares(&[9, 1, 1], 2, |&weight| weight), [&[9][..], &[1, 1]]);
        assert_eq!(shares(&[0, 0], 2, |&weight| weight), [&[0, 0][..]]);
        assert_eq!(shares(&[3, 3], 0, |&weight| weight), [&[3, 3][..]]);
        assert!(shares(&[], 2, |&weight: &usize| weight).is_empty());
    }

    #[test]
    fn results_stand_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..1000).collect();
        let doubled = in_shares(&items, |&item| 1 + item % 7, |&item| item * 2);
        assert_eq!(doubled, items.iter().map(|item| item * 2).collect::<Vec<_>>());
    }
}
