//! Years as bands, each as high as its labels need.

use std::ops::RangeInclusive;

use crate::{
    layout::{
        axis::{Axis, number},
        isotonic::{self, Slot},
        ladder::draft::{Draft, GAP},
        options::ScaleKind,
        range::Range,
    },
    model::Day,
    scene::Px,
};

/// Mean displacement, in pixels, up to which a band does not grow.
const MEAN: Px = 9.0;
/// Largest displacement, in pixels, up to which a band does not grow.
const MAX: Px = 56.0;
/// Displacement, in pixels, that nineteen labels in twenty keep to in a band that does not grow.
const USUAL: Px = 28.0;
/// Room for the words of a year.
const HEAD: Px = 30.0;
/// How many times the room of its labels a band may grow to; on a linear scale all bands grow with it.
const GROWTH: (f64, f64) = (3.0, 1.8);
/// Height of a year on a linear scale before it grows.
const YEAR: Px = 150.0;
/// Share of the room that all moments need which a scale by sequence gives them before it grows: columns fill it side by side.
const ROOM: f64 = 0.6;
/// The lowest band of a year.
const LOWEST: Px = 48.0;
/// Height of the band of several years without events.
const EMPTY: Px = 34.0;
/// Room between a label and the edge of its band.
pub(crate) const EDGE: Px = 4.0;

/// A year, or several in a row in which nothing is shown.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Band {
    /// The years.
    pub years: RangeInclusive<i32>,
    /// First day shown.
    pub from: Day,
    /// Last day shown.
    pub to: Day,
    /// Top edge.
    pub top: Px,
    /// Bottom edge.
    pub bottom: Px,
    /// Whether no event stands in it.
    pub empty: bool,
}

/// What stands in a picture: the labels of its columns, and what stands between them.
pub(crate) struct Contents<'c, 'a> {
    /// The columns of labels.
    pub columns: &'c [Vec<Draft<'a>>],
    /// The deals.
    pub deals: &'c [Draft<'a>],
}

/// Bands and scale of a ladder. A band grows until the labels of each column are near enough
/// to their dates, on a linear scale all bands alike.
pub(crate) fn lay(range: &Range, contents: &Contents, scale: ScaleKind) -> (Vec<Band>, Axis) {
    let years: Vec<Year> = range.years().map(|year| Year::new(year, range, contents)).collect();
    let mut heights: Vec<Px> = years.iter().map(|year| year.height(scale)).collect();
    if scale == ScaleKind::Linear {
        let growth = years.iter().zip(&heights).map(|(year, height)| height / year.base(scale)).fold(1.0, f64::max);
        heights = years.iter().map(|year| year.base(scale) * growth).collect();
    }
    let mut bands: Vec<Band> = Vec::new();
    let mut knots = vec![(number(range.from), 0.0)];
    let mut at = 0.0;
    let collapses = |ix: usize| {
        let empty = |ix: Option<usize>| ix.and_then(|ix| years.get(ix)).is_some_and(Year::is_empty);
        scale != ScaleKind::Linear && empty(Some(ix)) && (empty(ix.checked_sub(1)) || empty(Some(ix + 1)))
    };
    for (ix, (year, height)) in years.iter().zip(&heights).enumerate() {
        let previous = bands.last_mut().filter(|_| collapses(ix) && ix > 0 && collapses(ix - 1));
        if let Some(band) = previous {
            // The run keeps its height; its days share it.
            band.years = *band.years.start()..=year.year;
            band.to = year.to;
            knots.pop();
            knots.push((number(year.to) + 1.0, band.bottom));
            continue;
        }
        let height = if collapses(ix) { EMPTY } else { *height };
        knots.extend(year.knots(scale, at, height));
        let band = Band {
            years: year.year..=year.year,
            from: year.from,
            to: year.to,
            top: at,
            bottom: at + height,
            empty: year.is_empty(),
        };
        at = band.bottom;
        bands.push(band);
    }
    (bands, Axis::new(knots))
}

/// How far labels stand from their dates. Those of one date cannot all stand at it, so they count as one stack.
fn strays(slots: &[Slot], placed: &[Px]) -> Vec<Px> {
    let mut out = Vec::with_capacity(slots.len());
    for same in slots.chunk_by(|a, b| a.wish == b.wish) {
        let here = &placed[out.len()..out.len() + same.len()];
        let middle = (here[0] + here[here.len() - 1]) / 2.0;
        out.extend(same.iter().map(|slot| (slot.wish - middle).abs()));
    }
    out
}

/// One year with what stands in it.
struct Year<'c, 'a> {
    year: i32,
    from: Day,
    to: Day,
    /// Labels by column; the last one has the deals.
    columns: Vec<Vec<&'c Draft<'a>>>,
    /// Moments with the room that they need, in order.
    moments: Vec<(f64, Px)>,
}

