//! A chain as shapes and words.

use chrono::Datelike;

use super::{
    BOX, Chain, OFF, TITLE,
    flags::{BESIDE, Flag, LINE, SLANT},
    tracks::Course,
};
use crate::{
    layout::{
        axis::Axis,
        dates::{self, Manner},
        furniture::{self, MARGIN},
        ladder::{Sides, Station, name},
        marks,
        options::ScaleKind,
        range::Range,
        set::{self, Align},
        text,
        ticks::{self, Step},
        words::Word,
    },
    model::{Day, Family, Lang},
    query::View,
    scene::{Item, Meaning, PathData, Point, Px, Rect, Role, Solidity, Step as Way},
};

/// Everything below the legend, the axis of the header at 0; with the lower edge of the paper.
pub(crate) fn draw(chain: &Chain, view: &View, range: &Range) -> (Vec<Item>, Px) {
    let lang = range.lang;
    let mut items = vec![Item::group(Meaning::hidden(), axis(chain, lang))];
    items.extend(sides(chain, view));
    let courses: Vec<Item> = chain.courses.iter().map(|course| self::course(course, view, lang)).collect();
    if !courses.is_empty() {
        items.push(Item::group(Meaning::list(Word::ChainLinks.say(lang)), courses));
    }
    items.push(Item::group(Meaning::list(Word::TheEvent.say(lang)), vec![centre(chain, view)]));
    for (right, heading) in [(false, Word::Causes), (true, Word::Consequences)] {
        let here: Vec<usize> = (0..chain.flags.len()).filter(|&at| chain.flags[at].effect == right).collect();
        if !here.is_empty() {
            let count = Word::Event.count(Word::EventCount, here.len(), lang);
            let name = Word::ColumnList.with(lang, &[&heading.say(lang), &count]);
            let flags = here.into_iter().map(|at| flag(chain, at, view)).collect();
            items.push(Item::group(Meaning::list(name), flags));
        }
    }
    let (footer, height) = furniture::footer(&notes(chain, view, range), chain.width, chain.bottom + 34.0);
    items.extend(footer);
    (items, height)
}

fn notes(chain: &Chain, view: &View, range: &Range) -> Vec<String> {
    let lang = range.lang;
    let scale = match chain.scale {
        ScaleKind::Linear => Word::ChainLinear,
        ScaleKind::Balanced => Word::ChainBalanced,
        ScaleKind::Sequence => Word::ChainSequence,
    };
    let third = chain.flags.iter().any(|flag| flag.station == Station::Third);
    let lags = if third { Word::ChainLagsThird } else { Word::ChainLags };
    let mut lines = vec![scale.say(lang).to_owned(), lags.say(lang).to_owned()];
    let stubs = chain.courses.iter().filter(|course| course.stub).count();
    if stubs > 0 {
        lines.push(Word::Stub.count(Word::StubCount, stubs, lang));
    }
    let as_of = furniture::as_of(range).into_iter();
    lines.push(as_of.chain([furniture::imprint(view, lang)]).collect::<Vec<_>>().join(" · "));
    lines
}

