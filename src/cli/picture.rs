//! What the commands that draw share: how a picture is set, and how it is written.

use std::{
    collections::BTreeSet,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use super::{after::word, failure::Failure, output};
use crate::{
    model::Lang,
    query::View,
    render::{self, Fonts, Format, RenderOptions, Rendered},
};

/// How a picture is set, whatever it shows.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct Setting {
    /// none (names them), embed (holds the letters it uses) or link (writes them to fonts/ beside it)
    #[arg(long, value_name = "FONTS", default_value = "none", value_parser = word::<Fonts>)]
    pub(super) fonts: Fonts,
    /// en, or zh for Chinese titles where there are any, Chinese dates and a Chinese legend
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = word::<Lang>)]
    pub(super) lang: Lang,
    /// Number the events, and write the sources under those numbers below the picture
    #[arg(long)]
    pub(super) cite: bool,
}

/// Draws a view in a format.
pub(super) fn render(format: Format, view: &View, options: &RenderOptions) -> Result<Rendered, Failure> {
    render::render(format, view, options).map_err(|error| Failure::Machine(error.to_string()))
}

/// Writes a picture of a view with what belongs beside it, and says what was written.
pub(super) fn write(view: &View, format: Format, options: &RenderOptions, path: &Path) -> Result<ExitCode, Failure> {
    let mut told = std::io::stderr();
    // Nothing is lost where stderr is closed.
    if view.events.is_empty() {
        let _ = writeln!(told, "note: no event is chosen by this selection; the picture is empty");
    }
    let made = render(format, view, options)?;
    tell_lacking(&made.lacking);
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut files: Vec<(PathBuf, &[u8])> = made.beside.iter().map(|(way, bytes)| (folder.join(way), *bytes)).collect();
    files.push((path.to_owned(), &made.bytes));
    output::write_all(&files)?;
    let _ = writeln!(told, "wrote {} ({} events)", path.display(), view.events.len());
    Ok(ExitCode::SUCCESS)
}

/// Warns of characters that no typeface of the program has.
pub(super) fn tell_lacking(lacking: &BTreeSet<char>) {
    const SHOWN: usize = 20;
    if lacking.is_empty() {
        return;
    }
    let some: Vec<String> = lacking.iter().take(SHOWN).map(|letter| letter.escape_debug().to_string()).collect();
    let more = if lacking.len() > SHOWN { format!(" and {} more", lacking.len() - SHOWN) } else { String::new() };
    let _ = writeln!(
        std::io::stderr(),
        "warning: the typefaces lack {}{more}; each machine sets them in its own",
        some.join(" ")
    );
}
