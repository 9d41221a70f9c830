//! A ladder as shapes and words.

use super::{
    Ladder,
    bands::Band,
    column::{Column, Label},
    deals::{self, Deal},
    draft::LINE,
    gutter::Rung,
};
use crate::{
    layout::{
        axis::number,
        entry::moment,
        furniture::{self, MARGIN},
        marks,
        options::{Links, PictureOptions, ScaleKind},
        range::Range,
        set::{self, Align},
        text, ticks,
        words::Word,
    },
    model::{Family, Lang},
    query::View,
    scene::{Item, Meaning, PathData, Point, Px, Rect, Role, Solidity, Step},
};

/// Everything below the legend; with the height of the paper.
pub(crate) fn draw(ladder: &Ladder, view: &View, range: &Range, options: &PictureOptions) -> (Vec<Item>, Px) {
    let (bottom, lang) = (ladder.axis.end(), range.lang);
    let mut items = vec![Item::group(Meaning::hidden(), axis(ladder, range))];
    items.extend(headings(ladder, lang));
    if !ladder.rungs.is_empty() {
        let major = matches!(options.links, None | Some(Links::Major));
        let name = if major { Word::MajorLinks } else { Word::Links };
        let rungs = ladder.rungs.iter().map(|rung| self::rung(rung, view, lang)).collect();
        items.push(Item::group(Meaning::list(name.say(lang)), rungs));
    }
    if !ladder.deals.is_empty() {
        let deals = ladder.deals.iter().map(|deal| self::deal(deal, ladder, view)).collect();
        items.push(Item::group(Meaning::list(Word::DealsList.say(lang)), deals));
    }
    for column in ladder.columns.iter().filter(|column| !column.labels.is_empty()) {
        let name = column.heading.as_deref().unwrap_or(Word::Events.say(lang));
        let count = Word::Event.count(Word::EventCount, column.labels.len(), lang);
        let name = Word::ColumnList.with(lang, &[&name, &count]);
        let labels = column.labels.iter().enumerate().map(|(at, label)| self::label(column, at, label, ladder, view));
        items.push(Item::group(Meaning::list(name), labels.collect()));
    }
    let (footer, height) = furniture::footer(&notes(ladder, view, range, options), ladder.width, bottom + 44.0);
    items.extend(footer);
    (items, height)
}

fn notes(ladder: &Ladder, view: &View, range: &Range, options: &PictureOptions) -> Vec<String> {
    let lang = range.lang;
    let scale = match ladder.scale {
        ScaleKind::Linear => Word::LadderLinear,
        ScaleKind::Balanced => Word::LadderBalanced,
        ScaleKind::Sequence => Word::LadderSequence,
    };
    let links = match options.links.unwrap_or(Links::Major) {
        Links::None => Word::LinksNone,
        Links::Major => Word::LinksMajor,
        Links::All => Word::LinksAll,
        Links::Chain(_) => Word::LinksChain,
    };
    let far = if matches!(options.links, Some(Links::Chain(_))) { Word::FarOrCrossingLinks } else { Word::FarLinks };
    let far = ladder.rungs.iter().any(|rung| rung.origin.is_some()).then_some(far);
    let mut lines: Vec<String> = [scale, links].into_iter().chain(far).map(|word| word.say(lang).to_owned()).collect();
    let wordless = ladder.deals.iter().filter(|deal| deal.words.is_none()).count();
    let left_out =
        [(ladder.lags_left_out, Word::Lag, Word::LagCount), (wordless, Word::DealWords, Word::DealWordsCount)];
    let left_out: Vec<String> =
        left_out.into_iter().filter(|part| part.0 > 0).map(|(n, one, many)| one.count(many, n, lang)).collect();
    if !left_out.is_empty() {
        lines.push(Word::LeftOut.with(lang, &[&left_out.join(Word::ListComma.say(lang))]));
    }
    lines.push(furniture::imprint(view, lang));
    lines
}

/// Bands, years, ticks, rails, and the end of the data.
fn axis(ladder: &Ladder, range: &Range) -> Vec<Item> {
    let mut items = Vec::new();
    for (at, band) in ladder.bands.iter().enumerate() {
        if at % 2 == 0 {
            let shape = Rect::between(0.0, ladder.width, band.top, band.bottom);
            items.push(Item::rect(Role::Band, shape));
        }
    }
    for band in &ladder.bands {
        items.push(year(band, range.lang));
        items.extend(band_ticks(band, ladder, range.lang));
    }
    let bottom = ladder.axis.end();
    for column in &ladder.columns {
        items.push(Item::line(Role::Rail, Point::new(column.rail, 0.0), Point::new(column.rail, bottom)));
    }
    let right = ladder.width - MARGIN;
    let mut end = vec![Item::line(Role::Tick, Point::new(MARGIN, bottom), Point::new(right, bottom))];
    if let Some(words) = furniture::as_of(range) {
        end.push(set::line(Role::Small, Align::End, right, bottom + 15.0, words));
    }
    items.push(Item::group(Meaning { date: Some(range.to.to_string()), ..Meaning::part("tick") }, end));
    items
}

