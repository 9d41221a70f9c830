//! `ensue explain`.

use std::process::ExitCode;

use super::{failure::Failure, output};
use crate::{check, diag::CodeInfo};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  ensue explain unknown-key")]
pub(super) struct Args {
    /// The code, as `ensue check` prints it; without one, all codes in a line each
    code: Option<String>,
}

pub(super) fn run(args: &Args) -> Result<ExitCode, Failure> {
    let Some(wanted) = &args.code else {
        let width = check::codes().map(|info| info.code.0.len()).max().unwrap_or(0);
        let line = |info: &CodeInfo| format!("{:width$}  {:7}  {}\n", info.code, info.severity.word(), info.summary);
        return output::print(check::codes().map(line).collect::<String>().as_bytes());
    };
    let Some(info) = check::codes().find(|info| info.code.0 == wanted) else {
        let near = check::codes()
            .map(|info| info.code.0)
            .max_by(|a, b| strsim::jaro_winkler(a, wanted).total_cmp(&strsim::jaro_winkler(b, wanted)));
        let help = near.map(|near| format!("; the nearest is {near}")).unwrap_or_default();
        return Err(Failure::Usage(format!(
            "there is no code `{}`{help} (`ensue explain` lists all)",
            wanted.escape_debug()
        )));
    };
    let text = format!("{} ({})\n{}\n\n{}\n", info.code, info.severity.word(), info.summary, info.doc.trim());
    output::print(text.as_bytes())
}
