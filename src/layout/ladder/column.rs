//! A rail with its points and, from it outward, leaders, glyphs, dates and words.

use super::{
    bands::{Band, EDGE},
    draft::{Draft, GAP},
};
use crate::{
    layout::{axis::Axis, isotonic},
    scene::Px,
};

/// From the rail to the middle of the glyphs, where there are no more tracks than usual.
const GLYPH: Px = 36.0;
/// From the rail to the first track, and from track to track.
const TRACK: (Px, Px) = (7.0, 6.0);

/// A rail with its labels.
#[derive(Debug, Clone)]
pub(crate) struct Column<'a> {
    /// Where the rail runs.
    pub rail: Px,
    /// -1 where labels stand to the left of the rail, 1 where to the right.
    pub outward: f64,
    /// Whose rail it is.
    pub heading: Option<String>,
    /// From the rail to the middle of the glyphs.
    pub glyph: Px,
    /// From the rail to the words of labels with a date beside them.
    pub words: Px,
    /// The labels, in the order of their dates.
    pub labels: Vec<Label<'a>>,
}

/// A label in its place.
#[derive(Debug, Clone)]
pub(crate) struct Label<'a> {
    /// What it says.
    pub draft: Draft<'a>,
    /// Where its date stands on the axis.
    pub y: Px,
    /// The middle of its first line.
    pub at: Px,
    /// What runs beside the rail: the days between which it happened, or from announcement to effect.
    pub extent: Option<Extent>,
    /// The distance of that from the rail.
    pub track: Px,
}

/// Two ends on the axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Extent {
    /// Upper end.
    pub from: Px,
    /// Lower end.
    pub to: Px,
}

impl<'a> Column<'a> {
    /// A column on a rail.
    pub(crate) fn new(labels: Vec<Label<'a>>, rail: Px, outward: f64, heading: Option<String>) -> Self {
        let (glyph, words) = (glyph_at(&labels), words_at(&labels));
        Self { rail, outward, heading, glyph, words, labels }
    }

    /// The place at a distance from the rail.
    pub(crate) fn out(&self, distance: Px) -> Px {
        self.rail + self.outward * distance
    }
}

/// Gives each label its place, band by band, and each extent its track.
pub(crate) fn place<'a>(drafts: Vec<Draft<'a>>, bands: &[Band], axis: &Axis) -> Vec<Label<'a>> {
    let mut labels: Vec<Label> = Vec::with_capacity(drafts.len());
    let mut drafts = drafts.into_iter().peekable();
    for band in bands {
        let mut here = Vec::new();
        while let Some(draft) = drafts.next_if(|draft| draft.year <= *band.years.end()) {
            here.push(draft);
        }
        let wish = |draft: &Draft| axis.of(draft.entry.moment()).clamp(band.top, band.bottom);
        let slots: Vec<_> = here.iter().map(|draft| draft.slot(wish(draft))).collect();
        // Bands are as high as their labels, so they fit.
        let placed = isotonic::place(&slots, GAP, band.top + EDGE, band.bottom - EDGE);
        let placed = placed.unwrap_or_else(|| slots.iter().map(|slot| slot.wish).collect());
        for (draft, at) in here.into_iter().zip(placed) {
            let y = axis.of(draft.entry.moment());
            let extent = extent(&draft, axis);
            labels.push(Label { draft, y, at, extent, track: 0.0 });
        }
    }
    tracks(&mut labels);
    labels
}

fn extent(draft: &Draft, axis: &Axis) -> Option<Extent> {
    let entry = &draft.entry;
    let days = entry.unknown_days().map(|days| Extent { from: axis.at(days.from), to: axis.end_of(days.to) });
    let start = axis.at(entry.date().earliest());
    let effect = entry.effect_soon().map(|date| Extent { from: start, to: axis.end_of(date.latest()) });
    let lasted = entry.lasted_until().map(|end| Extent { from: start, to: axis.end_of(end) });
    let parts: Vec<Extent> = [days, effect, lasted].into_iter().flatten().collect();
    let from = parts.iter().map(|extent| extent.from).reduce(f64::min)?;
    let to = parts.iter().map(|extent| extent.to).reduce(f64::max)?;
    (to > from).then_some(Extent { from, to })
}

/// The first free track for each extent, from the rail outward.
fn tracks(labels: &mut [Label]) {
    let mut free: Vec<Px> = Vec::new();
    let mut order: Vec<usize> = (0..labels.len()).filter(|&at| labels[at].extent.is_some()).collect();
    order.sort_by(|&a, &b| {
        let start = |at: usize| labels[at].extent.map_or(0.0, |extent| extent.from);
        start(a).total_cmp(&start(b)).then(a.cmp(&b))
    });
    for at in order {
        let Some(extent) = labels[at].extent else { continue };
        // What was announced on one day and takes effect on one day is one line.
        let spans = |label: &Label| label.draft.entry.unknown_days().is_none();
        let same = |other: &&Label| other.track > 0.0 && other.extent == Some(extent) && spans(other);
        if spans(&labels[at])
            && let Some(track) = labels.iter().find(same).map(|other| other.track)
        {
            labels[at].track = track;
            continue;
        }
        let track = free.iter().position(|&end| end + 6.0 <= extent.from).unwrap_or(free.len());
        if track == free.len() {
            free.push(0.0);
        }
        free[track] = extent.to;
        labels[at].track = TRACK.0 + TRACK.1 * track as f64;
    }
}

fn glyph_at(labels: &[Label]) -> Px {
    let outermost = labels.iter().map(|label| label.track).fold(0.0, f64::max);
    GLYPH.max(outermost + 18.0)
}

/// From the rail to the words of labels whose date stands beside them.
pub(crate) fn words_at(labels: &[Label]) -> Px {
    let dates = labels.iter().map(|label| label.draft.aside_width()).fold(0.0, f64::max);
    glyph_at(labels) + (dates + 20.0).max(64.0)
}