fn year(band: &Band, lang: Lang) -> Item {
    let (first, last) = (*band.years.start(), *band.years.end());
    let words = if first == last { first.to_string() } else { format!("{first}–{last}") };
    let mut items = vec![
        Item::line(Role::Tick, Point::new(MARGIN, band.top), Point::new(MARGIN + 38.0, band.top)),
        set::line(Role::Heading, Align::Start, MARGIN, band.top + 17.0, words.clone()),
    ];
    if first != last {
        let x = MARGIN + text::width(&words, Role::Heading) + 10.0;
        items.push(set::line(Role::Small, Align::Start, x, band.top + 17.0, Word::NoEvent.say(lang)));
    }
    Item::group(Meaning { date: Some(band.from.to_string()), ..Meaning::part("tick") }, items)
}

fn band_ticks(band: &Band, ladder: &Ladder, lang: Lang) -> Vec<Item> {
    if band.empty && band.years.start() != band.years.end() {
        return Vec::new();
    }
    let Some(mut step) = ticks::finest(&ladder.axis, band.from, band.to, 40.0) else { return Vec::new() };
    if matches!(step, ticks::Step::Days(_)) && (band.to - band.from).num_days() > 120 {
        step = ticks::Step::Months(1);
    }
    let mut items = Vec::new();
    for day in step.days(band.from, band.to) {
        let y = ladder.axis.at(day);
        if y < band.top + 40.0 || y > band.bottom - 8.0 {
            continue;
        }
        let across = |x: Px| [Step::Move(Point::new(x - 2.5, y)), Step::Line(Point::new(x + 2.5, y))];
        let steps = ladder.columns.iter().flat_map(|column| across(column.rail)).collect();
        let words = set::line(Role::Small, Align::Start, MARGIN, y, step.words(day, lang));
        let marks = vec![Item::path(Role::Tick, PathData { steps }), words];
        items.push(Item::group(Meaning { date: Some(day.to_string()), ..Meaning::part("tick") }, marks));
    }
    items
}

fn headings(ladder: &Ladder, lang: Lang) -> Vec<Item> {
    let y = -20.0;
    let mut items = Vec::new();
    if ladder.scale != ScaleKind::Linear {
        let words = if ladder.scale == ScaleKind::Balanced { Word::BalancedScale } else { Word::SequenceScale };
        items.push(set::line(Role::Small, Align::Start, MARGIN, y, words.say(lang)));
    }
    for column in &ladder.columns {
        if let Some(heading) = &column.heading {
            let align = if column.outward < 0.0 { Align::End } else { Align::Start };
            items.push(set::line(Role::Heading, align, column.out(30.0), y, heading.clone()));
        }
    }
    if !ladder.deals.is_empty() {
        items.push(set::line(Role::Heading, Align::Middle, ladder.middle, y, Word::Deals.say(lang)));
    }
    items
}

fn rung(rung: &Rung, view: &View, lang: Lang) -> Item {
    let mut items = marks::link(rung.drawn.look, &rung.course, rung.tip);
    if let Some((base, words)) = &rung.lag {
        let width = text::width(words, Role::Figures);
        let lag = Item::Text(crate::scene::Text { role: Role::Figures, at: *base, width, content: words.clone() });
        items.push(Item::group(Meaning::part("label"), vec![lag]));
    }
    if rung.drawn.denied {
        let (start, end) = rung.level();
        items.push(marks::denial(start, end));
    }
    Item::group(rung.drawn.meaning(view, lang), items)
}

fn deal(deal: &Deal, ladder: &Ladder, view: &View) -> Item {
    let entry = &deal.draft.entry;
    let mut items = Vec::new();
    if let Some((from, to)) = deals::leader(deal) {
        items.push(Item::line(Role::Leader, from, to));
    }
    if let Some(pill) = deal.pill {
        let ends = (Point::new(deal.x, pill.from), Point::new(deal.x, pill.to));
        items.push(marks::pill(entry.family(), entry.precision(), ends.0, ends.1));
    }
    let solidity =
        if entry.solidity() == Solidity::Hollow && deal.pill.is_none() { Solidity::Filled } else { entry.solidity() };
    items.push(marks::family(entry.family(), solidity, Point::new(deal.x, deal.y), 1.0, None));
    if let (Some(words), Some(room)) = (deal.words, deal.words_room()) {
        let band = ladder.bands.iter().find(|band| band.years.contains(&deal.draft.year));
        let leaves = band.is_none_or(|band| room.y < band.top || room.bottom() > band.bottom);
        let lines = deals::lines(deal, leaves).into_iter().enumerate().map(|(at, (line, role))| {
            set::line(role, Align::Middle, words.x, words.top + LINE * (at as f64 + 0.5), line)
        });
        items.push(Item::group(Meaning::part("label"), lines.collect()));
    }
    Item::group(entry.meaning(view), items)
}

