//! The legend: only of what is used, in groups with heads.

use std::collections::BTreeSet;

use super::{
    entry::Entry,
    links::Drawn,
    marks,
    set::{self, Align},
    text,
    words::{self, Word},
};
use crate::{
    model::{Family, Importance, Lang},
    scene::{BarLook, Item, LinkLook, Meaning, PathData, Point, Px, Rect, Role, Solidity},
};

/// From row to row.
const ROW: Px = 20.0;
/// Rows of a group before it goes on beside.
const ROWS: usize = 4;

/// What occurs in a picture.
#[derive(Debug, Clone, Default)]
pub(crate) struct Used {
    /// The language of its words.
    pub lang: Lang,
    /// Families of instruments.
    pub families: BTreeSet<Family>,
    importances: BTreeSet<Importance>,
    counts: bool,
    day: bool,
    span_of_days: bool,
    pub effect: bool,
    reported: bool,
    links: BTreeSet<LinkLook>,
    denied: bool,
    /// States of measures, where a picture draws their lives.
    pub states: BTreeSet<State>,
    /// Edges of boxes that tell the side, where a picture draws boxes.
    pub sides: Vec<SideEdge>,
    /// The arrows of the counts: causes first.
    pub arrows: [char; 2],
}

/// An end or stretch of the life of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    /// In force, and on past the as-of date.
    Onward,
    /// Some parts are in force, others not.
    Partly,
    /// No part is in force, for different reasons.
    Mixed,
    /// Suspended or enjoined.
    Stopped,
    /// Ended.
    Ended,
    /// End not known.
    Unknown,
}

/// Which edges of a box are marked, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SideEdge {
    /// The left edge.
    pub left: bool,
    /// The right edge.
    pub right: bool,
    /// Whose mark it is.
    pub words: String,
}

impl Used {
    /// What occurs in these events and links; `dots` where dates are points on rails.
    pub(crate) fn of<'a, 'e: 'a>(
        entries: impl Iterator<Item = &'a Entry<'e>>,
        links: impl Iterator<Item = &'a Drawn>,
        lang: Lang,
    ) -> Self {
        let mut used = Self { lang, arrows: ['↑', '↓'], ..Self::default() };
        for entry in entries {
            used.families.insert(entry.family());
            used.importances.insert(entry.event.importance);
            used.counts |= entry.causes + entry.responses > 0;
            used.day |= entry.unknown_days().is_none();
            used.span_of_days |= entry.unknown_days().is_some();
            used.effect |= entry.in_effect().is_some();
            used.reported |= entry.event.is_only_reported();
        }
        for link in links {
            used.links.insert(link.look);
            used.denied |= link.denied;
        }
        used
    }
}

impl Used {
    /// Nothing at all.
    pub(crate) fn nothing(lang: Lang) -> Self {
        Self { lang, ..Self::default() }
    }

    /// Without dates and counts, which boxes do not draw.
    pub(crate) fn without_dates(self) -> Self {
        let Self { lang, families, importances, links, denied, states, sides, arrows, reported, .. } = self;
        Self { lang, families, importances, links, denied, states, sides, arrows, reported, ..Self::default() }
    }
}

/// One group of a legend: a head, and rows of sample and words.
struct Group {
    head: Word,
    sample_width: Px,
    rows: Vec<Row>,
    /// From a column of rows to the next.
    gap: Px,
}

struct Row {
    sample: Vec<Item>,
    words: String,
    role: Role,
    /// Where the words begin, where that is not behind the sample.
    indent: Option<Px>,
}

