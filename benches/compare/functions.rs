//! The functions that are timed, each in a process of its own, so that its peak memory is its own.

use std::{
    fs,
    time::{Duration, Instant},
};

use ensue::{
    dataset::Dataset,
    graph::{Direction, EventGraph, Follow, all_chains, measure_states, walk},
    layout::{Arrangement, PictureOptions},
    model::Day,
    query::View,
    render::{Format, RenderOptions, render},
    source::Sources,
};
use serde::Deserialize;

/// Least seconds of a function, and the number that it found.
pub(crate) struct Timed {
    pub(crate) seconds: f64,
    pub(crate) found: u128,
}

/// Times a function by the best of its runs, since other programs only ever make it slower: three runs at least, more while
/// they take less than a second together.
#[allow(clippy::disallowed_methods, reason = "a benchmark looks at the clock")]
fn least(once: bool, question: &mut dyn FnMut() -> u128) -> Timed {
    let (least, most, long) = if once { (1, 1, 0) } else { (3, 50, 1) };
    let (mut times, mut found) = (Vec::new(), 0);
    while times.len() < least || (times.iter().sum::<Duration>() < Duration::from_secs(long) && times.len() < most) {
        let start = Instant::now();
        found = question();
        times.push(start.elapsed());
        if times[0] > Duration::from_secs(3) {
            break;
        }
    }
    Timed { seconds: times.iter().min().map_or(0.0, Duration::as_secs_f64), found }
}

/// Runs the function that the arguments name, `name path [from [to or day]]`, several times, or once.
/// None for an unknown name or bad arguments.
pub(crate) fn run(arguments: &[String], once: bool) -> Option<Timed> {
    let timed = |question: &mut dyn FnMut() -> u128| least(once, question);
    let [name, path, rest @ ..] = arguments else { return None };
    let text = || fs::read_to_string(path).ok();
    Some(match name.as_str() {
        "ensue" => {
            let (folder, _) = path.rsplit_once('/')?;
            let sources = Sources::read_dir(folder).ok()?;
            timed(&mut || Dataset::load(&sources).dataset.events().len() as u128)
        }
        "serde-value" => {
            let text = text()?;
            let read = || serde_yaml::from_str::<serde_yaml::Value>(&text).ok()?.as_sequence().map(Vec::len);
            timed(&mut || read().unwrap_or_default() as u128)
        }
        "serde-typed" => {
            let text = text()?;
            timed(&mut || serde_yaml::from_str::<Vec<Event>>(&text).map_or(0, |events| events.len() as u128))
        }
        _ => graph(name, path, rest, &timed)?,
    })
}

fn graph(
    name: &str,
    folder: &str,
    rest: &[String],
    timed: &dyn Fn(&mut dyn FnMut() -> u128) -> Timed,
) -> Option<Timed> {
    let dataset = Dataset::load(&Sources::read_dir(folder).ok()?).dataset;
    if name == "graph" {
        return Some(timed(&mut || EventGraph::new(&dataset).links().len() as u128));
    }
    let graph = EventGraph::new(&dataset);
    let follow = Follow::default();
    let event = |at: usize| dataset.find(rest.get(at)?);
    Some(match name {
        "picture" => {
            let view = View::all(&dataset, &graph);
            let picture = PictureOptions { arrangement: Arrangement::Graph, ..PictureOptions::default() };
            let options = RenderOptions { picture, theme: None, fonts: None };
            timed(&mut || render(Format::Svg, &view, &options).map_or(0, |_| view.events.len() as u128))
        }
        "reach" => {
            let from = event(0)?;
            timed(&mut || graph.reach(&[from], Direction::After, &follow, None).len() as u128 - 1)
        }
        "descendants" => {
            let from = event(0)?;
            timed(&mut || walk(&graph, from, Direction::After, &follow, None).events().len() as u128)
        }
        "paths" => {
            let (from, to) = (event(0)?, event(1)?);
            timed(&mut || all_chains(&graph, from, to, &follow, usize::MAX).chains.len() as u128)
        }
        "count" => {
            let (from, to) = (event(0)?, event(1)?);
            timed(&mut || all_chains(&graph, from, to, &follow, 0).total.unwrap_or_default())
        }
        "states" => {
            let day: Day = rest.first()?.parse().ok()?;
            let states = |ix| measure_states(&dataset, &graph, ix, day, None).len() as u128;
            timed(&mut || dataset.iter().map(|(ix, _)| states(ix)).sum())
        }
        _ => return None,
    })
}

/// Most memory that this process has had, in bytes, as Linux counts it.
pub(crate) fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches("kB").trim().parse::<u64>().ok()? * 1024)
}

/// An event as a serde user would write it down: strings, without a check of anything.
#[derive(Deserialize)]
#[allow(dead_code, reason = "only read into")]
struct Event {
    id: String,
    title: String,
    short: Option<String>,
    date: String,
    dates: Option<std::collections::BTreeMap<String, String>>,
    category: String,
    actors: Vec<String>,
    targets: Vec<String>,
    technologies: Vec<String>,
    importance: String,
    summary: String,
    identifiers: Option<std::collections::BTreeMap<String, String>>,
    measure: Option<Measure>,
    #[serde(default)]
    legal: Vec<Legal>,
    #[serde(default)]
    causes: Vec<Cause>,
    sources: Vec<Source>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "only read into")]
struct Measure {
    from: Option<String>,
    parts: Option<std::collections::BTreeMap<String, String>>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "only read into")]
struct Legal {
    #[serde(rename = "type")]
    kind: String,
    event: String,
    until: Option<String>,
    then: Option<String>,
    parts: Option<std::collections::BTreeMap<String, String>>,
    source: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "only read into")]
struct Cause {
    event: String,
    #[serde(rename = "type")]
    kind: String,
    evidence: Vec<Evidence>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "only read into")]
struct Evidence {
    source: String,
    by: Option<String>,
    stance: String,
    says: String,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "only read into")]
struct Source {
    id: String,
    kind: String,
    publisher: String,
    title: String,
    url: String,
}