/// One label of a column: leader, what runs beside the rail, point, glyph, date, words.
fn label(column: &Column, at: usize, label: &Label, ladder: &Ladder, view: &View) -> Item {
    let entry = &label.draft.entry;
    let family = entry.family();
    let leader = [(3.0, label.y), (column.glyph - 12.0, label.at), (column.glyph - 7.0, label.at)];
    let leader: Vec<Point> = leader.iter().map(|&(out, y)| Point::new(column.out(out), y)).collect();
    let mut items = vec![Item::path(Role::Leader, PathData::polyline(&leader))];
    items.extend(beside_the_rail(column, label, ladder));
    let shared = shares_its_point(column, at);
    let solidity = if entry.solidity() == Solidity::Reported { Solidity::Filled } else { entry.solidity() };
    let on_pill = entry.unknown_days().is_some() && label.extent.is_some();
    let point = Point::new(if on_pill { column.out(label.track) } else { column.rail }, label.y);
    items.push(marks::dot(Some(family).filter(|_| !shared), solidity, point, None));
    // Beside its words a glyph is hollow where the day is not known; that it took effect later is told at the rail.
    let glyph = match entry.solidity() {
        Solidity::Hollow if entry.unknown_days().is_none() => Solidity::Filled,
        other => other,
    };
    let mut parts = vec![marks::family(family, glyph, Point::new(column.out(column.glyph), label.at), 1.0, None)];
    parts.extend(words(column, label));
    items.push(Item::group(Meaning::part("label"), parts));
    Item::group(entry.meaning(view), items)
}

fn words(column: &Column, label: &Label) -> Vec<Item> {
    let align = if column.outward < 0.0 { Align::End } else { Align::Start };
    let line =
        |role, x, row: usize, words: &String| set::line(role, align, x, label.at + LINE * row as f64, words.clone());
    let date = column.out(column.glyph + 12.0);
    let beside = !label.draft.aside.is_empty();
    let words = if beside { column.out(column.words) } else { date };
    let aside = label.draft.aside.iter().enumerate().map(|(row, words)| line(Role::Figures, date, row, words));
    let title = label.draft.lines.iter().enumerate().map(|(row, (content, role))| line(*role, words, row, content));
    aside.chain(title).collect()
}

/// Whether another family has a point on the very same place.
fn shares_its_point(column: &Column, at: usize) -> bool {
    let label = &column.labels[at];
    let same = |other: &&Label| (other.y - label.y).abs() < 0.5;
    let before = column.labels[..at].iter().rev().take_while(same);
    let after = column.labels[at + 1..].iter().take_while(same);
    before.chain(after).any(|other| other.draft.entry.family() != label.draft.entry.family())
}

/// The pill of unknown days, or the line from announcement to effect, in its track outside the rail.
fn beside_the_rail(column: &Column, label: &Label, ladder: &Ladder) -> Vec<Item> {
    let entry = &label.draft.entry;
    let family: Family = entry.family();
    let x = column.out(label.track);
    let mut items = Vec::new();
    if let Some(days) = entry.unknown_days() {
        let (from, to) = (Point::new(x, ladder.axis.at(days.from)), Point::new(x, ladder.axis.end_of(days.to)));
        items.push(marks::pill(family, entry.precision(), from, to));
    }
    let effect = entry.effect_soon();
    let end = effect.map(moment).or(entry.lasted_until().map(number));
    if let Some(end) = end {
        let y = ladder.axis.of(end);
        if y - label.y >= 2.0 {
            let knee = Point::new(x, (label.y + 5.0).min(y));
            let course = [Point::new(column.rail, label.y), knee, Point::new(x, y)];
            items.push(Item::path(Role::Span(family), PathData::polyline(&course)));
            if let Some(date) = effect.filter(|_| y < ladder.axis.end()) {
                let day_known = date.earliest() == date.latest();
                let solidity = if day_known { Solidity::Filled } else { Solidity::Hollow };
                let radius = 2.8;
                items.push(Item::Circle(crate::scene::Circle {
                    role: Role::Dot(Some(family), solidity),
                    centre: Point::new(x, y),
                    radius,
                    date: Some(date.to_string()),
                }));
            }
        }
    }
    items
}
