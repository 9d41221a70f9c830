//! Boxes in rows: later events never stand above earlier ones, and an answer always stands below its cause.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

use chrono::Datelike;

use crate::{
    dataset::EventIx,
    graph::Lag,
    layout::{
        breaking,
        entry::Entry,
        graph::BOX,
        ladder::{Sides, Station, name},
        links::Drawn,
        notes, text,
        words::Word,
    },
    model::Lang,
    query::View,
    scene::{Px, Rect, Role},
};

/// From line to line.
pub(crate) const LINE: Px = 16.0;

/// A box.
#[derive(Debug, Clone)]
pub(crate) struct Node<'a> {
    /// The event.
    pub(crate) entry: Entry<'a>,
    /// Whose it is.
    pub(crate) station: Station,
    /// Its row.
    pub(crate) row: usize,
    /// Its column; that of its left half where it stands astride.
    pub(crate) column: usize,
    /// Left edge.
    pub(crate) x: Px,
    /// Top edge.
    pub(crate) y: Px,
    /// Date and side.
    pub(crate) date: String,
    /// Days since its causes.
    pub(crate) lags: String,
    /// Its words, line by line.
    pub(crate) lines: Vec<String>,
}

/// A row of boxes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    /// The year of its boxes.
    pub(crate) year: i32,
    /// The boxes, by their positions.
    pub(crate) nodes: Vec<usize>,
    /// Height of the highest box.
    pub(crate) height: Px,
    /// Top edge of its boxes.
    pub(crate) top: Px,
    /// Whether a box stands astride the two sides, and so in the corridor between them.
    pub(crate) astride: bool,
}

/// How many columns the two sides have. Deals stand astride the innermost of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Columns {
    /// Those of the left side.
    pub(crate) left: usize,
    /// Those of the right side and of others.
    pub(crate) right: usize,
}

/// Which events claims join, both ways, and which are causes of which.
pub(crate) struct Joins {
    causes: BTreeMap<EventIx, Vec<EventIx>>,
    effects: BTreeMap<EventIx, Vec<EventIx>>,
}

impl Joins {
    /// The joins that `links` make.
    pub(crate) fn new(links: &[Drawn]) -> Self {
        let (mut causes, mut effects) = (BTreeMap::new(), BTreeMap::new());
        for link in links {
            causes.entry(link.to).or_insert_with(Vec::new).push(link.from);
            effects.entry(link.from).or_insert_with(Vec::new).push(link.to);
        }
        Self { causes, effects }
    }

    /// Its causes.
    pub(crate) fn causes(&self, event: EventIx) -> &[EventIx] {
        self.causes.get(&event).map_or(&[], Vec::as_slice)
    }

    /// Its effects.
    pub(crate) fn effects(&self, event: EventIx) -> &[EventIx] {
        self.effects.get(&event).map_or(&[], Vec::as_slice)
    }
}

impl Columns {
    /// How many there are.
    pub(crate) fn count(self) -> usize {
        self.left + self.right
    }

    /// The columns that an event may take, those nearest to the middle first; others begin at the outer edge.
    fn of(self, station: Station) -> Vec<usize> {
        match station {
            _ if self.count() == 1 => vec![0],
            Station::Left => (0..self.left).rev().collect(),
            Station::Middle => self.left.checked_sub(1).into_iter().collect(),
            Station::Right => (self.left..self.count()).collect(),
            Station::Third => (self.left..self.count()).rev().collect(),
        }
    }
}

impl Node<'_> {
    /// Whether it stands astride two columns.
    pub(crate) fn is_astride(&self) -> bool {
        self.station == Station::Middle
    }

    /// The year in which it begins.
    pub(crate) fn year(&self) -> i32 {
        self.entry.date().earliest().year()
    }

    /// Its middle, counted in columns.
    pub(crate) fn middle(&self) -> f64 {
        self.column as f64 + if self.is_astride() { 1.0 } else { 0.5 }
    }

    /// Its left edge, where the columns begin there.
    pub(crate) fn left(&self, columns: &[Px]) -> Px {
        let left = |column: usize| columns.get(column).copied().unwrap_or_default();
        if self.is_astride() { (left(self.column) + left(self.column + 1)) / 2.0 } else { left(self.column) }
    }

    /// Its height.
    pub(crate) fn height(&self) -> Px {
        33.0 + LINE * self.lines.len() as f64
    }

    /// Its room.
    pub(crate) fn room(&self) -> Rect {
        Rect { x: self.x, y: self.y, width: BOX, height: self.height() }
    }
}

/// The boxes of `entries`, still without places; years are held within `years`.
pub(crate) fn boxes<'a>(view: &View<'a>, entries: Vec<Entry<'a>>, links: &[Drawn], joins: &Joins) -> Vec<Node<'a>> {
    let sides = Sides::of(view);
    let mut lags: BTreeMap<EventIx, Vec<Lag>> = BTreeMap::new();
    for link in links {
        lags.entry(link.to).or_default().push(link.lag);
    }
    let entries = causes_first(entries, joins);
    entries
        .into_iter()
        .map(|entry| {
            let station = sides.station(&entry.place);
            let lags = lags.remove(&entry.ix).unwrap_or_default();
            node(view, entry, station, lags)
        })
        .collect()
}

