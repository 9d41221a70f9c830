//! From roles to looks: the one table of colours, strokes and type.
//!
//! Seven hues, grey included, differ by at least 15 (CIEDE2000) for normal, protan, deutan and tritan eyes, light and
//! dark; text has a contrast of at least 4.5:1 and marks of 3:1, on the paper and on the bands.

use super::{BarLook, LinkLook, Px, Role, Solidity};
use crate::model::{Family, Importance, Vocabulary, vocabulary};

vocabulary! {
    /// Light paper, dark paper, or as the reader's system says.
    Theme, "theme" {
        Auto "auto" "as the reader's system says; the default",
        Light "light" "dark ink on white paper",
        Dark "dark" "light ink on dark paper",
    }
}

/// A colour by its use; each has a value on light paper and one on dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colour {
    /// The paper.
    Paper,
    /// Every other year.
    Band,
    /// Words and shared points.
    Ink,
    /// Dates, counts, minor events.
    Ink2,
    /// Hairlines between lanes.
    Rule,
    /// Axes, leaders, frames.
    Rail,
    /// Links.
    Link,
    /// The inside of boxes.
    Node,
    /// A family of instruments.
    Family(Family),
}

/// With what an area is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// Nothing.
    None,
    /// One colour.
    Plain(Colour),
    /// Lines of a family's colour at 45 degrees.
    Hatch(Family),
    /// A family's colour above, paper below.
    Half(Family),
    /// A family's colour, fading to nothing on the right.
    Fade(Family),
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width.
    pub width: Px,
    /// Dash and gap.
    pub dash: Option<(Px, Px)>,
    /// Whether ends are round.
    pub round: bool,
}

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font {
    /// Size of the type.
    pub size: Px,
    /// Weight 600 rather than 400.
    pub semibold: bool,
    /// Figures of one width.
    pub tabular: bool,
}

/// The look of a role.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The inside, or the colour of words.
    pub fill: Fill,
    /// The outline.
    pub stroke: Option<Stroke>,
    /// For words, how they are set.
    pub font: Option<Font>,
}

impl Colour {
    /// Every colour, in the order in which style sheets list them.
    pub fn all() -> impl Iterator<Item = Self> {
        let plain = [Self::Paper, Self::Band, Self::Ink, Self::Ink2, Self::Rule, Self::Rail, Self::Link, Self::Node];
        plain.into_iter().chain(Family::ALL.iter().map(|&family| Self::Family(family)))
    }

    /// Its name in style sheets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Paper => "bg",
            Self::Band => "band",
            Self::Ink => "ink",
            Self::Ink2 => "ink2",
            Self::Rule => "rule",
            Self::Rail => "rail",
            Self::Link => "link",
            Self::Node => "box",
            Self::Family(family) => family.word(),
        }
    }

    /// Its value as `#rrggbb`, on dark paper or on light.
    pub fn hex(self, dark: bool) -> &'static str {
        let (light, night) = match self {
            Self::Paper => ("#ffffff", "#14171a"),
            Self::Band => ("#f5f6f7", "#1a1e21"),
            Self::Ink => ("#16191d", "#e9ebee"),
            Self::Ink2 => ("#59616a", "#a4acb5"),
            Self::Rule => ("#dfe2e6", "#2c3238"),
            Self::Rail => ("#838b94", "#6d757e"),
            Self::Link => ("#3d454e", "#b9c1c9"),
            Self::Node => ("#ffffff", "#1e2327"),
            Self::Family(Family::Controls) => ("#212b7a", "#5876c4"),
            Self::Family(Family::Trade) => ("#c37e26", "#faca82"),
            Self::Family(Family::Investment) => ("#006766", "#c7e7dd"),
            Self::Family(Family::Industry) => ("#5c5b0c", "#958c42"),
            Self::Family(Family::Law) => ("#6c1534", "#d780a1"),
            Self::Family(Family::Diplomacy) => ("#5192cc", "#6cbbee"),
            Self::Family(Family::Firms) => ("#8a8c8f", "#6c6c6c"),
        };
        if dark { night } else { light }
    }
}

impl Style {
    fn area(colour: Colour) -> Self {
        Self { fill: Fill::Plain(colour), stroke: None, font: None }
    }

    fn line(colour: Colour, width: Px) -> Self {
        Self { fill: Fill::None, stroke: Some(Stroke { colour, width, dash: None, round: false }), font: None }
    }

    fn outline(fill: Colour, colour: Colour, width: Px) -> Self {
        Self { fill: Fill::Plain(fill), ..Self::line(colour, width) }
    }

    fn words(colour: Colour, size: Px, semibold: bool) -> Self {
        let font = Font { size, semibold, tabular: false };
        Self { fill: Fill::Plain(colour), stroke: None, font: Some(font) }
    }

