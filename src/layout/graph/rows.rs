//! Boxes in rows: later events never stand above earlier ones, and an answer always stands below its cause.

use crate::{
    dataset::EventIx,
    layout::{
        breaking,
        entry::Entry,
        graph::BOX,
        ladder::{Sides, Station, name},
        links::Drawn,
        notes,
        range::Range,
        text,
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
    /// Whether a box stands astride the first two columns, and so in the corridor between them.
    pub(crate) astride: bool,
}

impl Node<'_> {
    /// Whether it stands astride the first two columns.
    pub(crate) fn is_astride(&self) -> bool {
        self.station == Station::Middle
    }

    /// Its left edge, where the columns begin there.
    pub(crate) fn left(&self, columns: &[Px]) -> Px {
        if self.is_astride() { (columns[0] + columns[1]) / 2.0 } else { columns[self.column] }
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

/// Puts each event, in time order, into the last row if its column is free there and none of its causes stands in it, else
/// into a new one. Events of the right side and of others go on into further columns.
pub(super) fn assign<'a>(
    view: &View<'a>,
    entries: Vec<Entry<'a>>,
    links: &[Drawn],
    range: &Range,
    columns: usize,
) -> (Vec<Node<'a>>, Vec<Row>) {
    let sides = Sides::of(view);
    let entries = causes_first(entries, links);
    let mut nodes: Vec<Node> = Vec::with_capacity(entries.len());
    let mut rows: Vec<Row> = Vec::new();
    for entry in entries {
        let year = entry.date().earliest().format("%Y").to_string().parse().unwrap_or(0);
        let year: i32 = i32::clamp(year, *range.years().start(), *range.years().end());
        let station = sides.station(&entry.place);
        let joined = |other: EventIx| {
            links
                .iter()
                .any(|link| (link.from, link.to) == (other, entry.ix) || (link.to, link.from) == (other, entry.ix))
        };
        let column = rows.last().filter(|row| row.year == year).and_then(|row| {
            let apart = row.nodes.iter().all(|&node| !joined(nodes[node].entry.ix));
            free_column(row, &nodes, station, columns).filter(|_| apart)
        });
        let column = column.unwrap_or_else(|| {
            rows.push(Row { year, ..Row::default() });
            first_column(station)
        });
        let at = rows.len() - 1;
        let mut node = node(view, entry, station, links);
        (node.row, node.column) = (at, column);
        let row = &mut rows[at];
        row.nodes.push(nodes.len());
        row.height = row.height.max(node.height());
        row.astride |= node.is_astride();
        nodes.push(node);
    }
    (nodes, rows)
}

/// Puts causes before their effects among events that begin on the same day; the order of days stays.
fn causes_first<'a>(entries: Vec<Entry<'a>>, links: &[Drawn]) -> Vec<Entry<'a>> {
    let mut sorted = Vec::with_capacity(entries.len());
    for day in entries.chunk_by(|a, b| a.date().earliest() == b.date().earliest()) {
        let mut waiting: Vec<&Entry> = day.iter().collect();
        while !waiting.is_empty() {
            let is_cause =
                |cause: &Entry, effect: &Entry| links.iter().any(|link| link.from == cause.ix && link.to == effect.ix);
            let ready = |entry: &&Entry| waiting.iter().all(|other| other.ix == entry.ix || !is_cause(other, entry));
            // In a circle nobody is ready, and the first goes.
            let next = waiting.iter().position(ready).unwrap_or(0);
            sorted.push(waiting.remove(next).clone());
        }
    }
    sorted
}

fn first_column(station: Station) -> usize {
    match station {
        Station::Left | Station::Middle => 0,
        Station::Right => 1,
        Station::Third => 2,
    }
}

fn free_column(row: &Row, nodes: &[Node], station: Station, columns: usize) -> Option<usize> {
    let taken = |column: usize| {
        row.nodes.iter().any(|&node| nodes[node].column == column || (nodes[node].is_astride() && column < 2))
    };
    match station {
        Station::Left => Some(0).filter(|&column| !taken(column)),
        Station::Middle => Some(0).filter(|_| !taken(0) && !taken(1)),
        Station::Right | Station::Third => (first_column(station)..columns).find(|&column| !taken(column)),
    }
}

fn node<'a>(view: &View<'a>, entry: Entry<'a>, station: Station, links: &[Drawn]) -> Node<'a> {
    let who = match (&entry.place, station) {
        (_, Station::Middle) => Word::BothSides.say(entry.lang).to_owned(),
        (crate::dataset::Place::Side(side), _) => name(view, side, entry.lang),
        (crate::dataset::Place::Between(_), _) => entry.who(view),
    };
    let year = entry.date().earliest().format("%Y").to_string().parse().unwrap_or(0);
    let room = BOX - 26.0;
    let note = entry.note.map(|note| format!(" {}", notes::mark(note))).unwrap_or_default();
    let bare = entry.date_words(year) + &note;
    let date = format!("{}{}{who}{note}", entry.date_words(year), Word::Comma.say(entry.lang));
    let date = if text::width(&date, Role::Figures) > room - 18.0 { bare } else { date };
    let lags = lags(
        links.iter().filter(|link| link.to == entry.ix),
        room - 26.0 - text::width(&date, Role::Figures),
        entry.lang,
    );
    let lines = breaking::lines(entry.label(), room, entry.role());
    Node { entry, station, row: 0, column: 0, x: 0.0, y: 0.0, date, lags, lines }
}

/// Days since each cause, the nearest first: `+105, +469 d`; no more than there is room for.
fn lags<'l>(links: impl Iterator<Item = &'l Drawn>, room: Px, lang: Lang) -> String {
    let mut lags: Vec<_> = links.map(|link| link.lag).collect();
    lags.sort();
    lags.dedup();
    let Some(first) = lags.first() else { return String::new() };
    let short = |lag: &crate::graph::Lag| {
        lag.to_string().trim_end_matches(" d").replace("..+", "–").replace("..", "–").replace('-', "−")
    };
    let all = Word::ShortLag.with(lang, &[&lags.iter().map(short).collect::<Vec<_>>().join(Word::ListComma.say(lang))]);
    let more = Word::ShortLagAndMore.with(lang, &[&short(first)]);
    [all, more].into_iter().find(|words| text::width(words, Role::Figures) <= room).unwrap_or_default()
}
