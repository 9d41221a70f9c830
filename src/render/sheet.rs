//! The style sheet of an SVG document: a rule for each role that occurs in it.

use std::{collections::BTreeSet, fmt::Write as _};

use super::number::px;
use crate::{
    model::{Family, Lang, Vocabulary},
    scene::{
        BarLook, LinkLook, Role, Solidity,
        theme::{Colour, Fill, Style, Theme, style},
    },
};

const SANS: &str =
    "Inter,system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans SC','Noto Sans CJK SC',sans-serif";
/// In a Chinese document: figures and Latin letters from Inter, the rest from a Chinese typeface.
const CHINESE_SANS: &str =
    "Inter,'Noto Sans SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',system-ui,sans-serif";
const CHINESE: &str = "'Noto Sans SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',Inter,sans-serif";

/// The style sheet for these roles, after the rules of typefaces. Where the theme follows the reader's system, colours are
/// variables.
pub(super) fn write(roles: &BTreeSet<Role>, theme: Theme, lang: Lang, typefaces: &str) -> String {
    let mut out = format!("<style>\n{typefaces}");
    if theme == Theme::Auto {
        let variables = |dark: bool| -> String {
            Colour::all().map(|colour| format!("--{}:{};", colour.name(), colour.hex(dark))).collect()
        };
        let _ = writeln!(out, "svg{{{}color-scheme:light dark;fill:var(--ink)}}", variables(false));
        let _ = writeln!(out, "@media(prefers-color-scheme:dark){{svg{{{}}}}}", variables(true));
    }
    // Figures are the commonest words: they are how text looks without a class, which keeps the file small.
    let figures = declarations(style(Role::Figures), theme);
    let sans = if lang == Lang::Zh { CHINESE_SANS } else { SANS };
    let _ = writeln!(out, "text{{font-family:{sans};white-space:pre;{figures}}}");
    for &role in roles.iter().filter(|&&role| role != Role::Figures) {
        let selector = if role == Role::Leader { "[data-role=leader]".to_owned() } else { format!(".{}", class(role)) };
        let _ = writeln!(out, "{selector}{{{}}}", declarations(style(role), theme));
    }
    let _ = writeln!(out, ".zh{{font-family:{CHINESE}}}\n</style>");
    out
}

/// The hatches and fades that these roles are filled with.
pub(super) fn definitions(roles: &BTreeSet<Role>, theme: Theme) -> String {
    let fills: Vec<Fill> = roles.iter().map(|&role| style(role).fill).collect();
    let mut out = String::new();
    for &family in Family::ALL {
        let (name, ink, paper) = (family.word(), plain(Colour::Family(family), theme), plain(Colour::Paper, theme));
        if fills.contains(&Fill::Hatch(family)) {
            let _ = writeln!(
                out,
                "<pattern id=\"hatch-{name}\" width=\"3.6\" height=\"3.6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
                 <rect width=\"3.6\" height=\"3.6\" style=\"fill:{paper}\"/>\
                 <line x1=\".9\" y1=\"0\" x2=\".9\" y2=\"3.6\" style=\"stroke:{ink};stroke-width:1.7\"/></pattern>"
            );
        }
        if fills.contains(&Fill::Fade(family)) {
            let _ = writeln!(
                out,
                "<linearGradient id=\"fade-{name}\"><stop offset=\"0\" style=\"stop-color:{ink}\"/>\
                 <stop offset=\"1\" style=\"stop-color:{ink};stop-opacity:0\"/></linearGradient>"
            );
        }
    }
    if out.is_empty() { out } else { format!("<defs>\n{out}</defs>\n") }
}

fn plain(colour: Colour, theme: Theme) -> String {
    match theme {
        // The second value is for readers that know no variables.
        Theme::Auto => format!("var(--{},{})", colour.name(), colour.hex(false)),
        Theme::Light => colour.hex(false).to_owned(),
        Theme::Dark => colour.hex(true).to_owned(),
    }
}

fn declarations(look: Style, theme: Theme) -> String {
    let value = |colour: Colour| match theme {
        Theme::Auto => format!("var(--{})", colour.name()),
        Theme::Light | Theme::Dark => plain(colour, theme),
    };
    let mut out = match look.fill {
        Fill::None => "fill:none".to_owned(),
        Fill::Plain(colour) => format!("fill:{}", value(colour)),
        Fill::Hatch(family) => format!("fill:url(#hatch-{})", family.word()),
        Fill::Fade(family) => format!("fill:url(#fade-{})", family.word()),
    };
    if let Some(stroke) = look.stroke {
        out += &format!(";stroke:{};stroke-width:{}", value(stroke.colour), px(stroke.width));
        if let Some((on, off)) = stroke.dash {
            out += &format!(";stroke-dasharray:{} {}", px(on), px(off));
        }
        if stroke.round {
            out += ";stroke-linecap:round";
        }
    }
    if let Some(font) = look.font {
        out += &format!(";font-size:{}px", px(font.size));
        if font.semibold {
            out += ";font-weight:600";
        }
        out += if font.tabular { ";font-feature-settings:'tnum'" } else { ";font-feature-settings:normal" };
    }
    out
}

/// The class of a role. Figures need none, and leaders are known by their `data-role`.
pub(super) fn class(role: Role) -> String {
    let solid = |solidity| match solidity {
        Solidity::Filled => "",
        Solidity::Hollow => "-hollow",
        Solidity::Reported => "-dashed",
    };
    match role {
        Role::Paper => "paper".into(),
        Role::Band => "band".into(),
        Role::Rail => "rail".into(),
        Role::Tick => "tick".into(),
        Role::LaneRule => "rule".into(),
        Role::Leader | Role::Figures => String::new(),
        Role::Glyph(family, solidity) => format!("glyph-{family}{}", solid(solidity)),
        Role::Dot(family, solidity) => {
            format!("dot-{}{}", family.map_or("shared", Vocabulary::word), solid(solidity))
        }
        Role::Precision(family, solidity) => format!("days-{family}{}", solid(solidity)),
        Role::Span(family) => format!("span-{family}"),
        Role::Bar(family, BarLook::Solid) => format!("bar-{family}"),
        Role::Bar(family, BarLook::Hatched) => format!("bar-{family}-stopped"),
        Role::Bar(family, BarLook::Fading) => format!("bar-{family}-unknown"),
        Role::Cap(family) => format!("cap-{family}"),
        Role::Onward(family) => format!("onward-{family}"),
        Role::Link(LinkLook::Solid) => "link".into(),
        Role::Link(LinkLook::Dashed) => "link-dashed".into(),
        Role::Link(LinkLook::Dotted) => "link-dotted".into(),
        Role::LinkHead => "head".into(),
        Role::Denial => "denial".into(),
        Role::Node => "box".into(),
        Role::Side(family) => format!("side-{family}"),
        Role::SideSample => "side".into(),
        Role::Title => "title".into(),
        Role::Subtitle => "subtitle".into(),
        Role::Heading => "heading".into(),
        Role::Label(importance) => importance.word().into(),
        Role::Small => "small".into(),
        Role::LegendHead => "legend-head".into(),
        Role::LegendWords => "legend-words".into(),
    }
}
