//! Finding and reading the collection that a command is about.

use std::{
    io::IsTerminal,
    path::{Path, PathBuf},
};

use super::{Colour, failure::Failure};
use crate::{
    check,
    dataset::{Dataset, Loaded},
    diag::Severity,
    graph::EventGraph,
    query::{Expr, View},
    source::{LineIndex, Sources, Span},
};

/// Where the collection is, and how answers look.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// The folder given with `--events`.
    pub(super) folder: Option<PathBuf>,
    /// When colours are used.
    pub(super) colour: Colour,
}

/// A collection without errors, and its graph.
pub(super) struct Collection {
    pub(super) dataset: Dataset,
    pub(super) graph: EventGraph,
}

impl Place {
    /// Reads the files. Says on stderr which, where they are not those of `./events`.
    pub(super) fn sources(&self) -> Result<Sources, Failure> {
        let usual = Path::new("events");
        let folder = self.folder.as_deref().unwrap_or(usual);
        if folder.is_dir() {
            if folder.strip_prefix(".").unwrap_or(folder) != usual {
                eprintln!("reading {}", folder.display());
            }
            return Ok(Sources::read_dir(folder)?);
        }
        if self.folder.is_none()
            && let Some(sources) = bundled()
        {
            eprintln!("reading the collection built into this program (no ./events here)");
            return Ok(sources);
        }
        Err(Failure::Usage(format!(
            "there is no folder `{}`; go to the folder above your events, or name it with --events DIR",
            folder.display()
        )))
    }

    /// Reads a collection to be asked: one with errors is refused, the first of them named. It stays until the command
    /// ends, since then the system takes its memory back at once.
    pub(super) fn collection(&self) -> Result<&'static Collection, Failure> {
        let sources = self.sources()?;
        let Loaded { dataset, mut diagnostics } = Dataset::load(&sources);
        let graph = EventGraph::new(&dataset);
        let errors: Vec<check::Check> =
            check::ALL.iter().filter(|check| check.info.severity == Severity::Error).copied().collect();
        check::run(&errors, &dataset, &graph, &mut diagnostics);
        if diagnostics.has_errors() {
            let sorted = diagnostics.sorted();
            let first = sorted.iter().find(|diagnostic| diagnostic.severity == Severity::Error);
            let first = first.map_or_else(String::new, |d| format!("{}: {}", place(&sources, d.span()), d.message));
            let errors = diagnostics.count(Severity::Error);
            return Err(Failure::Data(format!(
                "the collection has {errors} error{}\n  {first}\n  help: `ensue check` shows all of them, and how to mend each",
                if errors == 1 { "" } else { "s" },
            )));
        }
        Ok(Box::leak(Box::new(Collection { dataset, graph })))
    }

    /// Whether to use colours on stdout.
    pub(super) fn colours(&self) -> bool {
        match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => {
                let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
                !refused && std::io::stdout().is_terminal()
            }
        }
    }
}

impl Collection {
    /// The events that an expression chooses; all for none.
    pub(super) fn select(&self, expression: Option<&str>) -> Result<View<'_>, Failure> {
        let text = expression.unwrap_or_default();
        let expr: Expr = text.parse()?;
        Ok(crate::query::select(&expr, &self.dataset, &self.graph).map_err(|error| error.within(text))?)
    }
}

/// A place as `file:line:column`.
pub(super) fn place(sources: &Sources, span: Span) -> String {
    let file = sources.file(span.source);
    let at = LineIndex::new(file.text()).locate(file.text(), span.start);
    format!("{}:{}:{}", file.path, at.line, at.column)
}

/// The collection built into this program; none in a build without it.
fn bundled() -> Option<Sources> {
    const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/collection.rs"));
    (!FILES.is_empty()).then(|| Sources::from_memory(FILES.iter().map(|&(name, bytes)| (name, bytes))))
}
