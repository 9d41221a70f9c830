//! The page of results.

use std::{fmt::Write, fs};

use crate::{
    pictures,
    process::{Measured, says},
};

/// Results as Markdown.
#[derive(Default)]
pub(crate) struct Page {
    text: String,
}

impl Page {
    pub(crate) fn heading(&mut self, heading: &str, words: &str) {
        eprintln!("{heading}");
        let _ = write!(self.text, "\n## {heading}\n\n{words}\n");
    }

    /// A table whose first row is what the others are compared with.
    pub(crate) fn compared(&mut self, what: &str, rows: &[(&str, Option<Measured>)]) {
        let _ = write!(
            self.text,
            "\n| {what} | time | peak memory | found | against the first row |\n|---|--:|--:|--:|--:|\n"
        );
        let first = rows.first().and_then(|row| row.1).map(|measured| measured.seconds);
        for (name, measured) in rows {
            let Some(measured) = measured else {
                let _ = writeln!(self.text, "| {name} | skipped: not installed, or it failed | | | |");
                continue;
            };
            let ratio = first.map_or_else(String::new, |first| format!("{:.1} ×", measured.seconds / first));
            let found = measured.found.map_or_else(String::new, |found| found.to_string());
            let (time, memory) = (time(measured.seconds), memory(measured.bytes));
            let _ = writeln!(self.text, "| {name} | {time} | {memory} | {found} | {ratio} |");
        }
    }

    /// A table of the times of whole pictures, compared with the first.
    pub(crate) fn race(&mut self, rows: &[(&str, Option<f64>)]) {
        let first = rows.first().and_then(|row| row.1);
        let heads = ["picture", "time", "against the first row"].map(str::to_owned);
        let cells = rows.iter().map(|(name, seconds)| {
            let ratio = first.zip(*seconds).map_or_else(String::new, |(first, it)| format!("{:.1} ×", it / first));
            vec![
                (*name).to_owned(),
                seconds.map_or_else(|| "skipped: not installed, or it failed".to_owned(), time),
                ratio,
            ]
        });
        self.table(&heads, &cells.collect::<Vec<_>>());
    }

    /// A paragraph.
    pub(crate) fn words(&mut self, words: &str) {
        let _ = write!(self.text, "\n{words}\n");
    }

    /// A table of cells.
    pub(crate) fn table(&mut self, heads: &[String], rows: &[Vec<String>]) {
        let _ = write!(self.text, "\n| {} |\n|---{}|\n", heads.join(" | "), "|--:".repeat(heads.len() - 1));
        for row in rows {
            let _ = writeln!(self.text, "| {} |", row.join(" | "));
        }
    }

    /// The page, with the day on which it was made.
    pub(crate) fn finish(&self, date: &str) -> String {
        format!(
            "# Benchmarks\n\nWritten by `cargo bench -- --date {date}`; do not edit. Peers that are not \
             installed are skipped;\n`benches/peers/install` installs them from Debian's packages and npm. Collections \
             are made, the same bytes each time\n(`benches/compare/made.rs`), but for the pictures side by side; times \
             are wall time, the best of several runs.\n\n{}{}",
            machine(),
            self.text
        )
    }
}

fn machine() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find(|line| line.starts_with("model name")).and_then(|line| line.split(": ").nth(1));
    let memory = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kibibytes = memory.lines().next().and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    let python = |code: &str| says("python3", &["-c", code]).unwrap_or_else(|| "not installed".to_owned());
    [
        ("processor", format!("{}, {} cores", model.unwrap_or("unknown"), info.matches("model name").count())),
        ("memory", self::memory(kibibytes.map(|kibibytes| kibibytes * 1024))),
        ("rustc", says("rustc", &["--version"]).unwrap_or_default()),
        ("ensue", env!("CARGO_PKG_VERSION").to_owned()),
        ("serde_yaml", "yaml_serde 0.10, its maintained continuation".to_owned()),
        ("Python", python("import platform; print(platform.python_version())")),
        ("PyYAML", python("import yaml; print(yaml.__version__, 'with libyaml' if yaml.__with_libyaml__ else '')")),
        ("networkx", python("import networkx; print(networkx.__version__)")),
    ]
    .into_iter()
    .chain(pictures::versions())
    .map(|(name, value)| format!("- {name}: {}\n", value.trim()))
    .collect()
}

/// Seconds in a unit that suits them.
pub(crate) fn time(seconds: f64) -> String {
    match seconds {
        s if s < 1e-3 => format!("{:.0} µs", s * 1e6),
        s if s < 0.1 => format!("{:.1} ms", s * 1e3),
        s if s < 1.0 => format!("{:.0} ms", s * 1e3),
        s => format!("{s:.1} s"),
    }
}

fn memory(bytes: Option<u64>) -> String {
    bytes.map_or_else(String::new, |bytes| format!("{:.0} MB", bytes as f64 / 1e6))
}
