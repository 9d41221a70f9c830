//! The `ensue` program; everything is in the library.

use std::process::ExitCode;

/// Reading makes many small pieces on all processors at once, for which the allocators of systems are slow.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ensue::cli::run()
}
