//! What a thing drawn means. A role says nothing of colours; [`theme`](super::theme) gives each its look.

use crate::model::{Family, Importance};

/// How a mark is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Solidity {
    /// It is known to the day, and in effect.
    Filled,
    /// It is not known to the day, or not yet in effect.
    Hollow,
    /// It is only reported to have happened.
    Reported,
}

/// How the life of a measure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BarLook {
    /// In force.
    Solid,
    /// Some parts are in force, others not.
    Half,
    /// No part is in force, for different reasons.
    Empty,
    /// Stopped for a time, by an act or by a court.
    Hatched,
    /// Nobody knows for how long.
    Fading,
}

/// Who says that the one event answers the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkLook {
    /// The instrument itself, or an official of its side.
    Solid,
    /// Others report it.
    Dashed,
    /// The editor's own reading.
    Dotted,
}

/// What a thing drawn means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The sheet.
    Paper,
    /// Every other year.
    Band,
    /// The axis, which bears the points.
    Rail,
    /// A mark on the axis, and the end of the data.
    Tick,
    /// A hairline between lanes.
    LaneRule,
    /// From a point to its label.
    Leader,
    /// The sign of a family beside a label, or on a date in lanes.
    Glyph(Family, Solidity),
    /// A point on a rail; none where families share it.
    Dot(Option<Family>, Solidity),
    /// The days between which something happened; dashed where even those are about right.
    Precision(Family, Solidity),
    /// From the first public day to the day of effect, or from the start to the end of what lasted.
    Span(Family),
    /// The life of a measure.
    Bar(Family, BarLook),
    /// The flat end of a life.
    Cap(Family),
    /// The arrowhead of a life that goes on.
    Onward(Family),
    /// Cause to answer.
    Link(LinkLook),
    /// The head of a link.
    LinkHead,
    /// Across a link: the acting side denies it.
    Denial,
    /// A box of the graph.
    Node,
    /// The edge of a box that tells the side.
    Side(Family),
    /// The edge of a box in the legend, which is of no family.
    SideSample,
    /// The finding above the picture.
    Title,
    /// What is shown, under the title.
    Subtitle,
    /// A side, lane or year.
    Heading,
    /// The words of a label.
    Label(Importance),
    /// A date, count, lag, tick, or line of the footer.
    Small,
    /// As small, with figures of one width.
    Figures,
    /// Head of a group of the legend.
    LegendHead,
    /// Words of the legend.
    LegendWords,
}

impl Role {
    /// The word that stands as `data-role`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Paper | Self::Title | Self::Subtitle | Self::Small => "furniture",
            Self::Band => "band",
            Self::Rail => "axis",
            Self::Tick => "tick",
            Self::LaneRule | Self::Heading => "lane",
            Self::Leader => "leader",
            Self::Glyph(..) | Self::Dot(..) => "marker",
            Self::Precision(..) => "precision",
            Self::Span(_) => "span",
            Self::Bar(..) | Self::Cap(_) | Self::Onward(_) => "bar",
            Self::Link(_) | Self::LinkHead | Self::Denial => "link",
            Self::Node | Self::Side(_) | Self::Label(_) | Self::Figures => "label",
            Self::SideSample | Self::LegendHead | Self::LegendWords => "legend",
        }
    }
}
