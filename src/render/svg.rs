//! SVG from a scene.
//!
//! Colours stand twice where the theme is left to the reader's system: as presentation attributes for light paper, and as
//! CSS variables that change with `prefers-color-scheme`. Meaning stands in `data-*` attributes and accessible names.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::number::px;
use crate::{
    layout::text::is_chinese,
    model::{Family, Vocabulary},
    scene::{
        Circle, Group, Item, List, Meaning, Path, PathData, Rect, Role, Scene, Shape, Step, Text,
        theme::{Colour, Fill, Font, Stroke, Style, Theme, style},
    },
};

const SANS: &str =
    "Inter,system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans SC','Noto Sans CJK SC',sans-serif";
const CHINESE: &str = "'Noto Sans SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',Inter,sans-serif";

/// Writes a scene as one SVG document.
pub fn write(scene: &Scene, theme: Theme) -> String {
    let mut svg = Svg { out: String::new(), theme, patterns: BTreeSet::new() };
    let (width, height) = (px(scene.width), px(scene.height));
    svg.out += &format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"graphics-document document\" aria-labelledby=\"title desc\" lang=\"en\">\n"
    );
    svg.element("title", "title", &scene.title);
    svg.element("desc", "desc", &scene.description);
    svg.style_sheet();
    patterns(&scene.items, &mut svg.patterns);
    svg.definitions();
    for item in &scene.items {
        svg.item(item, None);
    }
    svg.out += "</svg>\n";
    svg.out
}

struct Svg {
    out: String,
    theme: Theme,
    patterns: BTreeSet<(Family, bool)>,
}

/// The families that are hatched (false) or fade (true).
fn patterns(items: &[Item], found: &mut BTreeSet<(Family, bool)>) {
    for item in items {
        match item {
            Item::Group(group) => patterns(&group.items, found),
            Item::Rect(rect) => match style(rect.role).fill {
                Fill::Hatch(family) => drop(found.insert((family, false))),
                Fill::Fade(family) => drop(found.insert((family, true))),
                Fill::None | Fill::Plain(_) => {}
            },
            Item::Path(_) | Item::Circle(_) | Item::Text(_) => {}
        }
    }
}

impl Svg {
    fn is_dark(&self) -> bool {
        self.theme == Theme::Dark
    }

    fn element(&mut self, name: &str, id: &str, content: &str) {
        let _ = writeln!(self.out, "<{name} id=\"{id}\">{}</{name}>", escaped(content));
    }

    fn style_sheet(&mut self) {
        self.out += "<style>";
        if self.theme == Theme::Auto {
            let variables = |dark: bool| -> String {
                Colour::all().map(|colour| format!("--{}:{};", colour.name(), colour.hex(dark))).collect()
            };
            let _ = write!(self.out, "svg{{{}color-scheme:light dark}}", variables(false));
            let _ = write!(self.out, "@media(prefers-color-scheme:dark){{svg{{{}}}}}", variables(true));
            for colour in Colour::all() {
                let name = colour.name();
                let _ = write!(self.out, ".f-{name}{{fill:var(--{name})}}.s-{name}{{stroke:var(--{name})}}");
            }
            let family = |colour: &Colour| matches!(colour, Colour::Family(_));
            for name in Colour::all().filter(family).map(Colour::name) {
                let _ = write!(self.out, ".c-{name}{{stop-color:var(--{name})}}");
            }
        }
        let _ = writeln!(
            self.out,
            "text{{font-family:{SANS};white-space:pre}}.zh{{font-family:{CHINESE}}}.tn{{font-feature-settings:'tnum'}}</style>"
        );
    }

    fn definitions(&mut self) {
        if self.patterns.is_empty() {
            return;
        }
        self.out += "<defs>\n";
        for (family, fades) in self.patterns.clone() {
            let (name, colour) = (family.word(), Colour::Family(family));
            if fades {
                let stop = self.class("stop-color", "c", colour);
                let _ = writeln!(
                    self.out,
                    "<linearGradient id=\"fade-{name}\"><stop offset=\"0\"{stop}/><stop offset=\"1\" stop-opacity=\"0\"{stop}/></linearGradient>"
                );
            } else {
                let (fill, stroke) = (self.class("fill", "f", Colour::Paper), self.class("stroke", "s", colour));
                let _ = writeln!(
                    self.out,
                    "<pattern id=\"hatch-{name}\" width=\"3.6\" height=\"3.6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
                     <rect width=\"3.6\" height=\"3.6\"{fill}/><line x1=\".9\" y1=\"0\" x2=\".9\" y2=\"3.6\" stroke-width=\"1.7\"{stroke}/></pattern>"
                );
            }
        }
        self.out += "</defs>\n";
    }

