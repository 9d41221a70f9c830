//! Which lanes a picture of a collection has.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use ensue::{
    dataset::{Dataset, Loaded},
    graph::EventGraph,
    layout::{Arrangement, Grouping, PictureOptions},
    query::View,
    render::{self, Format, RenderOptions},
    source::Sources,
};

const EVENT: &str = "id: us-2020-NAME\ntitle: A measure on NAME\ndate: {value: 2020-01-02, source: s1}\n\
    category: export-control\nactors: [us-bis]\ntechnologies: [NAME]\nimportance: minor\nsummary: A measure.\n\
    sources:\n  - {id: s1, kind: press, publisher: A paper, title: A page, url: \"https://example.org\"}\n";

/// Technologies of few events stand together in the lane of the broader one.
#[test]
fn rare_technologies_share_the_lane_of_the_broader_one() {
    let mut files = support::sample();
    for name in ["gallium", "germanium", "antimony"] {
        files.insert(format!("2020/us-2020-{name}.yaml"), EVENT.replace("NAME", name).into_bytes());
    }
    let Loaded { dataset, .. } = Dataset::load(&Sources::from_memory(files));
    let graph = EventGraph::new(&dataset);
    let chosen = |words: &str| dataset.iter().filter(|(_, one)| one.id.as_str().contains(words)).map(|(ix, _)| ix);
    let events = chosen("2020-ga").chain(chosen("2020-ge")).chain(chosen("2020-an")).collect();
    let view = View::new(&dataset, &graph, events);
    assert_eq!(view.events.len(), 3);
    let picture =
        PictureOptions { arrangement: Arrangement::Lanes, grouping: Grouping::Technology, ..PictureOptions::default() };
    let svg = render::render(Format::Svg, &view, &RenderOptions { picture, ..RenderOptions::default() }).unwrap();
    let svg = String::from_utf8(svg.bytes).unwrap();
    assert!(svg.contains(">Critical minerals<"), "no lane of critical minerals");
    assert!(!svg.contains("Other technologies"), "a lane of others");
}
