//! What followed an event, or led to it, as a tree.

use std::collections::BTreeSet;

use serde_json::json;

use super::{Block, Footnotes, Report, Table, TreeRow, dates, list::word, v1, words};
use crate::{
    dataset::{Dataset, EventIx},
    graph::{Basis, Direction, EventGraph, Lag, LinkIx, LinkKind, Step, Walk},
};

/// What of a walk is shown.
pub struct Shown<'a> {
    /// Days are counted on this basis.
    pub basis: Basis,
    /// Rows that stay; hidden ones hand their own rows up.
    pub keep: &'a dyn Fn(EventIx) -> bool,
    /// Rows carry footnotes.
    pub cite: bool,
}

/// A walk as a report.
pub fn walk<'a>(walk: &'a Walk, dataset: &'a Dataset, graph: &'a EventGraph, shown: &'a Shown) -> Report<'a> {
    let schema = match walk.direction {
        Direction::After => "ensue/after/1",
        Direction::Before => "ensue/before/1",
    };
    let kept: Vec<(usize, &Step)> =
        walk.steps.iter().enumerate().filter(|(_, step)| (shown.keep)(step.event)).collect();
    let teller = Teller { walk, dataset, graph, shown };
    let mut footnotes = Footnotes::default();
    let mut rows = vec![TreeRow { depth: 0, cells: teller.root(&mut footnotes) }];
    let depths = teller.shown_depths();
    for &(at, step) in &kept {
        rows.push(TreeRow { depth: depths[at], cells: teller.row(step, depths[at], &mut footnotes) });
    }
    let hidden = walk.steps.len() - kept.len();
    let notes = teller.notes(kept.is_empty(), hidden);
    let also_kept = kept.clone();
    Report {
        schema,
        json: Box::new(move || teller.json(&also_kept, hidden)),
        blocks: vec![Block::Tree(rows)],
        flat: Box::new(move || teller.flat(&kept)),
        notes,
        footnotes: footnotes.into_texts(),
    }
}

#[derive(Clone, Copy)]
struct Teller<'a> {
    walk: &'a Walk,
    dataset: &'a Dataset,
    graph: &'a EventGraph,
    shown: &'a Shown<'a>,
}

