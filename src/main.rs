//! The `ensue` program; everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    ensue::cli::run()
}
