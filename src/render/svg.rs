//! SVG from a scene.
//!
//! Where the theme is left to the reader's system, the style sheet has each colour twice: as it is on light paper, for readers that
//! know no variables, then as a variable that changes with `prefers-color-scheme`. Meaning stands in `data-*` attributes and accessible names.

use std::{borrow::Cow, collections::BTreeSet, fmt::Write as _};

use super::{
    course,
    number::{push_tenth, px},
    runs::runs,
    sheet,
};
use crate::{
    layout::text::is_chinese,
    model::Lang,
    scene::{
        Circle, Group, Item, List, Meaning, Path, Px, Rect, Role, Scene, Shape, Text,
        theme::{Colour, Theme},
    },
};

/// Writes a scene as one SVG document; `typefaces` are rules at the head of its style sheet.
pub(crate) fn write(scene: &Scene, theme: Theme, typefaces: &str) -> String {
    let mut body = Svg { out: String::new(), lang: scene.lang, roles: BTreeSet::new() };
    for item in &scene.items {
        body.item(item, None);
        body.out.push('\n');
    }
    let (width, height) = (px(scene.width), px(scene.height));
    let ink = Colour::Ink.hex(theme == Theme::Dark);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"graphics-document document\" aria-labelledby=\"title desc\" lang=\"{}\" fill=\"{ink}\">\n",
        scene.lang.tag()
    );
    for (name, content) in [("title", &scene.title), ("desc", &scene.description)] {
        let _ = write!(out, "<{name} id=\"{name}\">");
        push_escaped(&mut out, content);
        let _ = writeln!(out, "</{name}>");
    }
    out += &sheet::write(&body.roles, theme, scene.lang, typefaces);
    out += &sheet::definitions(&body.roles, theme);
    out += &body.out;
    out += "</svg>\n";
    out
}

struct Svg {
    out: String,
    /// The language of the document: runs in the other say so.
    lang: Lang,
    /// Roles met so far: the style sheet has a rule for each.
    roles: BTreeSet<Role>,
}

