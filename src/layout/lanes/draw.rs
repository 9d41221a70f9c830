//! Lanes as shapes and words.

use chrono::Datelike;

use super::{LINE, Label, Lane, Lanes, life::Stretch};
use crate::{
    layout::{
        furniture::{self, MARGIN},
        marks,
        options::ScaleKind,
        range::Range,
        set::{self, Align},
        text,
        ticks::{self, Step},
        words::Word,
    },
    model::{Day, Lang},
    query::View,
    scene::{Item, Meaning, PathData, Point, Px, Rect, Role, Shape, Solidity},
};

/// From the top of the header to the axis, which stands at 0.
const HEADER: Px = 42.0;

/// Everything below the legend, the axis at 0; with the lower edge of the paper.
pub(crate) fn draw(lanes: &Lanes, view: &View, range: &Range) -> (Vec<Item>, Px) {
    let foot = lanes.bottom + 60.0;
    let mut items = vec![Item::group(Meaning::hidden(), axis(lanes, range, foot))];
    for (at, lane) in lanes.lanes.iter().enumerate() {
        if at > 0 {
            let y = lane.top - 17.0;
            items.push(Item::line(Role::LaneRule, Point::new(MARGIN, y), Point::new(lanes.width - MARGIN, y)));
        }
        items.extend(self::lane(lane, view, range.lang));
    }
    let (footer, height) = furniture::footer(&notes(lanes, view, range.lang), lanes.width, foot + 30.0);
    items.extend(footer);
    (items, height)
}

fn notes(lanes: &Lanes, view: &View, lang: Lang) -> Vec<String> {
    let scale = match lanes.scale {
        ScaleKind::Linear => Word::LanesLinear,
        ScaleKind::Balanced => Word::LanesBalanced,
        ScaleKind::Sequence => Word::LanesSequence,
    };
    vec![scale.say(lang).to_owned(), Word::LanesLives.say(lang).to_owned(), furniture::imprint(view, lang)]
}

/// Bands, years, ticks, the axis and the as-of line.
fn axis(lanes: &Lanes, range: &Range, foot: Px) -> Vec<Item> {
    let axis = &lanes.axis;
    let mut items = Vec::new();
    let years: Vec<i32> = range.years().collect();
    let new_year = |year: i32| Day::from_ymd_opt(year, 1, 1).unwrap_or(range.from).max(range.from);
    for (at, &year) in years.iter().enumerate().filter(|(at, _)| at % 2 == 0) {
        let from = axis.at(new_year(year));
        let to = years.get(at + 1).map_or(lanes.width, |&next| axis.at(new_year(next)));
        items.push(Item::rect(Role::Band, Rect::between(from, to, -HEADER, foot)));
    }
    let by_years = [12, 24, 60, 120].map(Step::Months);
    let room = |step: &Step| {
        let marks: Vec<Px> = step.days(range.from, range.to).iter().map(|&day| axis.at(day)).collect();
        marks.windows(2).all(|pair| pair[1] - pair[0] >= 50.0)
    };
    let step = by_years.into_iter().find(room).unwrap_or(Step::Months(120));
    let mut heads = step.days(range.from, range.to);
    if heads.first() != Some(&range.from) && step == Step::Months(12) {
        let next = heads.first().map_or(f64::INFINITY, |&day| axis.at(day));
        heads.splice(0..0, (next - axis.start() >= 50.0).then_some(range.from));
    }
    items.extend(heads.into_iter().map(|day| year(axis.at(day), day, foot)));
    items.extend(months(lanes, range));
    items.push(Item::line(Role::Rail, Point::new(axis.start(), 0.0), Point::new(axis.end(), 0.0)));
    if let Some(x) = lanes.as_of {
        let line = Item::line(Role::Tick, Point::new(x, 0.0), Point::new(x, lanes.bottom + 14.0));
        let words = furniture::as_of(range).map(|words| set::line(Role::Small, Align::End, x, foot - 14.0, words));
        let date = range.as_of.map(|day| day.to_string());
        items
            .push(Item::group(Meaning { date, ..Meaning::part("tick") }, std::iter::once(line).chain(words).collect()));
    }
    items
}

fn year(x: Px, day: Day, foot: Px) -> Item {
    let words = day.year().to_string();
    let items = vec![
        Item::line(Role::Tick, Point::new(x, -8.0), Point::new(x, 0.0)),
        set::line(Role::Heading, Align::Start, x + 7.0, -28.0, words.clone()),
        set::line(Role::Figures, Align::Start, x + 7.0, foot - 30.0, words),
    ];
    Item::group(Meaning { date: Some(day.to_string()), ..Meaning::part("tick") }, items)
}

