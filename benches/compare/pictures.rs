//! Pictures beside those of other programs: how long they take, and what can be read in them.

use std::{fs, path::Path, time::Duration};

use serde_json::Value;

use crate::{
    ENSUE, Outcome, made,
    page::{Page, time},
    process::{limited, lines, says, whole},
    write_files,
};

const EVENTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/events");
const RUN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/run.js");
/// Peers that have not ended by then are stopped.
const LIMIT: Duration = Duration::from_secs(180);

/// A timeline of 500 events: `ensue` as a whole process, vis-timeline within a browser that already runs.
pub(crate) fn timeline(page: &mut Page, folder: &Path) -> Outcome<()> {
    page.heading(
        "500 events to a timeline",
        "Made events. `ensue` from its start to its end, with reading and checking 500 files and writing the SVG; \
         vis-timeline in a page of\nChromium that has it loaded and has the events ready, from the call to the first \
         painted picture.",
    );
    let events = folder.join("timeline-500");
    write_files(&made::collection(500), &events)?;
    let (events, drawing) = (events.to_string_lossy(), folder.join("500.svg"));
    let drawing = drawing.to_string_lossy();
    let ours = whole(Path::new(ENSUE), &["--events", &events, "timeline", "-o", &drawing]).map(|it| it.seconds);
    let list = folder.join("500.json");
    write_list(&events, "since(1900)", &list)?;
    let theirs = (0..3)
        .filter_map(|_| drawn(&list, &drawing, &["vis-timeline"]).first().and_then(seconds))
        .min_by(f64::total_cmp);
    page.race(&[("`ensue timeline`, whole process", ours), ("vis-timeline, drawing alone", theirs)]);
    Ok(())
}

/// The graph of 3000 events, with a row a quarter.
pub(crate) fn graph(page: &mut Page, folder: &Path) -> Outcome<()> {
    page.heading(
        "A graph of 3000 events",
        &format!(
            "Made events, a row for each quarter. `ensue` from its start to its end, with reading and checking; Graphviz \
             on the DOT that `ensue`\nwrites, stopped after {} s.",
            LIMIT.as_secs()
        ),
    );
    let events = folder.join("graph-3000");
    write_files(&made::collection(3_000), &events)?;
    let (events, svg, dot) = (events.to_string_lossy(), folder.join("3000.svg"), folder.join("3000.dot"));
    let draw = |file: &Path| whole(Path::new(ENSUE), &["--events", &events, "graph", "-o", &file.to_string_lossy()]);
    let ours = draw(&svg).map(|it| it.seconds);
    let written = draw(&dot).is_some();
    let row = if written { limited("dot", &["-Tsvg", "-o", "/dev/null", &dot.to_string_lossy()], LIMIT) } else { None };
    page.race(&[("`ensue graph`, whole process", ours), ("Graphviz `dot`", row)]);
    if row.is_some_and(|seconds| seconds >= LIMIT.as_secs_f64()) {
        page.words("`dot` had not ended by then: its time is a lower bound.");
    }
    Ok(())
}

/// The newest events of the open collection, drawn by `ensue` and by timelines of the web, and measured in the browser by
/// the same means.
pub(crate) fn side_by_side(page: &mut Page, folder: &Path) -> Outcome<()> {
    let (list, drawing) = (folder.join("real.json"), folder.join("real.svg"));
    let drawing = drawing.to_string_lossy();
    let newest = newest(450).unwrap_or_default();
    page.heading(
        "Side by side",
        "The newest events of the open collection, some 450, each with its label and first day, drawn by each with its \
         defaults, 1280 pixels wide,\nand measured in Chromium by one script (`benches/peers/measure.js`). Texts overlap \
         where their ink does, by more than a pixel; they are cut\nwhere a box hides a part of them; contrast fails below \
         4.5:1. Labels are missing where they are not in the picture, or can only be seen\nafter moving it. Time runs from \
         the call to the painted picture, for `ensue` from the finished SVG.",
    );
    let ours = whole(Path::new(ENSUE), &["--events", EVENTS, "timeline", &newest, "-o", &drawing]);
    if ours.is_none() || write_list(EVENTS, &newest, &list).is_err() {
        page.words("Skipped: the open collection is not here, or it has errors.");
        return Ok(());
    }
    let rows: Vec<Vec<String>> = drawn(&list, &drawing, &[]).iter().map(row).collect();
    if rows.is_empty() {
        page.words("Skipped: `benches/peers/install` installs what it needs.");
        return Ok(());
    }
    let heads = [
        "picture",
        "texts",
        "overlaps",
        "cut",
        "low contrast",
        "labels missing",
        "links",
        "focusable",
        "height",
        "time",
    ];
    page.table(&heads.map(str::to_owned), &rows);
    Ok(())
}

/// A selection of the last `count` events of the open collection, and others of the same day.
fn newest(count: usize) -> Option<String> {
    let text = lines(Path::new(ENSUE), &["--events", EVENTS, "list", "--format", "json"])?;
    let list: Value = serde_json::from_str(&text).ok()?;
    let events = list.get("events")?.as_array()?;
    let day = events.get(events.len().saturating_sub(count))?.get("earliest")?.as_str()?;
    Some(format!("since({day})"))
}

fn write_list(events: &str, selection: &str, file: &Path) -> Outcome<()> {
    let question = ["--events", events, "list", selection, "--format", "json"];
    let text = lines(Path::new(ENSUE), &question).ok_or("no list of events")?;
    Ok(fs::write(file, text)?)
}

/// What was measured of each picture; none where the peers are not installed.
fn drawn(list: &Path, drawing: &str, only: &[&str]) -> Vec<Value> {
    let list = list.to_string_lossy();
    let text = lines(Path::new("node"), &[&[RUN, &list, drawing][..], only].concat()).unwrap_or_default();
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

fn seconds(picture: &Value) -> Option<f64> {
    Some(picture.get("ms")?.as_f64()? / 1e3)
}

fn row(picture: &Value) -> Vec<String> {
    let word = |key: &str| picture.get(key).and_then(Value::as_str).unwrap_or_default();
    let name = format!("{} {}", word("name"), word("version")).trim().to_owned();
    if picture.get("failed").is_some() {
        return [vec![name, format!("failed: {}", word("failed"))], vec![String::new(); 8]].concat();
    }
    let number = |key: &str| picture.get(key).and_then(Value::as_f64).map_or_else(String::new, |n| format!("{n:.0}"));
    let counts = ["texts", "overlaps", "cut", "contrast", "unread", "links", "focusable"].map(number);
    let height = format!("{} px", number("height"));
    [vec![name], counts.to_vec(), vec![height, seconds(picture).map_or_else(String::new, time)]].concat()
}

/// The versions of the peers, as installed.
pub(crate) fn versions() -> [(&'static str, String); 2] {
    let known = |program, arguments: &[&str]| says(program, arguments).unwrap_or_else(|| "not installed".to_owned());
    let dot = known("sh", &["-c", "dot -V 2>&1"]);
    [("Chromium", known("chromium", &["--version"])), ("Graphviz", dot)]
}