impl Svg {
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
        self.out += ">";
        let inner = group.meaning.part.or(part);
        for item in &group.items {
            self.item(item, inner);
            // A line an event or link, for those who compare two pictures.
            if matches!(item, Item::Group(entry) if entry.meaning.list == List::Entry) {
                self.out.push('\n');
            }
        }
        self.out += "</g>";
    }

    fn meaning(&mut self, meaning: &Meaning) {
        self.out += match meaning.list {
            List::No => "",
            List::Whole => " role=\"list\"",
            List::Entry => " role=\"listitem\"",
            List::Hidden => " aria-hidden=\"true\"",
        };
        if let Some(part) = meaning.part {
            self.attribute("data-role", part);
        }
        if let Some(event) = &meaning.event {
            self.attribute("data-id", event);
        }
        self.date(meaning.date.as_deref());
        if let Some((cause, effect)) = &meaning.link {
            self.attribute("data-link", &format!("{cause} {effect}"));
        }
        if let Some(name) = &meaning.name {
            self.attribute("aria-label", name);
        }
    }

    fn rect(&mut self, item: &Shape<Rect>, part: Option<&'static str>) {
        let Rect { x, y, width, height } = item.shape;
        self.out += "<rect";
        self.numbers([("x", x), ("y", y), ("width", width.max(0.0)), ("height", height.max(0.0))]);
        if item.radius > 0.0 {
            self.numbers([("rx", item.radius)]);
        }
        self.look(item.role, "", part);
        if let Some(state) = item.state {
            self.attribute("data-state", state);
        }
        self.out += "/>";
    }

    fn path(&mut self, path: &Path, part: Option<&'static str>) {
        self.out += "<path d=\"";
        course::push(&mut self.out, path);
        self.out += "\"";
        self.look(path.role, "", part);
        self.date(path.date.as_deref());
        self.out += "/>";
    }

    fn circle(&mut self, circle: &Circle, part: Option<&'static str>) {
        self.out += "<circle";
        self.numbers([("cx", circle.centre.x), ("cy", circle.centre.y), ("r", circle.radius)]);
        self.look(circle.role, "", part);
        self.date(circle.date.as_deref());
        self.out += "/>";
    }

    fn text(&mut self, text: &Text, part: Option<&'static str>) {
        let content = legal(&text.content);
        if content.is_empty() {
            return;
        }
        self.out += "<text";
        self.numbers([("x", text.at.x), ("y", text.at.y)]);
        let runs = runs(&content);
        // A Chinese document has its typefaces for all words; in others Chinese runs have theirs.
        let chinese = self.lang != Lang::Zh && runs.iter().all(|run| run.1);
        self.look(text.role, if chinese { " zh" } else { "" }, part);
        if text.width > 0.0 {
            self.numbers([("textLength", text.width)]);
            if !spaced(&content) {
                self.out += " lengthAdjust=\"spacingAndGlyphs\"";
            }
        }
        if let [(run, chinese)] = runs[..] {
            self.out += self.foreign(run, chinese);
            self.out += ">";
            push_escaped(&mut self.out, run);
        } else {
            self.out += ">";
            for (run, chinese) in runs {
                let foreign = self.foreign(run, chinese);
                if foreign.is_empty() {
                    push_escaped(&mut self.out, run);
                    continue;
                }
                self.out.extend(["<tspan", if chinese { " class=\"zh\"" } else { "" }, foreign, ">"]);
                push_escaped(&mut self.out, run);
                self.out += "</tspan>";
            }
        }
        self.out += "</text>";
    }

    /// Numbers of pixels as attributes.
    fn numbers<const COUNT: usize>(&mut self, attributes: [(&str, Px); COUNT]) {
        for (name, number) in attributes {
            self.out.extend([" ", name, "=\""]);
            push_tenth(&mut self.out, number);
            self.out.push('"');
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.extend([" ", name, "=\""]);
        push_escaped(&mut self.out, value);
        self.out.push('"');
    }

    /// The attribute that says that a run is in another language than the document; figures and signs are in none.
    fn foreign(&self, run: &str, chinese: bool) -> &'static str {
        match (self.lang, chinese) {
            (Lang::En, true) => " lang=\"zh-Hans\"",
            (Lang::Zh, false) if run.chars().any(char::is_alphabetic) => " lang=\"en\"",
            (Lang::En, false) | (Lang::Zh, _) => "",
        }
    }

    /// What the thing means, and its look: a class. What the group around it says holds for its parts.
    fn look(&mut self, role: Role, more: &str, part: Option<&'static str>) {
        self.roles.insert(role);
        let class = sheet::class(role) + more;
        if !class.is_empty() {
            self.attribute("class", class.trim_start());
        }
        if part.is_none() {
            self.attribute("data-role", role.word());
        }
    }

    fn date(&mut self, date: Option<&str>) {
        if let Some(date) = date {
            self.attribute("data-date", date);
        }
    }
}

/// Whether a line that is set to a width may have its letters spaced. Scripts whose letters join are stretched instead; so is what
/// the widths do not know.
fn spaced(content: &str) -> bool {
    content.chars().map(u32::from).all(|code| code < 0x250 || (0x2000..0x2200).contains(&code) || is_chinese(code))
}

