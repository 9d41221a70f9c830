//! Measures `ensue` beside its peers on made collections.
//!
//! `cargo bench -- --date DAY` writes `docs/benchmarks.md`; without a day it only prints. `cargo bench -- --make N FOLDER`
//! writes a made collection of N events, one a file; `cargo bench -- --pictures` prints the races of pictures alone.

mod functions;
mod made;
mod page;
mod pictures;
mod process;

use std::{env, error::Error, fs, path::Path, process::ExitCode};

use ensue::{
    dataset::Dataset,
    graph::{EventGraph, Follow},
    source::Sources,
};
use page::{Page, time};
use process::{Measured, function, whole};

/// That of the program, so that functions are timed as they run there; their peers in this process have it too.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Outcome<T> = Result<T, Box<dyn Error>>;

const ENSUE: &str = env!("CARGO_BIN_EXE_ensue");
const PEERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/compare/peers.py");
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/benchmarks.md");
/// The day on which states are asked for.
const DAY: &str = "2021-06-30";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        ["--function", ..] => return print_function(&arguments[1..], false),
        ["--once", ..] => return print_function(&arguments[1..], true),
        ["--make", count, folder] => {
            count.parse().map_err(Into::into).and_then(|count| write_files(&made::collection(count), Path::new(folder)))
        }
        ["--pictures"] => tempfile::tempdir().map_err(Into::into).and_then(|temporary| {
            let mut page = Page::default();
            draw(&mut page, temporary.path())?;
            println!("{}", page.finish("DAY"));
            Ok(())
        }),
        ["--date", date] => compare(date).and_then(|text| Ok(fs::write(PAGE, text)?)),
        _ => compare("DAY").map(|text| println!("{text}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// What this program does when it calls itself.
fn print_function(arguments: &[String], once: bool) -> ExitCode {
    let Some(timed) = functions::run(arguments, once) else { return ExitCode::FAILURE };
    println!("{} {} {}", timed.seconds, timed.found, functions::peak().unwrap_or_default() / 1024);
    ExitCode::SUCCESS
}

/// One event a file.
fn write_files(made: &made::Made, folder: &Path) -> Outcome<()> {
    write_registers(made, folder)?;
    for (id, text) in &made.events {
        let year = id.split('-').nth(1).unwrap_or_default();
        fs::create_dir_all(folder.join(year))?;
        fs::write(folder.join(year).join(format!("{id}.yaml")), text)?;
    }
    Ok(())
}

fn write_registers(made: &made::Made, folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder)?;
    for (name, text) in &made.registers {
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}

fn compare(date: &str) -> Outcome<String> {
    let temporary = tempfile::tempdir()?;
    let mut page = Page::default();
    questions(&mut page, temporary.path())?;
    for count in [1_000, 100_000] {
        reading(&mut page, count, &temporary.path().join(format!("one-{count}")))?;
    }
    for count in [1_000, 100_000] {
        graph(&mut page, count, &temporary.path().join(format!("one-{count}")))?;
    }
    draw(&mut page, temporary.path())?;
    Ok(page.finish(date))
}

fn draw(page: &mut Page, folder: &Path) -> Outcome<()> {
    pictures::timeline(page, folder)?;
    pictures::graph(page, folder)?;
    pictures::side_by_side(page, folder)
}

/// Questions as a user asks them: whole processes, one event a file.
fn questions(page: &mut Page, folder: &Path) -> Outcome<()> {
    page.heading(
        "Questions, as whole processes",
        "From the start of `ensue` to its end, one event a file, the answer in the default format. Aims: under 20 ms \
         with 40 events,\nunder 50 ms with 500.",
    );
    let sizes = [40, 500, 1_000, 10_000];
    let mut rows: Vec<Vec<String>> = Vec::new();
    for count in sizes {
        let made = made::collection(count);
        let folder = folder.join(format!("many-{count}"));
        write_files(&made, &folder)?;
        let (first, last) = ends(&made::collection(count), &folder)?;
        let asked: [(&str, Vec<&str>); 8] = [
            ("check", vec!["check"]),
            ("list", vec!["list"]),
            ("list, as JSON", vec!["list", "--format", "json"]),
            ("show", vec!["show", &first]),
            ("after", vec!["after", &first]),
            ("before", vec!["before", &last]),
            ("path --all", vec!["path", "--all", &first, &last]),
            ("in-force", vec!["in-force", "--on", DAY]),
        ];
        for (at, (name, question)) in asked.iter().enumerate() {
            let mut arguments = vec!["--events", folder.to_str().unwrap_or_default()];
            arguments.extend(question);
            let cell = whole(Path::new(ENSUE), &arguments).map_or("failed".to_owned(), |it| time(it.seconds));
            if rows.len() == at {
                rows.push(vec![format!("`{name}`")]);
            }
            rows[at].push(cell);
        }
    }
    let heads: Vec<String> = ["question".to_owned()].into_iter().chain(sizes.map(|n| format!("{n} events"))).collect();
    page.table(&heads, &rows);
    Ok(())
}

/// The event from which most can be reached, and the last of these.
fn ends(made: &made::Made, folder: &Path) -> Outcome<(String, String)> {
    let dataset = Dataset::load(&Sources::read_dir(folder)?).dataset;
    let graph = EventGraph::new(&dataset);
    let reach = |ix| ensue::graph::walk(&graph, ix, ensue::graph::Direction::After, &Follow::default(), None);
    let walks = dataset.iter().take(20).map(|(ix, _)| reach(ix));
    let best = walks.max_by_key(|walk| walk.events().len()).ok_or("an empty collection")?;
    let last = best.events().last().map_or(best.start, |&last| last);
    let id = |ix: ensue::dataset::EventIx| made.events.get(ix.index()).map(|_| dataset.event(ix).id.to_string());
    Ok((id(best.start).ok_or("no event")?, id(last).ok_or("no event")?))
}

/// Reading one file of `count` events.
fn reading(page: &mut Page, count: usize, folder: &Path) -> Outcome<()> {
    let made = made::collection(count);
    write_registers(&made, folder)?;
    let file = folder.join("events.yaml");
    let text = made.one_file();
    fs::write(&file, &text)?;
    let apart = folder.with_extension("apart");
    write_files(&made, &apart)?;
    let apart = format!("{}/", apart.display());
    let (myself, python) = (env::current_exe()?, Path::new("python3"));
    let (file, folder) = (file.to_str().unwrap_or_default(), folder.to_str().unwrap_or_default());
    page.heading(
        &format!("Reading {count} events"),
        &format!(
            "One file of {:.1} MB, and the same events one a file, which `ensue` reads side by side. It also checks every field, resolves every id and keeps the place of each value.",
            text.len() as f64 / 1e6
        ),
    );
    let ours = |name: &str| function(&myself, &["--function", name, file]);
    let rows: Vec<(&str, Option<Measured>)> = vec![
        ("`ensue`: `Dataset::load`", ours("ensue")),
        ("`ensue`: `Dataset::load`, one event a file", function(&myself, &["--function", "ensue", &apart])),
        ("serde_yaml to its `Value`", ours("serde-value")),
        ("serde_yaml to a typed struct", ours("serde-typed")),
        ("PyYAML's C loader", function(python, &[PEERS, "yaml", file])),
    ];
    page.compared("function", &rows);
    let process = |name: &str| whole(&myself, &["--once", name, file]);
    let rows: Vec<(&str, Option<Measured>)> = vec![
        ("`ensue list --format csv`", whole(Path::new(ENSUE), &["--events", folder, "list", "--format", "csv"])),
        ("`ensue check`", whole(Path::new(ENSUE), &["--events", folder, "check"])),
        ("serde_yaml to its `Value`", process("serde-value")),
        ("serde_yaml to a typed struct", process("serde-typed")),
        (
            "PyYAML's C loader",
            whole(python, &["-c", &format!("import yaml\nwith open({file:?}) as f: yaml.load(f, yaml.CSafeLoader)")]),
        ),
    ];
    page.compared("whole process", &rows);
    Ok(())
}

/// Questions of the graph on the collection that `reading` wrote.
fn graph(page: &mut Page, count: usize, folder: &Path) -> Outcome<()> {
    let made = made::collection(count);
    let (from, _) = ends(&made, folder)?;
    let dataset = Dataset::load(&Sources::read_dir(folder)?).dataset;
    let edges = edges(&dataset);
    let far = far_enough(&dataset, &from).ok_or("no event follows")?;
    let file = folder.join("edges.json");
    fs::write(&file, serde_json::to_string(&edges)?)?;
    let (myself, python) = (env::current_exe()?, Path::new("python3"));
    let (file, folder) = (file.to_str().unwrap_or_default(), folder.to_str().unwrap_or_default());
    page.heading(
        &format!("The graph of {count} events"),
        &format!(
            "{} links that a walk follows. networkx gets them ready-made; `ensue` weighs who says so and in which order \
             things\nhappened as it goes. `found` is what either found, and must agree.",
            edges.len()
        ),
    );
    let ours = |name: &str, rest: &[&str]| function(&myself, &[&["--function", name, folder][..], rest].concat());
    let theirs = |name: &str, rest: &[&str]| function(python, &[&[PEERS, name, file][..], rest].concat());
    page.compared("building it", &[("`ensue`, all links", ours("graph", &[])), ("networkx", theirs("graph", &[]))]);
    page.compared(
        "all that followed an event",
        &[
            ("`ensue`, as a set (`x::`)", ours("reach", &[&from])),
            ("`ensue`, as a tree with its links (`after`)", ours("descendants", &[&from])),
            ("networkx, as a set", theirs("descendants", &[&from])),
        ],
    );
    page.compared(
        "all chains between two events",
        &[
            ("`ensue`, each chain listed", ours("paths", &[&from, &far])),
            ("`ensue`, counted only", ours("count", &[&from, &far])),
            ("networkx, within what lies between the two", theirs("paths", &[&from, &far])),
        ],
    );
    page.compared(
        "every state on a day",
        &[
            ("`ensue`", ours("states", &[DAY])),
            ("plain Python (`tests/independent/fold.py`)", function(python, &[PEERS, "fold", folder, DAY])),
        ],
    );
    Ok(())
}

/// The links that a walk follows, as pairs of ids.
fn edges(dataset: &Dataset) -> Vec<[String; 2]> {
    let graph = EventGraph::new(dataset);
    let follow = Follow::default();
    let followed = graph.links().iter().filter(|link| follow.refuses(link).is_none());
    let id = |ix| dataset.event(ix).id.to_string();
    let mut edges: Vec<[String; 2]> = followed.map(|link| [id(link.from), id(link.to)]).collect();
    edges.sort();
    edges.dedup();
    edges
}

/// An event to which some tens of thousands of chains lead: enough to be work, few enough for a peer that lists them.
fn far_enough(dataset: &Dataset, from: &str) -> Option<String> {
    let graph = EventGraph::new(dataset);
    let from = dataset.find(from)?;
    let follow = Follow::default();
    let walk = ensue::graph::walk(&graph, from, ensue::graph::Direction::After, &follow, None);
    let chains = |to| ensue::graph::all_chains(&graph, from, to, &follow, 0).total.unwrap_or(u128::MAX);
    let near = walk.events().into_iter().take(400);
    let far = near.map(|to| (chains(to), to)).filter(|(total, _)| *total <= 50_000).max_by_key(|(total, _)| *total)?;
    Some(dataset.event(far.1).id.to_string())
}
