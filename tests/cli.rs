//! The program as a user runs it: what it prints, its exit codes, and that a failure leaves the old files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::{
    fs,
    path::Path,
    process::{Command, Output, Stdio},
};

const COLLECTION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/collection");

fn ensue(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ensue")).args(["--events", COLLECTION]).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Each file of `tests/cmd` is a session: commands with all that they print. `./test --update` writes them anew.
#[test]
fn sessions() {
    trycmd::TestCases::new().case("tests/cmd/*.trycmd").run();
}

#[test]
fn exit_codes() {
    let broken = tempfile::tempdir().unwrap();
    fs::write(broken.path().join("x.yaml"), "id: us-2020-x\n").unwrap();
    let broken = broken.path().to_str().unwrap();
    for (arguments, code) in [
        (vec!["list"], 0),
        (vec!["list", "side(us) & side(cn) & family(firms)"], 0),
        (vec!["after", "no-such-event"], 2),
        (vec!["list", "side("], 2),
        (vec!["list", "--no-such-flag"], 2),
        (vec!["explain", "no-such-code"], 2),
        (vec!["--events", broken, "list"], 1),
        (vec!["--events", broken, "check"], 1),
        (vec!["--events", "/no/such/folder", "list"], 2),
        (vec!["timeline", "-o", "/proc/no/such/place.svg"], 3),
        (vec!["timeline", "-o", "picture.xyz"], 2),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_ensue"))
            .args(if arguments[0] == "--events" { vec![] } else { vec!["--events", COLLECTION] })
            .args(&arguments)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", text(&output.stderr));
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ensue"))
        .args(["--events", COLLECTION, "list", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

#[test]
fn colours_only_where_asked_for() {
    assert!(!text(&ensue(&["show", "us"]).stdout).contains('\u{1b}'));
    assert!(text(&ensue(&["--color", "always", "show", "us"]).stdout).contains('\u{1b}'));
}

#[test]
fn a_build_writes_all_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("output");
    let arguments = ["build", "--out", out.to_str().unwrap()];
    assert_eq!(ensue(&arguments).status.code(), Some(0));
    let mut made = names(&out);
    made.sort();
    assert_eq!(made, ["events.csv", "events.json", "graph.dot", "graph.svg", "timeline-lanes.svg", "timeline.svg"]);
    // A folder in the place of the last file: nothing may be replaced, and nothing left behind.
    fs::remove_file(out.join("events.csv")).unwrap();
    fs::create_dir_all(out.join("events.csv").join("in the way")).unwrap();
    fs::write(out.join("timeline.svg"), "old").unwrap();
    assert_eq!(ensue(&arguments).status.code(), Some(3));
    assert_eq!(fs::read(out.join("timeline.svg")).unwrap(), b"old");
    assert_eq!(names(&out).len(), 6);
    // A collection with errors: the same.
    let broken = folder.path().join("broken");
    fs::create_dir(&broken).unwrap();
    fs::write(broken.join("x.yaml"), "id: [").unwrap();
    let refused = Command::new(env!("CARGO_BIN_EXE_ensue"))
        .args(["--events", broken.to_str().unwrap()])
        .args(arguments)
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(fs::read(out.join("timeline.svg")).unwrap(), b"old");
}

fn names(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn the_same_bytes_in_any_time_zone_and_locale() {
    let run = |zone: &str, locale: &str| {
        Command::new(env!("CARGO_BIN_EXE_ensue"))
            .args(["--events", COLLECTION, "list", "--format", "json"])
            .env("TZ", zone)
            .env("LC_ALL", locale)
            .output()
            .unwrap()
            .stdout
    };
    assert_eq!(run("UTC", "C"), run("Asia/Shanghai", "zh_CN.UTF-8"));
}

#[test]
fn every_command_has_help_with_an_example() {
    let help = text(&ensue(&["--help"]).stdout);
    let commands: Vec<&str> = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands:"))
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| !matches!(*name, "help" | "man"))
        .collect();
    assert!(commands.len() >= 12, "{commands:?}");
    for command in commands {
        let help = text(&ensue(&[command, "--help"]).stdout);
        assert!(help.contains("Example"), "{command} --help has no example");
    }
}
