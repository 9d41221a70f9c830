//! The command line: the only room that prints, writes files and picks exit codes.

mod after;
mod build;
mod check;
mod collection;
mod completions;
mod explain;
mod failure;
mod graph;
mod in_force;
mod list;
mod output;
mod path;
mod picture;
mod schema;
mod show;
mod timeline;
mod today;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use collection::Place;
use failure::Failure;

/// What followed, and who says so: US-China technology trade policy as events, causes and consequences.
#[derive(Debug, Parser)]
#[command(name = "ensue", version, about, long_about = None, max_term_width = 100)]
#[command(after_help = "\
Examples:
  ensue after us-2019-huawei-entity-list      what followed, how fast, and who says so
  ensue in-force --on 2024-01-01              every measure's state on that day
  ensue list 'side(cn) & family(controls)'    a table of events
  ensue timeline -o timeline.svg              the picture
  ensue check                                 all problems of all files

Exit codes: 0 done, 1 problems in the data, 2 usage, 3 the machine.")]
struct Cli {
    /// Folder of event files [default: ./events]
    #[arg(long, global = true, value_name = "DIR")]
    events: Option<std::path::PathBuf>,
    /// Colours and bold type
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Colour::Auto)]
    color: Colour,
    #[command(subcommand)]
    command: Command,
}

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colour {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check, then write every picture and table
    Build(build::Args),
    /// All problems of all files, each with its place and how to mend it
    Check(check::Args),
    /// What followed an event: the tree of consequences, each with days since, link type, who says so
    After(after::Args),
    /// What led to an event, the other way
    Before(after::Args),
    /// One event, actor or technology, whole
    Show(show::Args),
    /// A table of events
    List(list::Args),
    /// Every measure's state on a day, part by part, with exceptions and the words as amended
    InForce(in_force::Args),
    /// The shortest chain from one event to another, or all of them
    Path(path::Args),
    /// The timeline: two sides, what each did, and what answered what
    Timeline(timeline::Args),
    /// The graph of causes and responses: .svg by the built-in layout, .dot for Graphviz
    Graph(graph::Args),
    /// What a code of `ensue check` means, and how to mend it
    Explain(explain::Args),
    /// Write the JSON schemas of the files, for completion and help in editors
    Schema(schema::Args),
    /// Print completions for a shell
    Completions(completions::Args),
    /// Print the manual page
    Man,
}

/// Runs the program on the arguments of the process.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let failed = error.use_stderr();
            // A closed pipe is no error.
            let _ = error.print();
            return ExitCode::from(if failed { 2 } else { 0 });
        }
    };
    match dispatch(&cli) {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}

fn dispatch(cli: &Cli) -> Result<ExitCode, Failure> {
    let place = Place { folder: cli.events.clone(), colour: cli.color };
    match &cli.command {
        Command::Build(args) => build::run(args, &place),
        Command::Check(args) => check::run(args, &place),
        Command::After(args) => after::run(args, crate::graph::Direction::After, &place),
        Command::Before(args) => after::run(args, crate::graph::Direction::Before, &place),
        Command::Show(args) => show::run(args, &place),
        Command::List(args) => list::run(args, &place),
        Command::InForce(args) => in_force::run(args, &place),
        Command::Path(args) => path::run(args, &place),
        Command::Timeline(args) => timeline::run(args, &place),
        Command::Graph(args) => graph::run(args, &place),
        Command::Explain(args) => explain::run(args),
        Command::Schema(args) => schema::run(args, &place),
        Command::Completions(args) => completions::run(args, &mut Cli::command()),
        Command::Man => completions::man(Cli::command()),
    }
}