    /// One colour as an attribute, and as a class where the theme follows the system.
    fn class(&self, attribute: &str, prefix: &str, colour: Colour) -> String {
        let fixed = format!(" {attribute}=\"{}\"", colour.hex(self.is_dark()));
        if self.theme == Theme::Auto { format!("{fixed} class=\"{prefix}-{}\"", colour.name()) } else { fixed }
    }

    fn item(&mut self, item: &Item, part: Option<&'static str>) {
        match item {
            Item::Group(group) => self.group(group, part),
            Item::Rect(shape) => self.rect(shape, part),
            Item::Path(path) => self.path(path, part),
            Item::Circle(circle) => self.circle(circle, part),
            Item::Text(text) => self.text(text, part),
        }
    }

    fn group(&mut self, group: &Group, part: Option<&'static str>) {
        self.out += "<g";
        self.meaning(&group.meaning);
        self.out += ">\n";
        let inner = group.meaning.part.or(part);
        for item in &group.items {
            self.item(item, inner);
        }
        self.out += "</g>\n";
    }

    fn meaning(&mut self, meaning: &Meaning) {
        self.out += match meaning.list {
            List::No => "",
            List::Whole => " role=\"list\"",
            List::Entry => " role=\"listitem\"",
            List::Hidden => " aria-hidden=\"true\"",
        };
        let mut attribute = |name: &str, value: &str| {
            let _ = write!(self.out, " {name}=\"{}\"", escaped(value));
        };
        if let Some(part) = meaning.part {
            attribute("data-role", part);
        }
        if let Some(event) = &meaning.event {
            attribute("data-id", event);
        }
        if let Some(date) = &meaning.date {
            attribute("data-date", date);
        }
        if let Some((cause, effect)) = &meaning.link {
            attribute("data-link", &format!("{cause} {effect}"));
        }
        if let Some(name) = &meaning.name {
            attribute("aria-label", name);
        }
    }

    fn rect(&mut self, item: &Shape<Rect>, part: Option<&'static str>) {
        let Rect { x, y, width, height } = item.shape;
        let _ = write!(
            self.out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
            px(x),
            px(y),
            px(width.max(0.0)),
            px(height.max(0.0))
        );
        if item.radius > 0.0 {
            let _ = write!(self.out, " rx=\"{}\"", px(item.radius));
        }
        let look = style(item.role);
        self.look(look, "");
        self.role(item.role, part);
        if let Some(state) = item.state {
            let _ = write!(self.out, " data-state=\"{}\"", escaped(state));
        }
        self.out += "/>\n";
    }

    fn path(&mut self, path: &Path, part: Option<&'static str>) {
        let _ = write!(self.out, "<path d=\"{}\"", data(&path.data));
        if path.origin.x != 0.0 || path.origin.y != 0.0 {
            let _ = write!(self.out, " transform=\"translate({} {})\"", px(path.origin.x), px(path.origin.y));
        }
        self.look(style(path.role), "");
        self.role(path.role, part);
        self.date(path.date.as_deref());
        self.out += "/>\n";
    }

    fn circle(&mut self, circle: &Circle, part: Option<&'static str>) {
        let (x, y, radius) = (px(circle.centre.x), px(circle.centre.y), px(circle.radius));
        let _ = write!(self.out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"");
        self.look(style(circle.role), "");
        self.role(circle.role, part);
        self.date(circle.date.as_deref());
        self.out += "/>\n";
    }