/// Without the characters that XML 1.0 forbids, and without those that turn the direction of what stands around.
fn legal(text: &str) -> Cow<'_, str> {
    if text.contains(is_forbidden) {
        Cow::Owned(text.chars().filter(|&c| !is_forbidden(c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}'
        | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Adds text as character data or the value of an attribute.
fn push_escaped(out: &mut String, text: &str) {
    let is_changed = |c: char| matches!(c, '&' | '<' | '>' | '"' | '\t' | '\n' | '\r') || is_forbidden(c);
    for piece in text.split_inclusive(is_changed) {
        let last = piece.chars().next_back().filter(|&c| is_changed(c));
        *out += &piece[..piece.len() - last.map_or(0, char::len_utf8)];
        *out += match last {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            Some('\t' | '\n' | '\r') => " ",
            _ => "",
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::made,
        layout::{Arrangement, PictureOptions},
        model::Vocabulary,
        query::View,
        scene::theme::Theme,
    };

    fn drawn(arrangement: Arrangement, theme: Theme, count: usize) -> String {
        let made = made::collection(11, count);
        let graph = crate::graph::EventGraph::new(&made);
        let view = View::all(&made, &graph);
        let scene = crate::layout::draw(&view, &PictureOptions { arrangement, ..PictureOptions::default() });
        write(&scene, theme, "")
    }

    #[test]
    fn it_is_xml_whatever_the_words() {
        for &arrangement in Arrangement::ALL {
            for &theme in Theme::ALL {
                let svg = drawn(arrangement, theme, 60);
                let document = roxmltree::Document::parse(&svg).unwrap();
                assert!(document.descendants().all(|node| !node.has_tag_name("script")));
                assert_eq!(svg.contains("var("), theme == Theme::Auto, "variables only where the theme is open");
                assert!(!svg.contains("NaN") && !svg.contains("inf"), "every place is a number");
            }
        }
    }

    #[test]
    fn events_and_links_bear_their_meaning() {
        let svg = drawn(Arrangement::Ladder, Theme::Auto, 60);
        let document = roxmltree::Document::parse(&svg).unwrap();
        let with = |name: &str| document.descendants().filter(|node| node.has_attribute(name)).count();
        let events: Vec<_> = document.descendants().filter(|node| node.has_attribute("data-id")).collect();
        assert_eq!(events.len(), 60);
        assert!(events.iter().all(|event| event.attribute("role") == Some("listitem")));
        assert!(events.iter().all(|event| event.attribute("data-date").unwrap().parse::<crate::model::Edtf>().is_ok()));
        assert!(events.iter().all(|event| !event.attribute("aria-label").unwrap().is_empty()));
        assert!(with("data-link") > 0);
        let shapes = ["rect", "path", "circle", "text"];
        let drawn = document.descendants().filter(|node| shapes.contains(&node.tag_name().name()));
        for shape in drawn {
            let told = shape.ancestors().any(|node| node.has_attribute("data-role"));
            assert!(told || shape.ancestors().any(|node| node.has_tag_name("defs")), "{shape:?} has no role");
        }
    }

    #[test]
    fn every_run_says_its_language() {
        use crate::scene::{Point, Rect};
        let text = |content: &str| {
            Item::Text(Text { role: Role::Small, at: Point::new(0.0, 9.0), width: 30.0, content: content.to_owned() })
        };
        let written = |lang| {
            let items =
                vec![Item::rect(Role::Paper, Rect { x: 0.0, y: 0.0, width: 9.0, height: 9.0 }), text("ZTE 公告 5")];
            let scene =
                Scene { width: 9.0, height: 9.0, lang, title: String::new(), description: String::new(), items };
            write(&scene, Theme::Light, "")
        };
        let english = written(Lang::En);
        assert!(
            english.contains("lang=\"en\" fill") && english.contains(">ZTE <tspan class=\"zh\" lang=\"zh-Hans\">公告<")
        );
        let chinese = written(Lang::Zh);
        assert!(chinese.contains("lang=\"zh-Hans\" fill"));
        assert!(chinese.contains("><tspan lang=\"en\">ZTE </tspan>公告 5<"), "{chinese}");
    }

    #[test]
    fn a_large_picture_is_small() {
        let svg = drawn(Arrangement::Ladder, Theme::Auto, 500);
        assert!(svg.len() <= 700_000, "{} bytes for 500 events with long titles", svg.len());
    }
}