/// The legend in a width, its first heads in the middle of `y`; with the lower end of it.
pub(crate) fn draw(used: &Used, on_rails: bool, left: Px, width: Px, y: Px) -> (Item, Px) {
    let family = used.families.first().copied().unwrap_or(Family::Controls);
    let groups = [
        families(used),
        importance(used),
        dates(used, family, on_rails),
        states(used, family),
        sides(used),
        links(used),
    ];
    let mut items = Vec::new();
    let (mut x, mut top, mut lowest) = (left, y, y);
    for group in groups.into_iter().filter(|group| !group.rows.is_empty()) {
        let columns = group.columns();
        let wide = columns.iter().sum::<Px>() + group.gap * (columns.len() - 1) as f64;
        if x > left && x + wide > left + width {
            x = left;
            top = lowest + ROW + 12.0;
        }
        let head = group.head.say(used.lang);
        items.push(set::line(Role::LegendHead, Align::Start, x, top, head));
        let wide = wide.max(text::width(head, Role::LegendHead));
        let count = group.rows.len();
        let (mut column_x, gap, sample_width) = (x, group.gap, group.sample_width);
        for (at, row) in group.rows.into_iter().enumerate() {
            if at > 0 && at % ROWS == 0 {
                column_x += columns[at / ROWS - 1] + gap;
            }
            let row_y = top + 3.0 + ROW * (at % ROWS + 1) as f64;
            let origin = Point::new(column_x, row_y);
            items.extend(row.sample.into_iter().map(|item| item.moved(origin.x, origin.y)));
            let indent = row.indent.unwrap_or(sample_width);
            items.push(set::line(row.role, Align::Start, column_x + indent, row_y, row.words));
        }
        lowest = lowest.max(top + 3.0 + ROW * count.min(ROWS) as f64);
        x += wide + 56.0;
    }
    (Item::group(Meaning::part("legend"), items), lowest)
}

impl Group {
    /// The width of each of its columns of rows.
    fn columns(&self) -> Vec<Px> {
        let wide = |row: &Row| row.indent.unwrap_or(self.sample_width) + text::width(&row.words, row.role);
        self.rows.chunks(ROWS).map(|rows| rows.iter().map(wide).fold(0.0, f64::max)).collect()
    }
}

fn row(sample: Vec<Item>, words: &str) -> Row {
    Row { sample, words: words.to_owned(), role: Role::LegendWords, indent: None }
}

fn families(used: &Used) -> Group {
    let rows = used.families.iter().map(|&family| {
        let words = words::capital(&words::family(family, used.lang));
        row(vec![marks::family(family, Solidity::Filled, Point::new(6.0, 0.0), 1.0, None)], &words)
    });
    Group { head: Word::FamilyHead, sample_width: 20.0, rows: rows.collect(), gap: 28.0 }
}

fn importance(used: &Used) -> Group {
    let mut rows: Vec<Row> = used
        .importances
        .iter()
        .map(|&importance| {
            let words = match importance {
                Importance::Major => Word::MajorEvent,
                Importance::Notable => Word::NotableEvent,
                Importance::Minor => Word::MinorEvent,
            };
            Row {
                sample: Vec::new(),
                words: words.say(used.lang).to_owned(),
                role: Role::Label(importance),
                indent: Some(0.0),
            }
        })
        .collect();
    if used.counts {
        let [before, after] = used.arrows;
        let counts = format!("{before}1 {after}3");
        let indent = text::width(&counts, Role::Figures) + 7.0;
        let sample = vec![set::line(Role::Figures, Align::Start, 0.0, 0.0, counts)];
        rows.push(Row { indent: Some(indent), ..row(sample, Word::CountsSample.say(used.lang)) });
    }
    Group { head: Word::ImportanceHead, sample_width: 0.0, rows, gap: 28.0 }
}