    fn tabular(self) -> Self {
        Self { font: self.font.map(|font| Font { tabular: true, ..font }), ..self }
    }

    fn dashed(self, dash: Px, gap: Px, round: bool) -> Self {
        Self { stroke: self.stroke.map(|stroke| Stroke { dash: Some((dash, gap)), round, ..stroke }), ..self }
    }
}

/// The look of a role, whatever the theme.
pub fn style(role: Role) -> Style {
    use Colour as C;
    match role {
        Role::Paper => Style::area(C::Paper),
        Role::Band => Style::area(C::Band),
        Role::Rail | Role::Tick => Style::line(C::Rail, 1.0),
        Role::LaneRule => Style::line(C::Rule, 1.0),
        Role::Leader => Style::line(C::Rail, 0.75),
        Role::Glyph(family, solidity) => mark(C::Family(family), solidity, 1.6),
        Role::Dot(family, solidity) => mark(family.map_or(C::Ink, C::Family), solidity, 1.4),
        Role::Precision(family, solidity) => mark(C::Family(family), solidity, 1.0),
        Role::Span(family) => Style::line(C::Family(family), 1.25),
        Role::Bar(family, look) => bar(family, look),
        Role::Cap(family) => Style::line(C::Family(family), 1.75),
        Role::Onward(family) => Style::area(C::Family(family)),
        Role::Link(LinkLook::Solid) => Style::line(C::Link, 1.3),
        Role::Link(LinkLook::Dashed) => Style::line(C::Link, 1.3).dashed(5.0, 3.5, false),
        Role::Link(LinkLook::Dotted) => Style::line(C::Link, 1.8).dashed(0.01, 3.6, true),
        Role::LinkHead => Style::area(C::Link),
        Role::Denial => Style::line(C::Link, 2.0),
        Role::Node => Style::outline(C::Node, C::Rail, 0.75),
        Role::Side(family) => Style::area(C::Family(family)),
        Role::SideSample => Style::area(C::Rail),
        Role::Title => Style::words(C::Ink, 26.0, true),
        Role::Subtitle => Style::words(C::Ink2, 13.0, false),
        Role::Heading => Style::words(C::Ink, 15.0, true).tabular(),
        Role::Label(Importance::Major) => Style::words(C::Ink, 13.0, true),
        Role::Label(Importance::Notable) => Style::words(C::Ink, 13.0, false),
        Role::Label(Importance::Minor) => Style::words(C::Ink2, 13.0, false),
        Role::Small => Style::words(C::Ink2, 11.0, false),
        Role::Figures => Style::words(C::Ink2, 11.0, false).tabular(),
        Role::LegendHead => Style::words(C::Ink2, 11.0, true),
        Role::LegendWords => Style::words(C::Ink, 11.0, false),
    }
}

/// A filled, hollow or dashed mark.
fn mark(colour: Colour, solidity: Solidity, width: Px) -> Style {
    match solidity {
        Solidity::Filled => Style::area(colour),
        Solidity::Hollow => Style::outline(Colour::Paper, colour, width),
        Solidity::Reported => Style::outline(Colour::Paper, colour, width).dashed(2.4, 1.8, false),
    }
}

fn bar(family: Family, look: BarLook) -> Style {
    match look {
        BarLook::Solid => Style::area(Colour::Family(family)),
        BarLook::Half => Style { fill: Fill::Half(family), ..Style::line(Colour::Family(family), 1.0) },
        BarLook::Empty => Style::outline(Colour::Paper, Colour::Family(family), 1.0),
        BarLook::Hatched => Style { fill: Fill::Hatch(family), stroke: None, font: None },
        BarLook::Fading => Style { fill: Fill::Fade(family), stroke: None, font: None },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast of two colours by WCAG 2.2.
    fn contrast(a: &str, b: &str) -> f64 {
        let luminance = |hex: &str| {
            let channel = |at: usize| {
                let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
                if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn words_and_marks_stand_out_on_paper_and_bands() {
        for dark in [false, true] {
            for paper in [Colour::Paper, Colour::Band, Colour::Node] {
                let against = |colour: Colour| contrast(colour.hex(dark), paper.hex(dark));
                assert!(against(Colour::Ink) >= 4.5 && against(Colour::Ink2) >= 4.5, "{paper:?} {dark}");
                for &family in Family::ALL {
                    assert!(against(Colour::Family(family)) >= 2.95, "{family} on {paper:?}, dark: {dark}");
                }
                assert!(against(Colour::Link) >= 3.0 && against(Colour::Rail) >= 2.95, "{paper:?} {dark}");
            }
        }
    }
}