/// Bands, years, ticks and the two lines.
fn axis(chain: &Chain, lang: Lang) -> Vec<Item> {
    let mut items = Vec::new();
    let foot = chain.bottom;
    let years = years(chain);
    for (at, &(_, x)) in years.iter().enumerate().filter(|(_, year)| year.0 % 2 == 0) {
        let from = if at == 0 { 0.0 } else { x };
        let to = years.get(at + 1).map_or(chain.width, |next| next.1);
        items.push(Item::rect(Role::Band, Rect::between(from, to, -42.0, foot)));
    }
    let mut free = 0.0;
    for (at, &(year, x)) in years.iter().enumerate() {
        let x = if at == 0 { MARGIN } else { x };
        let words = year.to_string();
        if x + 6.0 >= free && x + 6.0 + text::width(&words, Role::Heading) < chain.width - 4.0 {
            free = x + 6.0 + text::width(&words, Role::Heading) + 8.0;
            let aside = if at == 0 { 0.0 } else { 6.0 };
            let mut parts = vec![set::line(Role::Heading, Align::Start, x + aside, -28.0, words)];
            if at > 0 {
                parts.push(tick(chain, x, -42.0));
            }
            let date = Day::from_ymd_opt(year, 1, 1).map(|day| day.to_string()).filter(|_| at > 0);
            items.push(Item::group(Meaning { date, ..Meaning::part("tick") }, parts));
        }
    }
    let scale = match chain.scale {
        ScaleKind::Linear => None,
        ScaleKind::Balanced => Some(Word::BalancedScale.say(lang)),
        ScaleKind::Sequence => Some(Word::SequenceScale.say(lang)),
    };
    items.extend(scale.map(|words| set::line(Role::Small, Align::Start, MARGIN, -12.0, words)));
    items.extend(months(chain, lang));
    for (from, to) in lines(chain) {
        for y in [chain.rails.0, chain.rails.1] {
            items.push(Item::line(Role::Rail, Point::new(from, y), Point::new(to, y)));
        }
    }
    items
}

/// From where to where the lines run: from the edge of the paper to the box, and on to where the axis ends.
fn lines(chain: &Chain) -> [(Px, Px); 2] {
    let end = chain.axes[1].as_ref().map_or(chain.width - MARGIN, Axis::end);
    [(MARGIN, chain.edges.0), (chain.edges.1, end + 8.0)]
}

/// A mark in the header and on both lines.
fn tick(chain: &Chain, x: Px, top: Px) -> Item {
    let across = |y: Px, half: Px| [Way::Move(Point::new(x, y - half)), Way::Line(Point::new(x, y + half))];
    let mut steps = vec![Way::Move(Point::new(x, top)), Way::Line(Point::new(x, 0.0))];
    steps.extend([chain.rails.0, chain.rails.1].into_iter().flat_map(|y| across(y, 2.5)));
    Item::path(Role::Tick, PathData { steps })
}

/// The years shown, each with where it begins; the first begins at the edge.
fn years(chain: &Chain) -> Vec<(i32, Px)> {
    let all = || chain.flags.iter().map(|flag| &flag.entry).chain([&chain.cast.centre]);
    let first = all().map(|entry| entry.date().earliest().year()).min().unwrap_or_default();
    let last = all().map(|entry| entry.date().latest().year()).max().unwrap_or_default();
    let mut years: Vec<(i32, Px)> = Vec::new();
    for year in first..=last {
        let x = Day::from_ymd_opt(year, 1, 1).map_or(0.0, |day| chain.at(day));
        if year == first || years.last().is_some_and(|before| x > before.1) {
            years.push((year, if year == first { 0.0 } else { x }));
        }
    }
    years
}

impl Chain<'_> {
    /// Where a day stands: left of the box up to the event's own, right of it after that.
    pub(super) fn at(&self, day: Day) -> Px {
        let date = self.cast.centre.date();
        let (left, right) = (&self.axes[0], &self.axes[1]);
        if day <= date.earliest() {
            left.as_ref().map_or(self.edges.0, |axis| axis.at(day))
        } else {
            right.as_ref().map_or(self.edges.1, |axis| axis.at(day))
        }
    }
}