/// Ticks shorter than a year, where there is room for their words.
fn months(lanes: &Lanes, range: &Range) -> Vec<Item> {
    let axis = &lanes.axis;
    let room = |step: &Step| match (matches!(step, Step::Days(_)), range.lang) {
        (true, Lang::En) => 48.0,
        (true, Lang::Zh) => 58.0,
        (false, Lang::En) => 25.0,
        (false, Lang::Zh) => 34.0,
    };
    let fits =
        |step: &Step| ticks::finest(axis, range.from, range.to, room(step)).is_some_and(|finest| finest == *step);
    let Some(step) = ticks::STEPS.into_iter().find(fits).filter(|step| !matches!(step, Step::Months(12..))) else {
        return Vec::new();
    };
    let days = step.days(range.from, range.to).into_iter().filter(|day| day.ordinal() > 1);
    let shown = days.filter(|&day| {
        let half = text::width(&step.words(day, range.lang), Role::Small) / 2.0;
        axis.at(day) - half > axis.start() && axis.at(day) + half < axis.end()
    });
    shown
        .map(|day| {
            let x = axis.at(day);
            let items = vec![
                Item::line(Role::Tick, Point::new(x, -5.0), Point::new(x, 0.0)),
                set::line(Role::Small, Align::Middle, x, -13.0, step.words(day, range.lang)),
            ];
            Item::group(Meaning { date: Some(day.to_string()), ..Meaning::part("tick") }, items)
        })
        .collect()
}

fn lane(lane: &Lane, view: &View, lang: Lang) -> Vec<Item> {
    let mut items = Vec::new();
    let mut y = lane.top + 9.0;
    for line in &lane.name {
        items.push(set::line(Role::Heading, Align::Start, MARGIN, y, line.clone()));
        y += 19.0;
    }
    let count = Word::Event.count(Word::EventCount, lane.labels.len(), lang);
    items.push(set::line(Role::Small, Align::Start, MARGIN, y, count.clone()));
    let labels = lane.labels.iter().map(|label| self::label(label, view)).collect();
    items.push(Item::group(Meaning::list(Word::ColumnList.with(lang, &[&lane.name.join(" "), &count])), labels));
    items
}

fn label(label: &Label, view: &View) -> Item {
    let entry = &label.entry;
    let family = entry.family();
    let mut items = life(label);
    if let Some((from, to)) = label.pill {
        let ends = (Point::new(from, label.y), Point::new(to, label.y));
        items.push(marks::pill(family, entry.precision(), ends.0, ends.1));
    }
    let scale = if label.pill.is_some() { 0.8 } else { 1.0 };
    items.push(marks::family(family, entry.solidity(), Point::new(label.x, label.y), scale, None));
    let (left, right) = label.words();
    let date_width = text::width(&label.date, Role::Figures);
    let (date, title, align) = if label.right {
        (left, left + date_width + super::GAP, Align::Start)
    } else {
        (right, right - date_width - super::GAP, Align::End)
    };
    let mut words = vec![set::line(Role::Figures, align, date, label.y, label.date.clone())];
    for (row, line) in label.lines.iter().enumerate() {
        words.push(set::line(entry.role(), align, title, label.y + LINE * row as f64, line.clone()));
    }
    items.push(Item::group(Meaning::part("label"), words));
    Item::group(entry.meaning(view), items)
}

/// The life line under a label, hung from its mark by a stem.
fn life(label: &Label) -> Vec<Item> {
    let family = label.entry.family();
    let Some((start, end)) = label.life.extent() else { return Vec::new() };
    let y = label.life_y;
    let at = label.x.clamp(start, end.max(start));
    let mut items = vec![Item::line(Role::Span(family), Point::new(at, label.y + 6.0), Point::new(at, y + 2.0))];
    let stretches = &label.life.stretches;
    for (at, Stretch { from, to, look, state }) in stretches.iter().enumerate() {
        // A little longer where the next goes on alike, so that no seam shows.
        let goes_on = stretches.get(at + 1).is_some_and(|next| next.look == *look && next.from == *to);
        let to = &(to + if goes_on { 0.5 } else { 0.0 });
        items.push(match look {
            None => Item::line(Role::Span(family), Point::new(*from, y), Point::new(*to, y)),
            Some(look) => Item::Rect(Shape {
                role: Role::Bar(family, *look),
                shape: Rect::between(*from, *to, y - 2.0, y + 2.0),
                radius: 0.0,
                state: Some(*state),
            }),
        });
    }
    for &x in &label.life.caps {
        items.push(Item::line(Role::Cap(family), Point::new(x, y - 4.5), Point::new(x, y + 4.5)));
    }
    if let Some(x) = label.life.onward {
        let head = [Point::new(x, y - 5.0), Point::new(x + 8.0, y), Point::new(x, y + 5.0)];
        items.push(Item::path(Role::Onward(family), PathData::polygon(&head)));
    }
    if let Some((x, date)) = &label.life.effect {
        items.push(marks::family(family, Solidity::Filled, Point::new(*x, y), 0.84, Some(date.clone())));
    }
    items
}