impl Teller<'_> {
    /// For each row how many rows that are shown lead to it, itself counted where it is shown.
    fn shown_depths(&self) -> Vec<usize> {
        let mut depths: Vec<usize> = Vec::with_capacity(self.walk.steps.len());
        for step in &self.walk.steps {
            let above = step.parent.map_or(0, |parent| depths[parent]);
            depths.push(above + usize::from((self.shown.keep)(step.event)));
        }
        depths
    }

    fn root(&self, footnotes: &mut Footnotes) -> Vec<String> {
        let event = self.dataset.event(self.walk.start);
        let marks = if self.shown.cite { footnotes.cite_all(event) } else { String::new() };
        vec![
            event.date.value.to_string(),
            words::side(event, self.dataset),
            event.id.to_string(),
            format!("{}{marks}", event.title),
        ]
    }

    /// Days from the start to an event, the start being the earlier of the two in either direction.
    fn lag(&self, event: EventIx) -> Option<Lag> {
        let (start, other) = (self.dataset.event(self.walk.start), self.dataset.event(event));
        Lag::on(self.shown.basis, start, other)
    }

    fn step_lag(&self, link: LinkIx) -> Option<Lag> {
        let link = self.graph.link(link);
        let (from, to) = (self.dataset.event(link.from), self.dataset.event(link.to));
        Lag::on(self.shown.basis, from, to)
    }

    fn row(&self, step: &Step, depth: usize, footnotes: &mut Footnotes) -> Vec<String> {
        let event = self.dataset.event(step.event);
        let mut lag = dates::lag(self.lag(step.event));
        let between = step.links.first().and_then(|&link| self.step_lag(link));
        if step.depth > 1
            && let Some(between) = between
        {
            lag.push_str(&format!(" ({between})"));
        }
        let links: Vec<String> = step
            .links
            .iter()
            .map(|&ix| {
                let link = self.graph.link(ix);
                let marks = if self.shown.cite { self.cite(ix, footnotes) } else { String::new() };
                format!("{}{marks}", words::link(link, self.dataset))
            })
            .collect();
        // What hangs under a hidden row is shown under the nearest row above, and says by what way.
        let hidden = step.parent.filter(|_| depth < step.depth).map(|parent| self.walk.steps[parent].event);
        let via = hidden.map(|event| format!("via {}: ", self.dataset.event(event).id)).unwrap_or_default();
        let again = if step.again { " (*)" } else { "" };
        vec![
            lag,
            words::side(event, self.dataset),
            event.id.to_string(),
            format!("{}{again}", event.label()),
            format!("{via}{}", links.join("; ")),
        ]
    }

    /// The sources of a link; those of the event where the link names none.
    fn cite(&self, link: LinkIx, footnotes: &mut Footnotes) -> String {
        let link = self.graph.link(link);
        let event = self.dataset.event(link.to);
        let keys: Vec<_> = match link.kind {
            LinkKind::Cause(_) => {
                event.causes[link.entry].evidence.iter().flat_map(|item| item.sources.iter().cloned()).collect()
            }
            LinkKind::Legal(_) => event.legal[link.entry].sources.clone(),
        };
        if keys.is_empty() { footnotes.cite_all(event) } else { footnotes.cite(event, &keys) }
    }

    fn json(&self, kept: &[(usize, &Step)], hidden: usize) -> serde_json::Map<String, serde_json::Value> {
        let shown: BTreeSet<EventIx> = kept.iter().map(|(_, step)| step.event).chain([self.walk.start]).collect();
        let links: BTreeSet<LinkIx> = kept.iter().flat_map(|(_, step)| step.links.iter().copied()).collect();
        let events: Vec<_> = shown.iter().map(|&ix| v1::event(self.dataset.event(ix), self.dataset)).collect();
        let links: Vec<v1::Link> =
            links.into_iter().map(|ix| v1::link(ix, self.dataset, self.graph, self.shown.basis)).collect();
        let mut left_out: serde_json::Map<String, serde_json::Value> =
            self.walk.left_out.iter().map(|(why, count)| (why.word().to_owned(), json!(count))).collect();
        if hidden > 0 {
            left_out.insert("hidden".into(), json!(hidden));
        }
        let mut json = serde_json::Map::new();
        json.insert("of".into(), json!(self.dataset.event(self.walk.start).id.to_string()));
        json.insert("events".into(), json!(events));
        json.insert("links".into(), v1::value(&links));
        json.insert("left_out".into(), serde_json::Value::Object(left_out));
        json
    }

    fn flat(&self, kept: &[(usize, &Step)]) -> Table {
        let mut rows = Vec::new();
        for (_, step) in kept {
            let event = self.dataset.event(step.event);
            let lag = self.lag(step.event);
            let days = |value: Option<i64>| value.map_or_else(String::new, |days| days.to_string());
            for &ix in &step.links {
                let link = self.graph.link(ix);
                let (between, standing) = (self.step_lag(ix), link.standing);
                rows.push(vec![
                    step.depth.to_string(),
                    event.id.to_string(),
                    event.date.value.to_string(),
                    self.dataset.side(event).to_string(),
                    event.title.clone(),
                    days(lag.map(|lag| lag.min)),
                    days(lag.map(|lag| lag.max)),
                    self.dataset.event(link.from).id.to_string(),
                    self.dataset.event(link.to).id.to_string(),
                    if link.kind.is_cause() { "cause".into() } else { "legal".into() },
                    link.kind.word().to_owned(),
                    word(standing.map(|standing| standing.support)),
                    word(standing.and_then(|standing| standing.answer)),
                    days(between.map(|lag| lag.min)),
                    days(between.map(|lag| lag.max)),
                ]);
            }
        }
        Table {
            columns: vec![
                "depth",
                "id",
                "date",
                "side",
                "title",
                "days_min",
                "days_max",
                "link_from",
                "link_to",
                "kind",
                "type",
                "support",
                "answer",
                "link_days_min",
                "link_days_max",
            ],
            rows,
        }
    }

    fn notes(&self, empty: bool, hidden: usize) -> Vec<String> {
        use crate::graph::LeftOut as L;
        let mut notes = Vec::new();
        let start = &self.dataset.event(self.walk.start).id;
        if empty {
            let nothing = match self.walk.direction {
                Direction::After => "nothing in the collection is linked as having followed",
                Direction::Before => "nothing in the collection is linked as having led to",
            };
            notes.push(format!("{nothing} {start}"));
            if let (Direction::After, Some(found)) =
                (self.walk.direction, &self.dataset.event(self.walk.start).unanswered)
            {
                notes.push(format!(
                    "no counter-act was found until {}: searched {}",
                    found.as_of,
                    found.searched.join("; ")
                ));
            }
        }
        for (&why, count) in &self.walk.left_out {
            let links = if *count == 1 { "link" } else { "links" };
            notes.push(match why {
                L::BasedOn => format!("{count} {links} left out, on which power was used (--type based-on)"),
                L::LessSupported => format!("{count} {links} left out as less supported (--said editorial)"),
                L::OtherKind => format!("{count} {links} of other types left out"),
                L::TooDeep => format!("{count} {links} lie deeper (--depth)"),
                L::BackInTime => format!("{count} {links} left out that would go back in time"),
            });
        }
        if hidden > 0 {
            notes.push(format!("{hidden} rows hidden by --by, --where or --within"));
        }
        notes
    }
}