/// Moments in order, each with the room of its labels in the column that needs most.
fn moments<'c, 'a: 'c>(columns: impl Iterator<Item = &'c Vec<&'c Draft<'a>>>) -> Vec<(f64, Px)> {
    let mut all: Vec<(f64, Px)> = Vec::new();
    for column in columns {
        let same = column.chunk_by(|a, b| a.entry.moment() == b.entry.moment());
        all.extend(same.map(|same| (same[0].entry.moment(), same.iter().map(|draft| draft.height() + GAP).sum())));
    }
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let widest = |same: &[(f64, Px)]| (same[0].0, same.iter().map(|moment| moment.1).fold(0.0, f64::max));
    all.chunk_by(|a, b| a.0 == b.0).map(widest).collect()
}

impl<'c, 'a> Year<'c, 'a> {
    fn new(year: i32, range: &Range, contents: &Contents<'c, 'a>) -> Self {
        let day = |month, day, other| Day::from_ymd_opt(year, month, day).unwrap_or(other);
        let of_year = |drafts: &'c [Draft<'a>]| drafts.iter().filter(|draft| draft.year == year).collect::<Vec<_>>();
        let columns = contents.columns.iter().map(|column| of_year(column)).chain([of_year(contents.deals)]);
        let columns: Vec<Vec<&Draft>> = columns.collect();
        let moments = moments(columns.iter());
        Self {
            year,
            from: day(1, 1, range.from).max(range.from),
            to: day(12, 31, range.to).min(range.to),
            columns,
            moments,
        }
    }

    fn is_empty(&self) -> bool {
        self.moments.is_empty()
    }

    /// Its height before it grows.
    fn base(&self, scale: ScaleKind) -> Px {
        let calendar = YEAR * ((self.to - self.from).num_days() + 1) as f64 / 366.0;
        let sequence = ROOM * self.moments.iter().map(|moment| moment.1).sum::<Px>();
        match scale {
            ScaleKind::Linear => calendar,
            ScaleKind::Balanced => (calendar + sequence) / 2.0,
            ScaleKind::Sequence => sequence.max(LOWEST),
        }
    }

    /// The least height at which every column is near enough to its dates, within reason.
    fn height(&self, scale: ScaleKind) -> Px {
        let slots = |column: &Vec<&Draft>| column.iter().map(|draft| draft.slot(0.0)).collect::<Vec<_>>();
        let need = self.columns.iter().map(|column| isotonic::extent(&slots(column), GAP)).fold(0.0, f64::max);
        let least = self.base(scale).max(LOWEST.min(need + 2.0 * EDGE)).max(need + 2.0 * EDGE).max(HEAD);
        let growth = if scale == ScaleKind::Linear { GROWTH.1 } else { GROWTH.0 };
        let most = (need * growth).max(least);
        let mut height = least;
        while height < most && !self.is_near(scale, height) {
            height *= 1.04;
        }
        height.min(most).ceil()
    }

    fn is_near(&self, scale: ScaleKind, height: Px) -> bool {
        let axis = Axis::new(self.knots(scale, 0.0, height));
        let mut displaced = Vec::new();
        for column in &self.columns {
            let slots: Vec<_> = column.iter().map(|draft| draft.slot(axis.of(draft.entry.moment()))).collect();
            let Some(placed) = isotonic::place(&slots, GAP, EDGE, height - EDGE) else { return false };
            displaced.extend(strays(&slots, &placed));
        }
        displaced.sort_by(f64::total_cmp);
        let mean = displaced.iter().sum::<Px>() / displaced.len().max(1) as f64;
        let usual = displaced.get((displaced.len() * 19).div_ceil(20).saturating_sub(1));
        mean <= MEAN
            && usual.is_none_or(|&displacement| displacement <= USUAL)
            && displaced.last().is_none_or(|&displacement| displacement <= MAX)
    }

    /// `y = (1 − λ) · linear + λ · rank`, λ being 0, ½ or 1, the rank the mid-rank of dates, each
    /// weighted by the room that its labels need, interpolated between them.
    fn knots(&self, scale: ScaleKind, top: Px, height: Px) -> Vec<(f64, Px)> {
        let lambda = match scale {
            ScaleKind::Linear => 0.0,
            ScaleKind::Balanced => 0.5,
            ScaleKind::Sequence => 1.0,
        };
        let (from, to) = (number(self.from), number(self.to) + 1.0);
        let total: f64 = self.moments.iter().map(|moment| moment.1).sum();
        let mut knots = vec![(from, top)];
        if lambda > 0.0 {
            let mut rank = 0.0;
            for &(moment, room) in &self.moments {
                let linear = (moment - from) / (to - from);
                let share = (1.0 - lambda) * linear + lambda * (rank + room / 2.0) / total;
                knots.push((moment, top + height * share));
                rank += room;
            }
        }
        knots.push((to, top + height));
        knots
    }
}
