//! Which events and links a chain shows.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    dataset::EventIx,
    layout::{
        entry::Entry,
        links::{self, Drawn},
        notes,
        options::{Links, PictureOptions},
    },
    query::View,
};

/// Steps of causes and of consequences that are shown if no other number is asked for.
pub(crate) const STEPS: usize = 2;

/// The events of a chain.
#[derive(Debug, Clone)]
pub(crate) struct Cast<'a> {
    /// The event whose chain it is.
    pub(crate) centre: Entry<'a>,
    /// What led to it, in time order.
    pub(crate) causes: Vec<Entry<'a>>,
    /// What followed, in time order.
    pub(crate) effects: Vec<Entry<'a>>,
    /// The links among the causes and the centre.
    pub(crate) before: Vec<Drawn>,
    /// The links among the centre and the effects.
    pub(crate) after: Vec<Drawn>,
    /// How many events the whole chain has, whatever the number of steps; the centre counts.
    pub(crate) total: usize,
}

/// Neighbours of each event along the links, one way.
type Next = BTreeMap<EventIx, Vec<EventIx>>;

/// Chooses events and links; none in an empty view.
pub(crate) fn choose<'a>(view: &View<'a>, options: &PictureOptions) -> Option<Cast<'a>> {
    let forward = |link: &Drawn| !view.graph.link(link.link).back_in_time;
    let all: Vec<Drawn> = links::drawn(view, Links::All).into_iter().filter(forward).collect();
    let (mut later, mut earlier) = (Next::new(), Next::new());
    for link in &all {
        later.entry(link.from).or_default().push(link.to);
        earlier.entry(link.to).or_default().push(link.from);
    }
    let centre = match options.links {
        Some(Links::Chain(event)) => event,
        _ => central(view, &later, &earlier)?,
    };
    let within = |ix: &EventIx| {
        let date = &view.dataset.event(*ix).date.value;
        options.from.as_ref().is_none_or(|from| date.latest() >= from.earliest())
            && options.to.as_ref().and_then(|to| to.end()).is_none_or(|to| date.earliest() <= to)
    };
    let (whole_before, whole_after) = (reached(centre, &earlier, usize::MAX), reached(centre, &later, usize::MAX));
    let steps = options.depth.unwrap_or(STEPS);
    let causes: BTreeSet<EventIx> = reached(centre, &earlier, steps).into_iter().filter(within).collect();
    // In a circle an event stands where it stands first, among the causes.
    let mut effects: BTreeSet<EventIx> = reached(centre, &later, steps).into_iter().filter(within).collect();
    effects.retain(|ix| !causes.contains(ix));
    let among = |set: &BTreeSet<EventIx>, ix: EventIx| ix == centre || set.contains(&ix);
    let of = |set: &BTreeSet<EventIx>| {
        all.iter().filter(|link| among(set, link.from) && among(set, link.to)).copied().collect::<Vec<_>>()
    };
    let (mut before, mut after) = (of(&causes), of(&effects));
    before.retain(|link| link.from != centre);
    after.retain(|link| link.to != centre);
    let entries = |set: &BTreeSet<EventIx>| {
        let mut entries: Vec<Entry> = set.iter().map(|&ix| Entry::new(view, ix, options.lang)).collect();
        entries.sort_by(|a, b| a.moment().total_cmp(&b.moment()).then(a.ix.cmp(&b.ix)));
        entries
    };
    let total = 1 + whole_before.union(&whole_after).filter(|&&ix| ix != centre).count();
    // Numbers of sources run from the causes over the event to the consequences.
    let before_it = causes.len();
    let all = entries(&causes).into_iter().chain([Entry::new(view, centre, options.lang)]).chain(entries(&effects));
    let mut causes = notes::numbered(all.collect(), options.cite);
    let effects = causes.split_off(before_it + 1);
    let centre = causes.pop()?;
    Some(Cast { centre, causes, effects, before, after, total })
}

/// The event that most others led to or followed from; of several the one with most links of its own, then the first.
fn central(view: &View, later: &Next, earlier: &Next) -> Option<EventIx> {
    let degree =
        |ix: EventIx| [later, earlier].into_iter().filter_map(|next| next.get(&ix)).map(Vec::len).sum::<usize>();
    let reach = |ix: EventIx| reached(ix, later, usize::MAX).len() + reached(ix, earlier, usize::MAX).len();
    view.events.iter().copied().rev().max_by_key(|&ix| (reach(ix), degree(ix)))
}

/// Every event at most `steps` steps away, without the start.
fn reached(start: EventIx, next: &Next, steps: usize) -> BTreeSet<EventIx> {
    let mut seen = BTreeSet::from([start]);
    let mut edge = vec![start];
    let mut step = 0;
    while !edge.is_empty() && step < steps {
        let others = edge.iter().filter_map(|event| next.get(event)).flatten();
        let others: Vec<EventIx> = others.copied().collect();
        edge = others.into_iter().filter(|&other| seen.insert(other)).collect();
        step += 1;
    }
    seen.remove(&start);
    seen
}
