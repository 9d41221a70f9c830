//! A graph as shapes and words.

use super::{
    BOX, Graph,
    panel::{Band, Panel},
    route::Course,
    rows::{LINE, Node},
};
use crate::{
    layout::{
        furniture,
        ladder::{Sides, Station, name},
        legend::SideEdge,
        marks,
        range::Range,
        set::{self, Align},
        text,
        words::Word,
    },
    model::Lang,
    query::View,
    scene::{Item, Meaning, Point, Px, Rect, Role, Solidity},
};

/// Everything below the legend; with the lower edge of the paper.
pub(crate) fn draw(graph: &Graph, view: &View, range: &Range) -> (Vec<Item>, Px) {
    let lang = range.lang;
    let years = graph.panels.iter().flat_map(|panel| bands(panel, lang)).collect();
    let mut items = vec![Item::group(Meaning::hidden(), years)];
    let courses: Vec<Item> = graph.courses().map(|course| self::course(course, view, lang)).collect();
    items.push(Item::group(Meaning::list(Word::GraphLinks.say(lang)), courses));
    let mut nodes: Vec<&Node> = graph.nodes().collect();
    nodes.sort_by_key(|node| node.entry.ix);
    let boxes: Vec<Item> = nodes.iter().map(|node| self::node(node, view)).collect();
    items.push(Item::group(Meaning::list(Word::Event.count(Word::EventCount, nodes.len(), lang)), boxes));
    let mut notes = vec![Word::GraphNote.say(lang).to_owned()];
    if graph.panels.len() > 1 {
        notes.push(Word::Episodes.with(lang, &[&graph.panels.len()]));
    }
    let imprint = furniture::imprint(view, lang);
    notes.push(furniture::as_of(range).into_iter().chain([imprint]).collect::<Vec<_>>().join(" · "));
    let (footer, height) = furniture::footer(&notes, graph.width, graph.bottom + 44.0);
    items.extend(footer);
    (items, height)
}

/// The years of one episode.
fn bands(panel: &Panel, lang: Lang) -> Vec<Item> {
    let (left, right) = panel.extent();
    let mut items = Vec::new();
    for band in panel.bands.iter().step_by(2) {
        items.push(Item::rect(Role::Band, Rect::between(left, right, band.top, band.bottom)));
    }
    for band in &panel.bands {
        // A span of years has the room of one; the end in two figures keeps clear of the first corridor.
        let words = match (band.first, band.last) {
            (first, last) if first == last => first.to_string(),
            (first, last) if first.div_euclid(100) == last.div_euclid(100) => {
                format!("{first}–{:02}", last.rem_euclid(100))
            }
            (first, _) => format!("{first}–"),
        };
        let behind = panel.x + text::width(&words, Role::Heading) + 12.0;
        let mut year = vec![
            Item::line(Role::Tick, Point::new(left, band.top), Point::new(panel.x + 38.0, band.top)),
            set::line(Role::Heading, Align::Start, panel.x, band.top + 14.0, words),
        ];
        if band.empty {
            let words = Word::NoLinkedEvent.say(lang);
            let x = free_of_links(panel, band, behind, text::width(words, Role::Small));
            year.extend(x.map(|x| set::line(Role::Small, Align::Start, x, band.top + 14.0, words)));
        }
        items.push(Item::group(Meaning { date: Some(band.first.to_string()), ..Meaning::part("tick") }, year));
    }
    items
}

/// The first place from `from` on where a line of words in an empty band meets no link that passes the band; none on the panel.
fn free_of_links(panel: &Panel, band: &Band, from: Px, width: Px) -> Option<Px> {
    let parts = panel.courses.iter().flat_map(|course| course.points.windows(2));
    let passes = |pair: &&[Point]| pair[0].y.min(pair[1].y) < band.bottom && band.top < pair[0].y.max(pair[1].y);
    let mut passing: Vec<Px> = parts.filter(passes).map(|pair| pair[0].x).collect();
    passing.sort_by(f64::total_cmp);
    let free =
        passing.into_iter().fold(from, |x, link| if x - 6.0 < link && link < x + width + 6.0 { link + 8.0 } else { x });
    (free + width < panel.extent().1).then_some(free)
}

fn course(course: &Course, view: &View, lang: Lang) -> Item {
    let mut items = marks::link(course.drawn.look, &course.points, course.tip);
    if course.drawn.denied {
        let (from, to) = course.longest();
        items.push(marks::denial(from, to));
    }
    Item::group(course.drawn.meaning(view, lang), items)
}

fn node(node: &Node, view: &View) -> Item {
    let (entry, room) = (&node.entry, node.room());
    let family = entry.family();
    let mut items = vec![Item::rounded(Role::Node, room, 2.0)];
    let edge = |x: Px| Item::rect(Role::Side(family), Rect { x, width: 4.0, ..room });
    let (left, right) = edges(node.station);
    items.extend(left.then(|| edge(room.x)));
    items.extend(right.then(|| edge(room.right() - 4.0)));
    let y = room.y + 17.0;
    let solidity = match entry.solidity() {
        Solidity::Hollow if entry.unknown_days().is_none() => Solidity::Filled,
        other => other,
    };
    items.push(marks::family(family, solidity, Point::new(room.x + 18.0, y), 0.92, None));
    let mut words = vec![set::line(Role::Figures, Align::Start, room.x + 30.0, y, node.date.clone())];
    if !node.lags.is_empty() {
        words.push(set::line(Role::Figures, Align::End, room.x + BOX - 13.0, y, node.lags.clone()));
    }
    for (row, line) in node.lines.iter().enumerate() {
        let y = y + 17.0 + LINE * row as f64;
        words.push(set::line(entry.role(), Align::Start, room.x + 13.0, y, line.clone()));
    }
    items.push(Item::group(Meaning::part("label"), words));
    Item::group(entry.meaning(view), items)
}

/// Which edges of a box are marked.
fn edges(station: Station) -> (bool, bool) {
    match station {
        Station::Left => (true, false),
        Station::Right => (false, true),
        Station::Middle => (true, true),
        Station::Third => (false, false),
    }
}

/// The edges that occur, for the legend.
pub(crate) fn side_edges(graph: &Graph, view: &View, lang: Lang) -> Vec<SideEdge> {
    let sides = Sides::of(view);
    let full = |side: &Option<_>| side.as_ref().map_or(String::new(), |side| name(view, side, lang));
    let words = [
        (Station::Left, full(&sides.left)),
        (Station::Right, full(&sides.right)),
        (Station::Middle, Word::BothDeal.say(lang).to_owned()),
        (Station::Third, Word::OthersEdge.say(lang).to_owned()),
    ];
    let occurs = |station: Station| graph.nodes().any(|node| node.station == station);
    let edge = |(station, words): (Station, String)| {
        let (left, right) = edges(station);
        occurs(station).then_some(SideEdge { left, right, words })
    };
    words.into_iter().filter_map(edge).collect()
}
