//! The ladder: time runs down, one side on the left, the other on the right, deals between them, others in a third column.

mod bands;
mod channels;
mod column;
mod deals;
mod draft;
mod draw;
mod gutter;
mod lags;

use self::{
    bands::{Band, Contents},
    column::Column,
    deals::Deal,
    draft::Draft,
    gutter::Rung,
};
use super::{
    axis::Axis,
    entry::Entry,
    options::{Links, PictureOptions, ScaleKind},
    range::Range,
    words::Word,
};
use crate::{
    dataset::Place,
    model::{ActorId, Lang},
    query::View,
    scene::Px,
};

pub(crate) use draw::draw;

/// Edge of the paper to what is drawn.
pub(crate) const MARGIN: Px = 32.0;
/// Width of the words of a label in the sides' columns, when the paper has its usual width.
const MEASURE: Px = 212.0;
/// Between rails without more channels than usual.
const GUTTER: Px = 232.0;
/// From the margin to where the words of the left side may begin: room for the years.
const YEARS: Px = 46.0;

/// A ladder with everything in its place.
#[derive(Debug, Clone)]
pub(crate) struct Ladder<'a> {
    /// Width of the paper.
    pub width: Px,
    /// The years.
    pub bands: Vec<Band>,
    /// Days to pixels, downwards.
    pub axis: Axis,
    /// The scale.
    pub scale: ScaleKind,
    /// Left, right and, where there are others, the third.
    pub columns: Vec<Column<'a>>,
    /// Deals between the two sides.
    pub deals: Vec<Deal<'a>>,
    /// The middle of the room between the rails.
    pub middle: Px,
    /// Links drawn.
    pub rungs: Vec<Rung>,
    /// How many lags found no room.
    pub lags_left_out: usize,
}

/// Who stands where.
pub(crate) struct Sides {
    /// On the left.
    pub left: Option<ActorId>,
    /// On the right.
    pub right: Option<ActorId>,
}

/// One of the four places of a ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Station {
    /// The left rail.
    Left,
    /// Between the rails.
    Middle,
    /// The right rail.
    Right,
    /// The third rail.
    Third,
}

impl Sides {
    /// The first two sides of the register.
    pub(crate) fn of(view: &View) -> Self {
        let mut sides = view.dataset.registers().sides().iter().cloned();
        Self { left: sides.next(), right: sides.next() }
    }

    /// Where an event stands.
    pub(crate) fn station(&self, place: &Place) -> Station {
        match place {
            Place::Side(side) if self.left.as_ref() == Some(side) => Station::Left,
            Place::Side(side) if self.right.as_ref() == Some(side) => Station::Right,
            Place::Side(_) => Station::Third,
            Place::Between(sides) => {
                let acts = |side: &Option<ActorId>| side.as_ref().is_some_and(|side| sides.contains(side));
                if acts(&self.left) && acts(&self.right) { Station::Middle } else { Station::Third }
            }
        }
    }
}

/// Lays out the events of `entries`, which are in time order; the plot begins at 0.
pub(crate) fn lay<'a>(view: &View<'a>, entries: Vec<Entry<'a>>, range: &Range, options: &PictureOptions) -> Ladder<'a> {
    let (sides, lang) = (Sides::of(view), range.lang);
    let scale = options.scale.unwrap_or(ScaleKind::Balanced);
    let has_third = entries.iter().any(|entry| sides.station(&entry.place) == Station::Third);
    let measure = measure(options.width, has_third);
    let mut drafts: [Vec<Draft>; 4] = Default::default();
    for entry in entries {
        let station = sides.station(&entry.place);
        let year = entry.year().clamp(*range.years().start(), *range.years().end());
        let draft = match station {
            Station::Left | Station::Right => Draft::beside(entry, year, measure, station == Station::Right),
            Station::Middle => deals::draft(entry, year),
            Station::Third => {
                let who = entry.who(view);
                Draft::under(entry, &who, year, (measure - 40.0).max(120.0))
            }
        };
        drafts[station as usize].push(draft);
    }
    for column in &mut drafts {
        // Within a year what is known to the day stands among what is not, by the middle of its days.
        column.sort_by(|a, b| a.entry.moment().total_cmp(&b.entry.moment()).then(a.entry.ix.cmp(&b.entry.ix)));
    }
    let [left, middle, right, third] = drafts;
    let columns = [left, right, third];
    let (bands, axis) = bands::lay(range, &Contents { columns: &columns, deals: &middle }, scale);
    let [left, right, third] = columns.map(|drafts| column::place(drafts, &bands, &axis));

    let deals = deals::marks(middle, &axis);
    let plan =
        gutter::plan(view, options.links.unwrap_or(Links::Major), &gutter::Points::new(&left, &right, &deals), lang);
    let aside = |labels: &[column::Label]| column::words_at(labels);
    let (left_words, right_words) = (aside(&left), aside(&right));
    let left_rail = (MARGIN + YEARS + measure + left_words).ceil();
    let right_rail = left_rail + GUTTER.max(plan.width());
    let third_rail = (right_rail + right_words + measure + 30.0).ceil();
    let last =
        if has_third { third_rail + 48.0 + (measure - 40.0).max(120.0) } else { right_rail + right_words + measure };
    let mut columns = vec![
        Column::new(left, left_rail, -1.0, sides.left.as_ref().map(|side| name(view, side, lang))),
        Column::new(right, right_rail, 1.0, sides.right.as_ref().map(|side| name(view, side, lang))),
    ];
    if has_third {
        columns.push(Column::new(third, third_rail, 1.0, Some(Word::Others.say(lang).to_owned())));
    }
    let mut rungs = plan.rungs(left_rail, right_rail);
    let middle = plan.middle(left_rail, right_rail);
    let bare = deals::at(deals, middle);
    let (rails, ends) = ((left_rail, right_rail), (axis.start(), axis.end()));
    let mut deals = bare.clone();
    let mut lags_left_out = lags::write(&mut rungs, &deals, rails, lang);
    deals::write(&mut deals, &rungs, rails, ends);
    if deals.iter().any(|deal| deal.words.is_none()) {
        // The words of a deal are worth more than lags: they go first where there is not room for all.
        rungs.iter_mut().for_each(|rung| rung.lag = None);
        deals = bare;
        deals::write(&mut deals, &rungs, rails, ends);
        lags_left_out = lags::write(&mut rungs, &deals, rails, lang);
    }
    Ladder { width: (last + MARGIN).ceil(), bands, axis, scale, columns, deals, middle, rungs, lags_left_out }
}

/// The full name of a side.
pub(crate) fn name(view: &View, side: &ActorId, lang: Lang) -> String {
    let actor = view.dataset.registers().actor(side.as_str());
    actor.map_or(side.to_string(), |actor| lang.of(&actor.name, actor.name_zh.as_ref()).to_owned())
}

/// The width of the words of a label that a paper of `width` leaves; never so narrow that words would be cut.
fn measure(width: Option<Px>, has_third: bool) -> Px {
    let Some(width) = width else { return MEASURE };
    let fixed = 2.0 * MARGIN + YEARS + GUTTER + 200.0;
    let measure = if has_third { (width - fixed - 30.0 - 48.0 + 40.0) / 3.0 } else { (width - fixed) / 2.0 };
    measure.max(140.0)
}
