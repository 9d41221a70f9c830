//! Episodes: what links join, however far.

use std::collections::BTreeMap;

use crate::{
    dataset::EventIx,
    layout::{entry::Entry, links::Drawn},
};

/// Events that links join, with those links.
pub(super) struct Episode<'a> {
    /// The events, in the order in which they came.
    pub(super) entries: Vec<Entry<'a>>,
    /// The links among them.
    pub(super) links: Vec<Drawn>,
}

/// From so many events on an episode stands before all that have fewer; smaller ones follow in time order.
const LARGE: usize = 8;

/// The weakly connected components of `links`, the large ones first, then in time order. Events without a link are in none.
pub(super) fn split<'a>(entries: &[Entry<'a>], links: Vec<Drawn>) -> Vec<Episode<'a>> {
    let mut above: BTreeMap<EventIx, EventIx> = BTreeMap::new();
    for link in &links {
        let (a, b) = (top(&mut above, link.from), top(&mut above, link.to));
        above.insert(a.max(b), a.min(b));
    }
    let mut episodes: BTreeMap<EventIx, Episode> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| above.contains_key(&entry.ix)).cloned().collect::<Vec<_>>() {
        let first = top(&mut above, entry.ix);
        let episode = episodes.entry(first).or_insert_with(|| Episode { entries: Vec::new(), links: Vec::new() });
        episode.entries.push(entry);
    }
    for link in links {
        let first = top(&mut above, link.from);
        if let Some(episode) = episodes.get_mut(&first) {
            episode.links.push(link);
        }
    }
    let mut episodes: Vec<Episode> = episodes.into_values().collect();
    // A stable sort: what is alike stays in time order.
    episodes.sort_by_key(|episode| {
        let count = episode.entries.len();
        std::cmp::Reverse(if count >= LARGE { count } else { 0 })
    });
    episodes
}

/// The first event of the episode of one; the way there is made shorter, so that the next search is quick.
fn top(above: &mut BTreeMap<EventIx, EventIx>, event: EventIx) -> EventIx {
    let mut first = event;
    while let Some(&next) = above.get(&first).filter(|&&next| next != first) {
        first = next;
    }
    let mut at = event;
    while at != first {
        at = above.insert(at, first).unwrap_or(first);
    }
    above.insert(first, first);
    first
}
