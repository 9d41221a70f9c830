//! DOT, the language of Graphviz, from a view.
//!
//! A tree of `graphviz-rust`, whose printer escapes nothing: every id and label goes through [`quoted`] or [`label`].
//! Quarters are ranks, in time order, so that `dot` reads from old to new.

use std::collections::BTreeMap;

use chrono::Datelike;
use graphviz_rust::{
    dot_structures::{Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Subgraph, Vertex},
    printer::{DotPrinter, PrinterContext},
};

use crate::{
    dataset::EventIx,
    graph::{Answer, Link, LinkKind, Support},
    model::{Event, Importance},
    query::View,
    scene::theme::Colour,
};

/// Writes a view as a digraph: a box an event, an arrow a link.
pub(super) fn write(view: &View) -> String {
    let mut stmts = vec![
        Stmt::GAttribute(GraphAttributes::Graph(attributes(&[
            ("rankdir", "TB"),
            ("newrank", "true"),
            ("ranksep", "0.5"),
            ("nodesep", "0.25"),
            ("fontname", FONT),
            ("label", view.dataset.collection().title.as_deref().unwrap_or("Events")),
            ("labelloc", "t"),
        ]))),
        Stmt::GAttribute(GraphAttributes::Node(attributes(&[
            ("shape", "box"),
            ("fontname", FONT),
            ("fontsize", "11"),
            ("margin", "0.14,0.08"),
        ]))),
        Stmt::GAttribute(GraphAttributes::Edge(attributes(&[
            ("fontname", FONT),
            ("fontsize", "9"),
            ("color", Colour::Link.hex(false)),
            ("arrowsize", "0.7"),
        ]))),
    ];
    let mut quarters: BTreeMap<(i32, u32), Vec<EventIx>> = BTreeMap::new();
    for &ix in &view.events {
        quarters.entry(quarter(view.dataset.event(ix))).or_default().push(ix);
    }
    for (quarter, events) in &quarters {
        stmts.push(Stmt::Subgraph(rank(*quarter, events, view)));
    }
    let names: Vec<String> = quarters.keys().map(|&quarter| quarter_id(quarter)).collect();
    stmts.extend(names.windows(2).map(|pair| edge(&pair[0], &pair[1], &[("style", "invis"), ("weight", "10")])));
    stmts.extend(view.links.iter().map(|&ix| link(view.graph.link(ix), view)));
    let graph = Graph::DiGraph { id: Id::Plain(quoted("events")), strict: false, stmts };
    let mut text = graph.print(&mut PrinterContext::default());
    text.push('\n');
    text
}

const FONT: &str = "Inter,Noto Sans SC,sans-serif";

fn quarter(event: &Event) -> (i32, u32) {
    let day = event.date.value.earliest();
    (day.year(), day.month0() / 3 + 1)
}

fn quarter_id((year, quarter): (i32, u32)) -> String {
    format!("{year} Q{quarter}")
}

/// The events of a quarter in one rank, beside its name.
fn rank(quarter: (i32, u32), events: &[EventIx], view: &View) -> Subgraph {
    let mut stmts = vec![Stmt::Attribute(attribute("rank", "same"))];
    let name = [("shape", "plaintext"), ("fontsize", "10"), ("fontcolor", Colour::Ink2.hex(false))];
    stmts.push(Stmt::Node(node(&quarter_id(quarter), attributes(&name))));
    stmts.extend(events.iter().map(|&ix| Stmt::Node(event(view.dataset.event(ix), view))));
    Subgraph { id: Id::Plain(quoted(&format!("quarter {}", quarter_id(quarter)))), stmts }
}

fn event(event: &Event, view: &View) -> Node {
    let colour = Colour::Family(event.category.family()).hex(false);
    let who = view.dataset.registers().label(view.dataset.side(event));
    let words = format!("{} · {who}\n{}", event.date.value, event.label());
    let mut given =
        vec![("label", words.as_str()), ("tooltip", &event.title), ("id", event.id.as_str()), ("color", colour)];
    match event.importance {
        Importance::Major => given.push(("penwidth", "2")),
        Importance::Notable => {}
        Importance::Minor => given.push(("fontcolor", Colour::Ink2.hex(false))),
    }
    if event.is_only_reported() {
        given.push(("style", "dashed"));
    }
    node(event.id.as_str(), attributes(&given))
}

/// Solid: a fact, or named or acknowledged. Dashed: reported. Dotted: the editor's reading. A tee beside the head: denied.
fn link(link: &Link, view: &View) -> Stmt {
    let (from, to) = (view.dataset.event(link.from), view.dataset.event(link.to));
    // No labels: `dot` cannot route labelled edges within a rank.
    let standing = link.standing.map_or(String::new(), |standing| format!(", {}", standing.support));
    let words = format!("{}{standing}", link.kind.word());
    let mut given = vec![("tooltip", words.as_str())];
    match (link.kind, link.standing) {
        (LinkKind::Cause(_), Some(standing)) => {
            given.push(match standing.support {
                Support::Named | Support::Acknowledged => ("style", "solid"),
                Support::Corroborated | Support::SingleSource => ("style", "dashed"),
                Support::Editorial => ("style", "dotted"),
            });
            if standing.answer == Some(Answer::Denied) {
                given.push(("arrowhead", "normaltee"));
            }
        }
        // A fact, grey, so that claims stand out.
        _ => given.extend([("color", Colour::Rail.hex(false)), ("arrowhead", "empty")]),
    }
    if quarter(from) > quarter(to) {
        // Over a year's end the effect may stand a day before its cause; ranks keep the calendar.
        given.push(("constraint", "false"));
    }
    edge(from.id.as_str(), to.id.as_str(), &given)
}

