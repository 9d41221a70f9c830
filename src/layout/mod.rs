//! From a view to a picture: pure geometry first, then drawing.
//!
//! Nothing here knows a colour or a file format. Places follow from the events alone, whatever the order in which they were read.

mod axis;
mod breaking;
mod chain;
mod dates;
mod entry;
mod finding;
mod furniture;
mod graph;
mod isotonic;
mod ladder;
mod lanes;
mod legend;
mod links;
mod marks;
mod notes;
mod options;
mod packing;
mod range;
mod set;
mod sifting;
#[cfg(test)]
mod tests;
pub mod text;
mod ticks;
mod widths;
mod words;

use self::{entry::Entry, legend::Used, range::Range, words::Word};
use crate::{model::Event, query::View, scene::Scene};

pub use options::{Arrangement, Grouping, Links, PictureOptions, ScaleKind};

/// Draws a view.
pub fn draw(view: &View, options: &PictureOptions) -> Scene {
    let Some(range) = Range::of(view, options) else { return nothing(options) };
    match options.arrangement {
        Arrangement::Ladder => ladder(view, &range, options),
        Arrangement::Graph => graph(view, &range, options),
        Arrangement::Lanes => lanes(view, &range, options),
        Arrangement::Chain => chain(view, &range, options),
    }
}

fn ladder(view: &View, range: &Range, options: &PictureOptions) -> Scene {
    let (lang, entries) = (range.lang, notes::numbered(Entry::within(view, range), options.cite));
    let finding = || finding::speed(view, &entries, lang).unwrap_or_else(|| finding::count(view, &entries, lang));
    let title = options.title.clone().unwrap_or_else(finding);
    let subtitle = furniture::subtitle(view, range, entries.len());
    let events: Vec<_> = entries.iter().map(|entry| entry.event).collect();
    let ladder = ladder::lay(view, entries, range, options);
    let labels = ladder.columns.iter().flat_map(|column| &column.labels).map(|label| &label.draft.entry);
    let soon = labels.clone().any(|entry| entry.effect_soon().is_some());
    let shown = labels.chain(ladder.deals.iter().map(|deal| &deal.draft.entry));
    let mut used = Used::of(shown, ladder.rungs.iter().map(|rung| &rung.drawn), lang);
    // What takes effect long after says so in words.
    used.effect = soon;
    let (items, height) = ladder::draw(&ladder, view, range, options);
    let more = Word::LadderRuns.with(lang, &[&ladder.rungs.len()]);
    let plot = furniture::Plot { items, width: ladder.width, height };
    cited(furniture::frame(&title, &subtitle, &more, &used, true, plot), view, options, &events)
}

fn lanes(view: &View, range: &Range, options: &PictureOptions) -> Scene {
    let (lang, entries) = (range.lang, notes::numbered(Entry::within(view, range), options.cite));
    let lanes = lanes::lay(view, &entries, range, options);
    let finding = || lanes.tally.finding(range).unwrap_or_else(|| finding::count(view, &entries, lang));
    let title = options.title.clone().unwrap_or_else(finding);
    let subtitle = furniture::subtitle(view, range, entries.len());
    let mut used = Used::of(entries.iter(), [].into_iter(), lang);
    used.arrows = ['←', '→'];
    used.states = lanes.lanes.iter().flat_map(|lane| &lane.labels).flat_map(|label| label.life.states()).collect();
    let (items, height) = lanes::draw(&lanes, view, range);
    let more = Word::LanesRun.with(lang, &[&lanes.lanes.len()]);
    let plot = furniture::Plot { items, width: lanes.width, height };
    let events: Vec<_> = entries.iter().map(|entry| entry.event).collect();
    cited(furniture::frame(&title, &subtitle, &more, &used, false, plot), view, options, &events)
}

fn graph(view: &View, range: &Range, options: &PictureOptions) -> Scene {
    let (lang, entries) = (range.lang, notes::numbered(Entry::within(view, range), options.cite));
    let graph = graph::lay(view, &entries, range, options);
    let none = || Word::NoLinks.say(lang).to_owned();
    let computed = || graph::finding(view, &graph, lang).or_else(|| finding::speed(view, &entries, lang));
    let title = options.title.clone().or_else(computed).unwrap_or_else(none);
    let (count, links) = (graph.nodes().count(), graph.courses().count());
    let events = Word::Event.count(Word::EventCount, entries.len(), lang);
    let subtitle = Word::GraphSubtitle.with(lang, &[&furniture::span(range), &count, &events, &links]);
    let mut used = Used::of(graph.nodes().map(|node| &node.entry), graph.courses().map(|course| &course.drawn), lang);
    used.sides = graph::side_edges(&graph, view, lang);
    let used = used.without_dates();
    let (items, height) = graph::draw(&graph, view, range);
    let plot = furniture::Plot { items, width: graph.width, height };
    let mut nodes: Vec<&Entry> = graph.nodes().map(|node| &node.entry).collect();
    nodes.sort_by_key(|entry| entry.note);
    let events: Vec<_> = nodes.into_iter().map(|entry| entry.event).collect();
    let scene = furniture::frame(&title, &subtitle, Word::GraphRuns.say(lang), &used, false, plot);
    cited(scene, view, options, &events)
}

/// The picture with the sources of its events below it, if they are asked for.
fn cited(scene: Scene, view: &View, options: &PictureOptions, events: &[&Event]) -> Scene {
    if options.cite { notes::below(scene, view, events) } else { scene }
}

fn chain(view: &View, range: &Range, options: &PictureOptions) -> Scene {
    let Some(chain) = chain::lay(view, options) else { return nothing(options) };
    let title = options.title.clone().unwrap_or_else(|| chain::finding(view, &chain));
    let lang = range.lang;
    let subtitle = chain::subtitle(&chain, options.depth.unwrap_or(chain::STEPS));
    let entries = chain.flags.iter().map(|flag| &flag.entry).chain([&chain.cast.centre]);
    let mut events: Vec<&Entry> = entries.clone().collect();
    events.sort_by_key(|entry| entry.note);
    let events: Vec<_> = events.into_iter().map(|entry| entry.event).collect();
    let mut used = Used::of(entries, chain.courses.iter().map(|course| &course.drawn), lang);
    used.arrows = ['←', '→'];
    // What takes effect later says so in words.
    used.effect = false;
    let (items, height) = chain::draw(&chain, view, range);
    let plot = furniture::Plot { items, width: chain.width, height };
    let scene = furniture::frame(&title, &subtitle, Word::ChainRuns.say(lang), &used, true, plot);
    cited(scene, view, options, &events)
}

/// A picture that says that there is nothing to show.
fn nothing(options: &PictureOptions) -> Scene {
    let lang = options.lang;
    let title = options.title.clone().unwrap_or_else(|| Word::NothingToShow.say(lang).to_owned());
    let plot = furniture::Plot { items: Vec::new(), width: options.width.unwrap_or(640.0).max(320.0), height: 0.0 };
    let used = Used::nothing(lang);
    furniture::frame(&title, Word::EmptySelection.say(lang), "", &used, true, plot)
}
