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

const EVENT: &str = "id: us-2024-NAME\ntitle: A measure on NAME\ndate: {value: 2024-01-02, source: s1}\n\
    category: export-control\nactors: [us-bis]\ntechnologies: [NAME]\nimportance: minor\nsummary: A measure.\n\
    sources:\n  - {id: s1, kind: press, publisher: A paper, title: A page, url: \"https://example.org\"}\n";

/// Technologies of few events stand together in the lane of the broader one.
#[test]
fn rare_technologies_share_the_lane_of_the_broader_one() {
    let mut files = support::sample();
    for name in ["gallium", "germanium", "antimony"] {
        files.insert(format!("2024/us-2024-{name}.yaml"), EVENT.replace("NAME", name).into_bytes());
    }
    let Loaded { dataset, diagnostics } = Dataset::load(&Sources::from_memory(files));
    let problems: Vec<_> = diagnostics.sorted().into_iter().map(|one| one.message.clone()).collect();
    assert!(problems.is_empty(), "{problems:?}");
    let graph = EventGraph::new(&dataset);
    let minerals = ["us-2024-gallium", "us-2024-germanium", "us-2024-antimony"];
    let events = minerals.into_iter().filter_map(|id| dataset.find(id)).collect();
    let view = View::new(&dataset, &graph, events);
    assert_eq!(view.events.len(), 3);
    let picture =
        PictureOptions { arrangement: Arrangement::Lanes, grouping: Grouping::Technology, ..PictureOptions::default() };
    let svg = render::render(Format::Svg, &view, &RenderOptions { picture, ..RenderOptions::default() }).unwrap();
    let svg = String::from_utf8(svg.bytes).unwrap();

    assert!(svg.contains("\"Critical minerals"), "no lane of critical minerals");
    assert!(!svg.contains("Other technologies"), "a lane of others");
}