fn dates(used: &Used, family: Family, on_rails: bool) -> Group {
    let at = |x: Px, y: Px| Point::new(x, y);
    let mark = |solidity, point, scale| {
        if on_rails {
            marks::dot(Some(family), solidity, point, None)
        } else {
            marks::family(family, solidity, point, scale, None)
        }
    };
    let mut rows = Vec::new();
    if used.day {
        rows.push(row(vec![mark(Solidity::Filled, at(12.0, 0.0), 1.0)], Word::TheDay.say(used.lang)));
    }
    if used.span_of_days {
        let pill = marks::pill(family, Solidity::Hollow, at(0.0, 0.0), at(24.0, 0.0));
        rows.push(row(vec![pill, mark(Solidity::Hollow, at(12.0, 0.0), 0.8)], Word::SomeDay.say(used.lang)));
    }
    if used.effect {
        let line = Item::line(Role::Span(family), at(3.0, 0.0), at(21.0, 0.0));
        let end = |at| {
            if on_rails {
                marks::dot(Some(family), Solidity::Filled, at, None)
            } else {
                marks::family(family, Solidity::Filled, at, 0.84, None)
            }
        };
        let ends = [mark(Solidity::Hollow, at(3.0, 0.0), 0.8), end(at(21.0, 0.0))];
        let sample = std::iter::once(line).chain(ends).collect();
        rows.push(row(sample, Word::ThenInEffect.say(used.lang)));
    }
    if used.reported {
        let sample = marks::family(family, Solidity::Reported, at(12.0, 0.0), 1.0, None);
        rows.push(row(vec![sample], Word::OnlyReportedSample.say(used.lang)));
    }
    Group { head: Word::DateHead, sample_width: 34.0, rows, gap: 28.0 }
}

fn states(used: &Used, family: Family) -> Group {
    let bar = |look| Item::rect(Role::Bar(family, look), Rect { x: 0.0, y: -2.0, width: 46.0, height: 4.0 });
    let row_of = |state: &State| match state {
        State::Onward => {
            let head = PathData::polygon(&[Point::new(44.0, -5.0), Point::new(52.0, 0.0), Point::new(44.0, 5.0)]);
            row(vec![bar(BarLook::Solid), Item::path(Role::Onward(family), head)], Word::OnPastAsOf.say(used.lang))
        }
        State::Partly => row(vec![bar(BarLook::Half)], Word::InForceInPart.say(used.lang)),
        State::Mixed => row(vec![bar(BarLook::Empty)], Word::NoPartInForce.say(used.lang)),
        State::Stopped => row(vec![bar(BarLook::Hatched)], Word::Stopped.say(used.lang)),
        State::Ended => {
            let cap = Item::line(Role::Cap(family), Point::new(46.0, -4.5), Point::new(46.0, 4.5));
            row(vec![bar(BarLook::Solid), cap], Word::Ended.say(used.lang))
        }
        State::Unknown => row(vec![bar(BarLook::Fading)], Word::NotKnown.say(used.lang)),
    };
    Group { head: Word::StateHead, sample_width: 64.0, rows: used.states.iter().map(row_of).collect(), gap: 28.0 }
}

fn sides(used: &Used) -> Group {
    let rows = used.sides.iter().map(|side| {
        let mut sample = vec![Item::rounded(Role::Node, Rect { x: 0.0, y: -5.5, width: 30.0, height: 11.0 }, 1.0)];
        let edge = |x| Item::rect(Role::SideSample, Rect { x, y: -5.5, width: 4.0, height: 11.0 });
        sample.extend(side.left.then(|| edge(0.0)));
        sample.extend(side.right.then(|| edge(26.0)));
        row(sample, &side.words)
    });
    Group { head: Word::SideHead, sample_width: 42.0, rows: rows.collect(), gap: 28.0 }
}

fn links(used: &Used) -> Group {
    let (start, end, tip) = (Point::new(0.0, 0.0), Point::new(34.0, 0.0), Point::new(40.0, 0.0));
    let mut rows: Vec<Row> = used
        .links
        .iter()
        .map(|&look| {
            let words = match look {
                LinkLook::Solid => Word::SaidByItself,
                LinkLook::Dashed => Word::SaidByOthers,
                LinkLook::Dotted => Word::SaidByUs,
            };
            row(marks::link(look, &[start, end], tip), words.say(used.lang))
        })
        .collect();
    if used.denied {
        let look = used.links.iter().nth(1).or(used.links.first()).copied().unwrap_or(LinkLook::Dashed);
        let mut sample = marks::link(look, &[start, end], tip);
        sample.push(marks::denial(start, Point::new(36.0, 0.0)));
        rows.push(row(sample, Word::DeniedSample.say(used.lang)));
    }
    Group { head: Word::AnswerHead, sample_width: 52.0, rows, gap: 28.0 }
}