/// Ticks shorter than a year on each side of the box, where there is room for their words.
fn months(chain: &Chain, lang: Lang) -> Vec<Item> {
    let mut items = Vec::new();
    let centre = chain.cast.centre.date();
    for (right, axis) in [false, true].into_iter().zip(&chain.axes) {
        let Some(axis) = axis else { continue };
        let here = || chain.flags.iter().filter(|flag| flag.effect == right).map(|flag| flag.entry.date());
        let (Some(first), Some(last)) =
            (here().map(crate::model::Edtf::earliest).min(), here().map(crate::model::Edtf::latest).max())
        else {
            continue;
        };
        let (from, to) =
            if right { (centre.latest().max(first.min(centre.latest())), last) } else { (first, centre.earliest()) };
        if from >= to {
            continue;
        }
        let room = |step: &Step| match (matches!(step, Step::Days(_)), lang) {
            (true, Lang::En) => 48.0,
            (true, Lang::Zh) => 58.0,
            (false, Lang::En) => 27.0,
            (false, Lang::Zh) => 34.0,
        };
        let fits = |step: &&Step| ticks::finest(axis, from, to, room(step)) == Some(**step);
        let Some(step) = ticks::STEPS.iter().find(fits).filter(|step| !matches!(step, Step::Months(12..))) else {
            continue;
        };
        for day in step.days(from, to).into_iter().filter(|day| day.ordinal() > 1) {
            let x = axis.at(day);
            let words = step.words(day, lang);
            let half = text::width(&words, Role::Small) / 2.0;
            if x - half < MARGIN || x + half > chain.width - 4.0 {
                continue;
            }
            let parts = vec![tick(chain, x, -5.0), set::line(Role::Small, Align::Middle, x, -13.0, words)];
            items.push(Item::group(Meaning { date: Some(day.to_string()), ..Meaning::part("tick") }, parts));
        }
    }
    items
}

/// The names of the two sides on their lines, and where nothing is recorded.
fn sides(chain: &Chain, view: &View) -> Vec<Item> {
    let (sides, lang) = (Sides::of(view), chain.cast.centre.lang);
    let mut items = Vec::new();
    for (side, y) in [(&sides.left, chain.rails.0 + 15.0), (&sides.right, chain.rails.1 - 15.0)] {
        let words = side.as_ref().map(|side| name(view, side, lang));
        items.extend(words.map(|words| set::line(Role::Heading, Align::Start, MARGIN, y, words)));
    }
    let middle = (chain.rails.0 + chain.rails.1) / 2.0;
    if chain.cast.causes.is_empty() {
        items.push(set::line(Role::Small, Align::Start, MARGIN, middle, Word::NoCause.say(lang)));
    }
    if chain.cast.effects.is_empty() {
        let x = chain.edges.1 + 14.0;
        items.push(set::line(Role::Small, Align::Start, x, middle, Word::NoConsequence.say(lang)));
    }
    items
}

fn course(course: &Course, view: &View, lang: Lang) -> Item {
    let mut items = marks::link(course.drawn.look, &course.points, course.tip);
    if course.drawn.denied {
        let parts = course.points.windows(2).map(|pair| (pair[0], pair[1]));
        let length = |part: &(Point, Point)| (part.0.x - part.1.x).abs() + (part.0.y - part.1.y).abs();
        let straight = parts.filter(|part| part.0.x == part.1.x || part.0.y == part.1.y);
        if let Some((from, to)) = straight.max_by(|a, b| length(a).total_cmp(&length(b))) {
            items.push(marks::denial(from, to));
        }
    }
    Item::group(course.drawn.meaning(view, lang), items)
}

/// The box of the event.
fn centre(chain: &Chain, view: &View) -> Item {
    let entry = &chain.cast.centre;
    let family = entry.family();
    let room = Rect::between(chain.edges.0, chain.edges.1, chain.rails.0 - 8.0, chain.rails.1 + 8.0);
    let mut items = vec![Item::rounded(Role::Node, room, 2.0)];
    let edge = |y: Px| Item::rect(Role::Side(family), Rect { y, height: 5.0, ..room });
    let (top, bottom) = (room.y, room.bottom() - 5.0);
    let marked = match chain.station {
        Station::Left => vec![top],
        Station::Right => vec![bottom],
        Station::Middle => vec![top, bottom],
        Station::Third => Vec::new(),
    };
    items.extend(marked.into_iter().map(edge));
    let words = chain.title.len() as f64 * TITLE + 40.0;
    let x = room.x + (BOX.0 - BOX.1) / 2.0;
    let mut y = (room.y + room.bottom() - words) / 2.0 + 10.0;
    let solidity = match entry.solidity() {
        Solidity::Hollow if entry.unknown_days().is_none() => Solidity::Filled,
        other => other,
    };
    items.push(marks::family(family, solidity, Point::new(x + 5.0, y), 1.0, None));
    let lang = entry.lang;
    let both = Word::BothSidesHead.say(lang).to_owned();
    let who = if chain.station == Station::Middle { both } else { entry.who(view) };
    let date = dates::words(entry.date(), Manner::Short, lang);
    let together = format!("{who}{}{date}", Word::Comma.say(lang));
    let head = if text::width(&together, Role::Figures) <= BOX.1 - 18.0 { together } else { date };
    let mut lines = vec![set::line(Role::Figures, Align::Start, x + 16.0, y, head)];
    y += 20.0;
    for line in &chain.title {
        lines.push(set::line(Role::Heading, Align::Start, x, y, line.clone()));
        y += TITLE;
    }
    let counts = entry.counts(['←', '→']);
    if !counts.is_empty() {
        lines.push(set::line(Role::Figures, Align::Start, x, y, counts));
    }
    items.push(Item::group(Meaning::part("label"), lines));
    Item::group(entry.meaning(view), items)
}