fn node(id: &str, attributes: Vec<Attribute>) -> Node {
    Node { id: NodeId(Id::Plain(quoted(id)), None), attributes }
}

fn edge(from: &str, to: &str, given: &[(&str, &str)]) -> Stmt {
    let end = |id: &str| Vertex::N(NodeId(Id::Plain(quoted(id)), None));
    Stmt::Edge(Edge { ty: EdgeTy::Pair(end(from), end(to)), attributes: attributes(given) })
}

fn attributes(given: &[(&str, &str)]) -> Vec<Attribute> {
    given.iter().map(|(name, value)| attribute(name, value)).collect()
}

fn attribute(name: &str, value: &str) -> Attribute {
    let value = if matches!(name, "label" | "tooltip") { label(value) } else { quoted(value) };
    Attribute(Id::Plain(name.to_owned()), Id::Plain(value))
}

/// A name in quotation marks. Only `"` has an escape there; a backslash is itself, so it must not stand before the end.
fn quoted(text: &str) -> String {
    format!("\"{}\"", clean(text).replace('\\', "/").replace('"', "\\\""))
}

/// Words in quotation marks. Graphviz reads escapes (`\N`, `\l`) and entities (`&lt;`) in them, so each sign of those is
/// escaped once more.
fn label(text: &str) -> String {
    let text = clean(text).replace('&', "&amp;").replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{text}\"")
}

/// Without control characters, line breaks but one form.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|&c| c == '\n' || !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use std::{
        io::Write as _,
        process::{Command, Stdio},
    };

    use super::*;

    /// What an installed `dot` reads, or none where there is none.
    fn read_back(dot: &str, format: &str) -> Option<serde_json::Value> {
        let child = Command::new("dot").arg(format).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = child.ok()?;
        child.stdin.take()?.write_all(dot.as_bytes()).ok()?;
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "dot refuses:\n{dot}");
        Some(serde_json::from_slice(&output.stdout).unwrap())
    }

    /// The words that `dot` would draw in a node, line by line.
    fn drawn(node: &serde_json::Value) -> String {
        let ops = node["_ldraw_"].as_array().unwrap();
        let lines = ops.iter().filter(|op| op["op"] == "T").map(|op| op["text"].as_str().unwrap_or_default());
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn hostile_words_come_back_as_they_were() {
        let hostile = [
            "plain",
            "with \"quotes\" and 'others'",
            "back\\slash, \\N \\G \\l \\r \\n, and one at the end \\",
            "two\nlines",
            "<b>HTML</b> &lt; &amp; &#65; & <",
            "-> -- { } [ ] ; = // /* # */",
            "中文标题：出口管制",
            "emoji 👩‍👩‍👧‍👦 🇨🇳",
            "עברית العربية",
            "a\u{301}\u{323} combining",
            "graph",
        ];
        let nodes = hostile.iter().enumerate().map(|(at, text)| {
            Stmt::Node(node(&format!("n{at}"), vec![attribute("label", text), attribute("tooltip", text)]))
        });
        let graph = Graph::DiGraph { id: Id::Plain(quoted("events")), strict: false, stmts: nodes.collect() };
        let Some(read) = read_back(&graph.print(&mut PrinterContext::default()), "-Tjson") else { return };
        for (at, text) in hostile.iter().enumerate() {
            assert_eq!(drawn(&read["objects"][at]), *text);
        }
    }

    #[test]
    fn names_come_back_as_they_were() {
        for name in ["us-2019-huawei-entity-list", "node", "2018 Q1", "a\"b", "-1", "é"] {
            let graph = Graph::DiGraph {
                id: Id::Plain(quoted("events")),
                strict: false,
                stmts: vec![Stmt::Node(node(name, Vec::new()))],
            };
            let Some(read) = read_back(&graph.print(&mut PrinterContext::default()), "-Tjson") else { return };
            assert_eq!(read["objects"][0]["name"].as_str(), Some(name));
        }
    }

    #[test]
    fn a_view_is_read_with_all_its_events_and_links() {
        let made = crate::dataset::made::collection(7, 60);
        let graph = crate::graph::EventGraph::new(&made);
        let view = View::all(&made, &graph);
        let dot = write(&view);
        assert_eq!(dot, write(&view));
        let Some(read) = read_back(&dot, "-Tdot_json") else { return };
        let names: Vec<&str> =
            read["objects"].as_array().unwrap().iter().filter_map(|node| node["name"].as_str()).collect();
        for &ix in &view.events {
            assert!(names.contains(&view.dataset.event(ix).id.as_str()));
        }
        let visible = read["edges"].as_array().unwrap().iter().filter(|edge| edge["style"] != "invis").count();
        assert_eq!(visible, view.links.len());
    }
}
