//! Problems as workflow commands, which GitHub shows beside the lines of a pull request.
//! Escapes as in <https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts>.

use std::io::{self, Write};

use super::{Diagnostic, place::Places};
use crate::source::Sources;

/// One command a line.
///
/// # Errors
/// Where `out` cannot be written.
pub(super) fn write(problems: &[&Diagnostic], sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
    let mut places = Places::new(sources);
    for problem in problems {
        let (file, place) = places.start(problem.span());
        // Paths are those of the repository, which do not begin with a dot.
        let file = property(file.strip_prefix("./").unwrap_or(file));
        let word = problem.severity.word();
        let (line, column, code) = (place.line, place.column, problem.code);
        let mut message = problem.message.clone();
        if let Some(help) = &problem.help {
            message.push('\n');
            message.push_str(help);
        }
        writeln!(out, "::{word} file={file},line={line},col={column},title={code}::{}", data(&message))?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