/// One label: pole, what runs beside the line, points, glyph, words.
fn flag(chain: &Chain, at: usize, view: &View) -> Item {
    let flag = &chain.flags[at];
    let entry = &flag.entry;
    let family = entry.family();
    let (rail, outward) = if flag.upper { (chain.rails.0, -1.0) } else { (chain.rails.1, 1.0) };
    let out = |distance: Px| rail + outward * distance;
    let first = if flag.upper { out(flag.far()) + LINE / 2.0 } else { out(flag.base) + LINE / 2.0 };
    let off = if flag.station == Station::Third { OFF } else { 0.0 };
    let pole = [
        Point::new(flag.x, out(off + 3.0)),
        Point::new(flag.pole, out(SLANT + off)),
        Point::new(flag.pole, first - outward * 7.0),
    ];
    let mut items = vec![Item::path(Role::Leader, PathData::polyline(&pole))];
    if let Some((from, to, track)) = flag.pill {
        let y = out(track + off);
        items.push(marks::pill(family, entry.precision(), Point::new(from, y), Point::new(to, y)));
    }
    items.extend(points(chain, flag, family));
    let solidity = match entry.solidity() {
        Solidity::Hollow if entry.unknown_days().is_none() => Solidity::Filled,
        other => other,
    };
    let mut parts = vec![marks::family(family, solidity, Point::new(flag.pole, first), 1.0, None)];
    let (x, align) = if flag.right { (flag.pole + BESIDE, Align::Start) } else { (flag.pole - BESIDE, Align::End) };
    for (row, (line, role)) in flag.lines.iter().enumerate() {
        parts.push(set::line(*role, align, x, first + LINE * row as f64, line.clone()));
    }
    items.push(Item::group(Meaning::part("label"), parts));
    Item::group(entry.meaning(view), items)
}

/// Its point on its line, on both for a deal; off it for others.
fn points(chain: &Chain, flag: &Flag, family: Family) -> Vec<Item> {
    let solidity = match flag.entry.solidity() {
        Solidity::Hollow if flag.entry.unknown_days().is_some() => Solidity::Hollow,
        _ => Solidity::Filled,
    };
    let dot = |y: Px, upper: bool| {
        let same = |other: &&Flag| {
            let both = other.upper == upper || other.station == Station::Middle;
            both && (other.x - flag.x).abs() < 0.5
                && (other.station == Station::Third) == (flag.station == Station::Third)
        };
        let shared = chain.flags.iter().filter(same).any(|other| other.entry.family() != family);
        marks::dot(Some(family).filter(|_| !shared), solidity, Point::new(flag.x, y), None)
    };
    let (upper, lower) = (dot(chain.rails.0, true), dot(chain.rails.1, false));
    match (flag.station, flag.upper) {
        (Station::Middle, _) => vec![upper, lower],
        (Station::Third, true) => vec![dot(chain.rails.0 - OFF, true)],
        (Station::Third, false) => vec![dot(chain.rails.1 + OFF, false)],
        (_, true) => vec![upper],
        (_, false) => vec![lower],
    }
}