/// Puts each box, in the order given, into the last row if one of its columns is free there and nothing in it is joined to it,
/// else into a new one. Of several columns it takes the one nearest to the middle of its causes (the barycentre of
/// Sugiyama et al., *Methods for Visual Understanding of Hierarchical System Structures*, 1981).
pub(super) fn assign(nodes: &mut [Node], joins: &Joins, years: &RangeInclusive<i32>, columns: Columns) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut placed: BTreeMap<EventIx, (usize, f64)> = BTreeMap::new();
    for at in 0..nodes.len() {
        let (event, station) = (nodes[at].entry.ix, nodes[at].station);
        let year = nodes[at].year().clamp(*years.start(), *years.end());
        let causes: Vec<f64> =
            joins.causes(event).iter().filter_map(|cause| placed.get(cause)).map(|at| at.1).collect();
        let wish = (!causes.is_empty()).then(|| causes.iter().sum::<f64>() / causes.len() as f64);
        let last = rows.len().saturating_sub(1);
        let apart = |row: &&Row| {
            let joined = joins.causes(event).iter().chain(joins.effects(event));
            row.year == year && joined.filter_map(|other| placed.get(other)).all(|other| other.0 != last)
        };
        let free = rows
            .last()
            .filter(apart)
            .and_then(|row| nearest(columns, station, wish, |column| !row.takes(nodes, column)));
        let column = free.unwrap_or_else(|| {
            rows.push(Row { year, ..Row::default() });
            nearest(columns, station, wish, |_| true).unwrap_or_default()
        });
        let number = rows.len() - 1;
        (nodes[at].row, nodes[at].column) = (number, column);
        placed.insert(event, (number, nodes[at].middle()));
        let row = &mut rows[number];
        row.nodes.push(at);
        row.height = row.height.max(nodes[at].height());
        row.astride |= nodes[at].is_astride();
    }
    rows
}

/// Of the free columns of a station the one nearest to `wish`, else the first.
fn nearest(columns: Columns, station: Station, wish: Option<f64>, free: impl Fn(usize) -> bool) -> Option<usize> {
    let needs_both = station == Station::Middle;
    let fits = |&column: &usize| free(column) && (!needs_both || free(column + 1));
    let mut fitting = columns.of(station).into_iter().filter(fits);
    match wish {
        None => fitting.next(),
        Some(wish) => fitting.min_by(|&a, &b| {
            let away = |column: usize| (column as f64 + 0.5 - wish).abs();
            away(a).total_cmp(&away(b))
        }),
    }
}

impl Row {
    fn takes(&self, nodes: &[Node], column: usize) -> bool {
        self.nodes.iter().any(|&node| {
            let node = &nodes[node];
            node.column == column || (node.is_astride() && node.column + 1 == column)
        })
    }
}

/// Puts causes before their effects among events that begin on the same day; the order of days stays.
fn causes_first<'a>(entries: Vec<Entry<'a>>, joins: &Joins) -> Vec<Entry<'a>> {
    let mut sorted = Vec::with_capacity(entries.len());
    for day in entries.chunk_by(|a, b| a.date().earliest() == b.date().earliest()) {
        let mut waiting: BTreeMap<EventIx, &Entry> = day.iter().map(|entry| (entry.ix, entry)).collect();
        let mut ready: BTreeSet<EventIx> = waiting
            .keys()
            .copied()
            .filter(|&ix| joins.causes(ix).iter().all(|cause| !waiting.contains_key(cause)))
            .collect();
        // In a circle nobody is ready, and the first goes.
        while let Some(next) = ready.pop_first().or(waiting.keys().next().copied()) {
            let Some(entry) = waiting.remove(&next) else { continue };
            sorted.push(entry.clone());
            let follow = joins.effects(next).iter().copied();
            ready.extend(follow.filter(|&ix| {
                waiting.contains_key(&ix) && joins.causes(ix).iter().all(|cause| !waiting.contains_key(cause))
            }));
        }
    }
    sorted
}

fn node<'a>(view: &View<'a>, entry: Entry<'a>, station: Station, lags: Vec<Lag>) -> Node<'a> {
    let who = match (&entry.place, station) {
        (_, Station::Middle) => Word::BothSides.say(entry.lang).to_owned(),
        (crate::dataset::Place::Side(side), _) => name(view, side, entry.lang),
        (crate::dataset::Place::Between(_), _) => entry.who(view),
    };
    let year = entry.date().earliest().year();
    let room = BOX - 26.0;
    let note = entry.note.map(|note| format!(" {}", notes::mark(note))).unwrap_or_default();
    let bare = entry.date_words(year) + &note;
    let date = format!("{}{}{who}{note}", entry.date_words(year), Word::Comma.say(entry.lang));
    let date = if text::width(&date, Role::Figures) > room - 18.0 { bare } else { date };
    let lags = lag_words(lags, room - 26.0 - text::width(&date, Role::Figures), entry.lang);
    let lines = breaking::lines(entry.label(), room, entry.role());
    Node { entry, station, row: 0, column: 0, x: 0.0, y: 0.0, date, lags, lines }
}

/// Days since each cause, the nearest first: `+105, +469 d`; no more than there is room for.
fn lag_words(mut lags: Vec<Lag>, room: Px, lang: Lang) -> String {
    lags.sort();
    lags.dedup();
    let Some(first) = lags.first() else { return String::new() };
    let short =
        |lag: &Lag| lag.to_string().trim_end_matches(" d").replace("..+", "–").replace("..", "–").replace('-', "−");
    let all = Word::ShortLag.with(lang, &[&lags.iter().map(short).collect::<Vec<_>>().join(Word::ListComma.say(lang))]);
    let more = Word::ShortLagAndMore.with(lang, &[&short(first)]);
    [all, more].into_iter().find(|words| text::width(words, Role::Figures) <= room).unwrap_or_default()
}