    fn text(&mut self, text: &Text, part: Option<&'static str>) {
        let content = legal(&text.content);
        if content.is_empty() {
            return;
        }
        let look = style(text.role);
        let font = look.font.unwrap_or(Font { size: 11.0, semibold: false, tabular: false });
        let _ = write!(self.out, "<text x=\"{}\" y=\"{}\"", px(text.at.x), px(text.at.y));
        let _ = write!(self.out, " font-size=\"{}\"", px(font.size));
        if font.semibold {
            self.out += " font-weight=\"600\"";
        }
        let runs = runs(&content);
        let chinese = runs.iter().all(|run| run.1);
        let more = match (font.tabular, chinese) {
            (_, true) => " zh",
            (true, false) => " tn",
            (false, false) => "",
        };
        self.look(look, more);
        if text.width > 0.0 {
            let _ = write!(self.out, " textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", px(text.width));
        }
        self.role(text.role, part);
        if chinese {
            let _ = write!(self.out, " lang=\"zh-Hans\">{}", escaped(&content));
        } else {
            self.out += ">";
            for (run, is_chinese) in runs {
                let run = escaped(run);
                if is_chinese {
                    let _ = write!(self.out, "<tspan class=\"zh\" lang=\"zh-Hans\">{run}</tspan>");
                } else {
                    self.out += &run;
                }
            }
        }
        self.out += "</text>\n";
    }

    /// Fill and stroke; `more` are further classes, each with a space before it.
    fn look(&mut self, look: Style, more: &str) {
        let mut classes = String::new();
        let dark = self.is_dark();
        match look.fill {
            Fill::None => self.out += " fill=\"none\"",
            Fill::Plain(colour) => {
                let _ = write!(self.out, " fill=\"{}\"", colour.hex(dark));
                classes += &format!("f-{}", colour.name());
            }
            Fill::Hatch(family) => drop(write!(self.out, " fill=\"url(#hatch-{})\"", family.word())),
            Fill::Fade(family) => drop(write!(self.out, " fill=\"url(#fade-{})\"", family.word())),
        }
        if let Some(Stroke { colour, width, dash, round }) = look.stroke {
            let _ = write!(self.out, " stroke=\"{}\"", colour.hex(dark));
            classes += &format!(" s-{}", colour.name());
            if width != 1.0 {
                let _ = write!(self.out, " stroke-width=\"{}\"", px(width));
            }
            if let Some((on, off)) = dash {
                let _ = write!(self.out, " stroke-dasharray=\"{} {}\"", px(on), px(off));
            }
            if round {
                self.out += " stroke-linecap=\"round\"";
            }
        }
        if self.theme != Theme::Auto {
            classes.clear();
        }
        classes += more;
        if !classes.trim().is_empty() {
            let _ = write!(self.out, " class=\"{}\"", classes.trim());
        }
    }

    /// What the thing means; the group around it says so for its parts.
    fn role(&mut self, role: Role, part: Option<&'static str>) {
        let _ = write!(self.out, " data-role=\"{}\"", part.unwrap_or(role.word()));
        if role == Role::Leader {
            self.out += " aria-hidden=\"true\"";
        }
    }

    fn date(&mut self, date: Option<&str>) {
        if let Some(date) = date {
            let _ = write!(self.out, " data-date=\"{}\"", escaped(date));
        }
    }
}

fn data(path: &PathData) -> String {
    let mut out = String::new();
    for step in &path.steps {
        let _ = match step {
            Step::Move(to) => write!(out, "M{} {}", px(to.x), px(to.y)),
            Step::Line(to) => write!(out, "L{} {}", px(to.x), px(to.y)),
            Step::Corner(tip, to) => write!(out, "Q{} {} {} {}", px(tip.x), px(tip.y), px(to.x), px(to.y)),
            Step::Arc(rx, ry, to) => write!(out, "A{} {} 0 0 1 {} {}", px(*rx), px(*ry), px(to.x), px(to.y)),
            Step::Close => write!(out, "Z"),
        };
    }
    out
}

/// Stretches of a line that are Chinese, and those that are not.
fn runs(content: &str) -> Vec<(&str, bool)> {
    let mut runs = Vec::new();
    let mut start = 0;
    let mut kind = None;
    for (at, c) in content.char_indices() {
        let chinese = is_chinese(u32::from(c));
        if let Some(before) = kind.replace(chinese).filter(|&before| before != chinese) {
            runs.push((&content[start..at], before));
            start = at;
        }
    }
    runs.extend(kind.map(|kind| (&content[start..], kind)));
    runs
}

/// Without the characters that XML 1.0 forbids, and without those that turn the direction of what stands around.
fn legal(text: &str) -> String {
    let forbidden = |c: char| {
        matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}'
            | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(|&c| !forbidden(c)).collect()
}

/// As character data or the value of an attribute.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in legal(text).chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\t' | '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
