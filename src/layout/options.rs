//! What can be asked of a picture.

use crate::{
    dataset::EventIx,
    model::{Day, Edtf, Lang, vocabulary},
    scene::Px,
};

vocabulary! {
    /// How events are arranged.
    Arrangement, "layout" {
        Ladder "ladder" "time runs down, one side on the left, the other on the right; the default",
        Lanes "lanes" "time runs right, one lane a side or other group",
        Chain "chain" "one event, its causes to the left, its consequences to the right",
        Graph "graph" "boxes by year, joined from cause to response",
    }
}

vocabulary! {
    /// What a lane stands for.
    Grouping, "grouping" {
        Side "side" "the side that acted; the default",
        Category "category" "the kind of instrument",
        Family "family" "the family of instruments",
        Actor "actor" "the body that acted first",
        Technology "technology" "what the measure is about; an event stands in the lane of each",
        Target "target" "at whom it is aimed; an event stands in the lane of each",
    }
}

vocabulary! {
    /// How days are turned into pixels.
    ScaleKind, "scale" {
        Linear "linear" "every day has the same length",
        Balanced "balanced" "half by calendar, half by sequence, so that busy weeks have room",
        Sequence "sequence" "every event has the same room",
    }
}

/// Which links are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// None; labels still bear their counts.
    None,
    /// Those between major events.
    Major,
    /// All.
    All,
    /// Those on the way to one event, and on the way from it.
    Chain(EventIx),
}

/// What can be asked of a picture. The default is what `ensue timeline` draws.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureOptions {
    /// How events are arranged.
    pub arrangement: Arrangement,
    /// What a lane stands for.
    pub grouping: Grouping,
    /// Which links are drawn; by default those between major events in the ladder, all in the graph. Lanes draw none. For a
    /// chain `Links::Chain` names its event; without it, it is the event that most others are joined to.
    pub links: Option<Links>,
    /// How days become pixels; by default balanced in the ladder, linear in lanes.
    pub scale: Option<ScaleKind>,
    /// Events that end before this are left out; by default the collection's own beginning.
    pub from: Option<Edtf>,
    /// Events that begin after this are left out.
    pub to: Option<Edtf>,
    /// Width of the paper in pixels; a picture that needs more takes more. By default what suits the arrangement.
    pub width: Option<Px>,
    /// The title; by default a finding computed from what is shown.
    pub title: Option<String>,
    /// Steps from its event that a chain shows; two by default.
    pub depth: Option<usize>,
    /// The day on which states are told; by default the collection's own.
    pub as_of: Option<Day>,
    /// The language of its words.
    pub lang: Lang,
    /// Whether events are numbered, and their sources stand under those numbers below the picture.
    pub cite: bool,
}

impl Default for PictureOptions {
    fn default() -> Self {
        Self {
            arrangement: Arrangement::Ladder,
            grouping: Grouping::Side,
            links: None,
            scale: None,
            from: None,
            to: None,
            width: None,
            title: None,
            depth: None,
            as_of: None,
            lang: Lang::En,
            cite: false,
        }
    }
}
