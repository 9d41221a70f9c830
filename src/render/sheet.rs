//! The style sheet of an SVG document: a rule for each role that occurs in it.

use std::{collections::BTreeSet, fmt::Write as _};

use super::number::px;
use crate::{
    model::{Family, Importance, Lang, Vocabulary},
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
        if fills.contains(&Fill::Half(family)) {
            let _ = writeln!(
                out,
                "<linearGradient id=\"half-{name}\" x2=\"0\" y2=\"1\"><stop offset=\".5\" style=\"stop-color:{ink}\"/>\
                 <stop offset=\".5\" style=\"stop-color:{paper}\"/></linearGradient>"
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
    // A reader that knows no variables drops the second declaration, and the first holds.
    let coloured = |property: &str, colour: Colour| match theme {
        Theme::Auto => format!("{property}:{};{property}:var(--{})", colour.hex(false), colour.name()),
        Theme::Light | Theme::Dark => format!("{property}:{}", plain(colour, theme)),
    };
    let mut out = match look.fill {
        Fill::None => "fill:none".to_owned(),
        Fill::Plain(colour) => coloured("fill", colour),
        Fill::Hatch(family) => format!("fill:url(#hatch-{})", family.word()),
        Fill::Half(family) => format!("fill:url(#half-{})", family.word()),
        Fill::Fade(family) => format!("fill:url(#fade-{})", family.word()),
    };
    if let Some(stroke) = look.stroke {
        out += &format!(";{};stroke-width:{}", coloured("stroke", stroke.colour), px(stroke.width));
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

/// The class of a role: a letter or two, since thousands of things bear one. Figures need none, and leaders are known by their
/// `data-role`.
pub(super) fn class(role: Role) -> String {
    let solid = |solidity| match solidity {
        Solidity::Filled => "",
        Solidity::Hollow => "h",
        Solidity::Reported => "r",
    };
    match role {
        Role::Paper => "paper".into(),
        Role::Band => "band".into(),
        Role::Rail => "rail".into(),
        Role::Tick => "t".into(),
        Role::LaneRule => "rule".into(),
        Role::Leader | Role::Figures => String::new(),
        Role::Glyph(family, solidity) => format!("g{}{}", letter(family), solid(solidity)),
        Role::Dot(family, solidity) => format!("d{}{}", family.map_or("s", letter), solid(solidity)),
        Role::Precision(family, solidity) => format!("p{}{}", letter(family), solid(solidity)),
        Role::Span(family) => format!("s{}", letter(family)),
        Role::Bar(family, BarLook::Solid) => format!("b{}", letter(family)),
        Role::Bar(family, BarLook::Half) => format!("b{}h", letter(family)),
        Role::Bar(family, BarLook::Empty) => format!("b{}e", letter(family)),
        Role::Bar(family, BarLook::Hatched) => format!("b{}s", letter(family)),
        Role::Bar(family, BarLook::Fading) => format!("b{}u", letter(family)),
        Role::Cap(family) => format!("c{}", letter(family)),
        Role::Onward(family) => format!("o{}", letter(family)),
        Role::Link(LinkLook::Solid) => "l".into(),
        Role::Link(LinkLook::Dashed) => "ld".into(),
        Role::Link(LinkLook::Dotted) => "lt".into(),
        Role::LinkHead => "h".into(),
        Role::Denial => "denial".into(),
        Role::Node => "box".into(),
        Role::Side(family) => format!("e{}", letter(family)),
        Role::SideSample => "side".into(),
        Role::Title => "title".into(),
        Role::Subtitle => "subtitle".into(),
        Role::Heading => "heading".into(),
        Role::Label(Importance::Major) => "w1".into(),
        Role::Label(Importance::Notable) => "w2".into(),
        Role::Label(Importance::Minor) => "w3".into(),
        Role::Small => "small".into(),
        Role::LegendHead => "legend-head".into(),
        Role::LegendWords => "legend-words".into(),
    }
}

/// A letter that no other family has.
fn letter(family: Family) -> &'static str {
    match family {
        Family::Controls => "c",
        Family::Trade => "t",
        Family::Investment => "v",
        Family::Industry => "n",
        Family::Law => "l",
        Family::Diplomacy => "d",
        Family::Firms => "f",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_tell_roles_apart() {
        use {BarLook::*, Solidity::*};
        let solidities = [Filled, Hollow, Reported];
        let mut roles: Vec<Role> = [LinkLook::Solid, LinkLook::Dashed, LinkLook::Dotted].map(Role::Link).to_vec();
        roles.extend([Role::Paper, Role::Band, Role::Rail, Role::Tick, Role::LaneRule, Role::LinkHead, Role::Denial]);
        roles.extend([Role::Node, Role::SideSample, Role::Title, Role::Subtitle, Role::Heading, Role::Small]);
        roles.extend(Importance::ALL.iter().map(|&importance| Role::Label(importance)));
        roles.extend([Role::LegendHead, Role::LegendWords]);
        roles.extend(solidities.map(|solidity| Role::Dot(None, solidity)));
        for &family in Family::ALL {
            roles.extend([Role::Span(family), Role::Cap(family), Role::Onward(family), Role::Side(family)]);
            roles.extend([Solid, Half, Empty, Hatched, Fading].map(|look| Role::Bar(family, look)));
            for solidity in solidities {
                roles.extend([Role::Glyph(family, solidity), Role::Precision(family, solidity)]);
                roles.push(Role::Dot(Some(family), solidity));
            }
        }
        let classes: BTreeSet<String> = roles.iter().map(|&role| class(role)).collect();
        assert_eq!(classes.len(), roles.len());
        assert!(!classes.contains("") && !classes.contains("zh"));
    }
}
