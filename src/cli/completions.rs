//! `ensue completions` and `ensue man`.

use std::process::ExitCode;

use super::{failure::Failure, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  ensue completions bash > ~/.local/share/bash-completion/completions/ensue")]
pub(super) struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

pub(super) fn run(args: &Args, command: &mut clap::Command) -> Result<ExitCode, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, command, "ensue", &mut text);
    output::print(&text)
}

/// The manual page, in roff.
pub(super) fn man(command: clap::Command) -> Result<ExitCode, Failure> {
    let mut text = Vec::new();
    clap_mangen::Man::new(command)
        .render(&mut text)
        .map_err(|error| Failure::Machine(format!("cannot write the manual: {error}")))?;
    output::print(&text)
}
