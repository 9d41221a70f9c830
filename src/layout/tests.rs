//! Geometry: true for any events, at any width.

use proptest::prelude::*;

use super::{
    chain,
    entry::Entry,
    graph, ladder, lanes,
    options::{Arrangement, Grouping, Links, PictureOptions, ScaleKind},
    range::Range,
    text,
};
use crate::{
    dataset::{Dataset, made},
    graph::EventGraph,
    model::{Lang, Vocabulary},
    query::View,
    scene::{Group, Item, Point, Rect, Role, Scene, Step},
};

/// The room of the letters of every line of words in a picture, with its role and words.
fn words(scene: &Scene) -> Vec<(Rect, Role, String)> {
    fn gather(items: &[Item], found: &mut Vec<(Rect, Role, String)>) {
        for item in items {
            match item {
                Item::Group(Group { items, .. }) => gather(items, found),
                Item::Text(words) if !words.content.is_empty() => {
                    let size = crate::scene::theme::style(words.role).font.unwrap().size;
                    let room =
                        Rect { x: words.at.x, y: words.at.y - size * 0.74, width: words.width, height: size * 0.95 };
                    found.push((room, words.role, words.content.clone()));
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    gather(&scene.items, &mut found);
    found
}

/// No two lines of words share a place, and all stand on the paper.
fn assert_words_stand_apart(scene: &Scene) {
    let mut all = words(scene);
    let paper = Rect { x: 0.0, y: 0.0, width: scene.width, height: scene.height };
    all.sort_by(|a, b| a.0.y.total_cmp(&b.0.y));
    for (at, (room, _, content)) in all.iter().enumerate() {
        assert!(paper.contains(room), "{content:?} at {room:?} leaves the paper of {paper:?}");
        for (other, _, other_content) in all[at + 1..].iter().take_while(|other| other.0.y < room.bottom()) {
            assert!(!room.overlaps(other), "{content:?} at {room:?} lies over {other_content:?} at {other:?}");
        }
    }
}

/// No line of words lies over a mark of an event, or over a link.
fn assert_words_leave_marks_free(scene: &Scene) {
    let mut marks = Vec::new();
    gather_marks(&scene.items, &mut marks);
    marks.sort_by(|a, b| a.0.y.total_cmp(&b.0.y));
    for (room, _, content) in words(scene) {
        for (mark, role) in marks.iter().take_while(|mark| mark.0.y < room.bottom()) {
            assert!(!room.overlaps(mark), "{content:?} at {room:?} lies over {role:?} at {mark:?}");
        }
    }
}

fn gather_marks(items: &[Item], found: &mut Vec<(Rect, Role)>) {
    let around = |at: Point, half: f64| Rect::between(at.x - half, at.x + half, at.y - half, at.y + half);
    for item in items {
        match item {
            Item::Group(Group { items, .. }) => gather_marks(items, found),
            Item::Path(path) if matches!(path.role, Role::Glyph(..)) => {
                found.push((around(path.origin, 4.0), path.role))
            }
            Item::Path(path) if matches!(path.role, Role::Link(_) | Role::Span(_)) => {
                let ends = path.data.steps.iter().filter_map(|step| match step {
                    Step::Move(to) | Step::Line(to) | Step::Corner(_, to) => Some(*to),
                    _ => None,
                });
                let ends: Vec<Point> = ends.collect();
                // Slanted parts and corners are short and stand where no words are.
                let level = |pair: &&[Point]| pair[0].x == pair[1].x || pair[0].y == pair[1].y;
                found.extend(ends.windows(2).filter(level).map(|pair| (slim(pair[0], pair[1]), path.role)));
            }
            Item::Circle(circle) => found.push((around(circle.centre, 2.5), circle.role)),
            Item::Rect(bar) if matches!(bar.role, Role::Bar(..) | Role::Precision(..)) => {
                found.push((bar.shape, bar.role))
            }
            _ => {}
        }
    }
}

fn draw(dataset: &Dataset, options: &PictureOptions) -> Scene {
    let graph = EventGraph::new(dataset);
    super::draw(&View::all(dataset, &graph), options)
}

fn options() -> impl Strategy<Value = PictureOptions> {
    let scale = prop_oneof![
        Just(None),
        Just(Some(ScaleKind::Linear)),
        Just(Some(ScaleKind::Balanced)),
        Just(Some(ScaleKind::Sequence))
    ];
    let links = prop_oneof![Just(None), Just(Some(Links::All)), Just(Some(Links::None))];
    let arrangement = prop::sample::select(Arrangement::ALL);
    let grouping = prop::sample::select(Grouping::ALL);
    let width = prop_oneof![Just(None), (300.0..3000.0f64).prop_map(Some)];
    let told = (prop::sample::select(Lang::ALL), any::<bool>());
    let what = (arrangement, grouping, scale, links, width, told);
    what.prop_map(|(arrangement, grouping, scale, links, width, (lang, cite))| PictureOptions {
        arrangement,
        grouping,
        scale,
        links,
        width,
        lang,
        cite,
        ..PictureOptions::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn words_never_overlap_and_never_leave_the_paper(seed in 0..1000u64, count in 0..70usize, options in options()) {
        let scene = draw(&made::collection(seed, count), &options);
        assert_words_stand_apart(&scene);
        assert_words_leave_marks_free(&scene);
    }

    #[test]
    fn the_order_of_reading_changes_nothing(seed in 0..1000u64, count in 1..60usize, options in options()) {
        prop_assert_eq!(draw(&made::collection(seed, count), &options), draw(&made::reversed(seed, count), &options));
    }

    #[test]
    fn marks_of_the_ladder_stand_on_their_dates_and_labels_keep_their_order(seed in 0..1000u64, count in 1..80usize, options in options()) {
        let made = made::collection(seed, count);
        let graph = EventGraph::new(&made);
        let view = View::all(&made, &graph);
        let range = Range::of(&view, &options).unwrap();
        let ladder = ladder::lay(&view, Entry::within(&view, &range), &range, &options);
        for column in &ladder.columns {
            for label in &column.labels {
                prop_assert!((label.y - ladder.axis.of(label.draft.entry.moment())).abs() < 0.5);
                let band = ladder.bands.iter().find(|band| band.years.contains(&label.draft.year)).unwrap();
                prop_assert!(band.top <= label.at && label.at + label.draft.height() - 8.0 <= band.bottom);
            }
            for pair in column.labels.windows(2) {
                // By date and by place alike: so leaders, which are straight, never cross.
                prop_assert!(pair[0].y <= pair[1].y && pair[0].at < pair[1].at);
            }
        }
        let shown: usize = ladder.columns.iter().map(|column| column.labels.len()).sum::<usize>() + ladder.deals.len();
        prop_assert_eq!(shown, count);
    }

    #[test]
    fn labels_of_lanes_stand_apart_with_their_lives(seed in 0..1000u64, count in 1..80usize, options in options()) {
        let made = made::collection(seed, count);
        let graph = EventGraph::new(&made);
        let view = View::all(&made, &graph);
        let range = Range::of(&view, &options).unwrap();
        let lanes = lanes::lay(&view, &Entry::within(&view, &range), &range, &options);
        let labels: Vec<_> = lanes.lanes.iter().flat_map(|lane| &lane.labels).collect();
        for (at, label) in labels.iter().enumerate() {
            prop_assert!((label.x - lanes.axis.of(label.entry.moment())).abs() < 0.5);
            let (left, right) = label.extent();
            for other in &labels[at + 1..] {
                let (from, to) = other.extent();
                let apart = label.life_y + 4.0 < other.y - 9.0 || other.life_y + 4.0 < label.y - 9.0;
                prop_assert!(apart || right <= from || to <= left);
            }
        }
    }

    #[test]
    fn a_chain_runs_in_time_and_its_poles_meet_no_label(seed in 0..1000u64, count in 1..80usize, at in 0..80usize, options in options()) {
        let made = made::collection(seed, count);
        let events = EventGraph::new(&made);
        let view = View::all(&made, &events);
        let event = view.events[at % count];
        let options = PictureOptions { links: Some(Links::Chain(event)), depth: Some(1 + at % 4), ..options };
        let chain = chain::lay(&view, &options).unwrap();
        prop_assert!(chain.edges.0 < chain.edges.1 && chain.cast.centre.ix == event);
        for flag in &chain.flags {
            // Causes left of the box, consequences right of it.
            let beside = if flag.effect { flag.x > chain.edges.1 } else { flag.x < chain.edges.0 };
            prop_assert!(beside, "{}", flag.entry.event.id);
            let (left, right) = flag.extent();
            for other in chain.flags.iter().filter(|other| other.upper == flag.upper && other.entry.ix != flag.entry.ix) {
                let apart = flag.far() <= other.base || other.far() <= flag.base;
                let (from, to) = other.extent();
                prop_assert!(apart || right <= from || to <= left, "{} and {}", flag.entry.event.id, other.entry.event.id);
                prop_assert!(other.base <= flag.base || other.pole <= left || right <= other.pole, "a pole runs through a label");
                if flag.effect == other.effect && flag.entry.moment() < other.entry.moment() {
                    prop_assert!(flag.x < other.x && flag.pole < other.pole, "later stands further right");
                }
            }
        }
        prop_assert!(link_crossings(&chain.courses.iter().map(|course| course.points.as_slice()).collect::<Vec<_>>()) <= 2);
    }

    #[test]
    fn links_of_the_graph_cross_no_box_and_run_down(seed in 0..1000u64, count in 1..80usize, width in 300.0..2400.0f64) {
        let made = made::collection(seed, count);
        let events = EventGraph::new(&made);
        let view = View::all(&made, &events);
        let options = PictureOptions { width: Some(width), ..PictureOptions::default() };
        let range = Range::of(&view, &options).unwrap();
        let graph = graph::lay(&view, &Entry::within(&view, &range), &range, &options);
        let nodes: Vec<_> = graph.nodes().collect();
        for (at, node) in nodes.iter().enumerate() {
            for other in &nodes[at + 1..] {
                prop_assert!(!node.room().overlaps(&other.room()));
            }
        }
        for panel in &graph.panels {
            for pair in panel.nodes.windows(2) {
                prop_assert!(pair[0].y <= pair[1].y, "later boxes of an episode never stand above earlier ones");
            }
        }
        for course in graph.courses() {
            for pair in course.points.windows(2) {
                prop_assert!(pair[0].x == pair[1].x || pair[0].y == pair[1].y, "all turns are right angles");
                let line = slim(pair[0], pair[1]);
                for node in &nodes {
                    prop_assert!(!line.overlaps(&node.room()), "{line:?} runs through {:?}", node.room());
                }
            }
        }
    }
}

/// How often courses cross each other.
fn link_crossings(courses: &[&[Point]]) -> usize {
    let cross = |a: &[Point], b: &[Point]| {
        let (level, upright) = if a[0].y == a[1].y { (a, b) } else { (b, a) };
        let within = |at: f64, one: f64, other: f64| one.min(other) + 0.1 < at && at < one.max(other) - 0.1;
        level[0].y == level[1].y
            && upright[0].x == upright[1].x
            && within(upright[0].x, level[0].x, level[1].x)
            && within(level[0].y, upright[0].y, upright[1].y)
    };
    let mut count = 0;
    for (at, one) in courses.iter().enumerate() {
        for other in &courses[at + 1..] {
            count +=
                one.windows(2).flat_map(|a| other.windows(2).map(move |b| (a, b))).filter(|(a, b)| cross(a, b)).count();
        }
    }
    count
}

/// A line as a box a little shorter than it is, since it begins at the edge of a box.
fn slim(a: Point, b: Point) -> Rect {
    let shorter =
        |from: f64, to: f64| if from == to { (from - 0.1, to + 0.1) } else { (from.min(to) + 0.2, from.max(to) - 0.2) };
    let ((x0, x1), (y0, y1)) = (shorter(a.x, b.x), shorter(a.y, b.y));
    Rect::between(x0, x1, y0, y1)
}

#[test]
fn a_ladder_of_bursts_stays_near_its_dates() {
    let made = made::collection(3, 500);
    let graph = EventGraph::new(&made);
    let view = View::all(&made, &graph);
    let options = PictureOptions::default();
    let range = Range::of(&view, &options).unwrap();
    let ladder = ladder::lay(&view, Entry::within(&view, &range), &range, &options);
    let mut displaced: Vec<f64> =
        ladder.columns.iter().flat_map(|column| &column.labels).map(|label| (label.at - label.y).abs()).collect();
    displaced.sort_by(f64::total_cmp);
    let mean = displaced.iter().sum::<f64>() / displaced.len() as f64;
    assert!(mean <= 30.0, "mean displacement {mean}");
}

#[test]
fn titles_break_and_never_leave_the_paper() {
    let title = "A very long title of the user's own ".repeat(12);
    let scene =
        draw(&made::collection(1, 5), &PictureOptions { title: Some(title.clone()), ..PictureOptions::default() });
    assert_words_stand_apart(&scene);
    assert!(words(&scene).iter().filter(|word| word.1 == Role::Title).count() > 2);
    assert!(text::width(&title, Role::Title) > scene.width);
}
