//! Printing answers and writing files.

use std::{
    fs,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use super::{collection::Place, failure::Failure};
use crate::{
    dataset::Dataset,
    report::{self, Format, Report, TextStyle},
};

/// Prints bytes on stdout. A closed pipe is no error.
pub(super) fn print(bytes: &[u8]) -> Result<ExitCode, Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(Failure::Machine(format!("cannot write to standard output: {error}"))),
    }
}

/// Prints an answer, and what belongs beside it on stderr.
pub(super) fn answer(report: &Report, dataset: &Dataset, format: Format, place: &Place) -> Result<ExitCode, Failure> {
    let width = if io::stdout().is_terminal() { terminal_width() } else { None };
    let style = TextStyle { colour: place.colours(), width };
    let bytes = report::write(report, dataset, format, style)
        .map_err(|error| Failure::Machine(format!("cannot write the answer: {error}")))?;
    let code = print(&bytes)?;
    for note in &report.notes {
        // Nothing is lost where stderr is closed too.
        let _ = writeln!(io::stderr(), "note: {note}");
    }
    Ok(code)
}

/// Columns of the terminal, as comfy-table reads them from the system.
fn terminal_width() -> Option<usize> {
    comfy_table::Table::new().width().map(usize::from)
}

/// Writes a file beside its target and renames it, so that a crash or a full disk leaves the old one.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_all(&[(path.to_owned(), bytes)])
}

/// Writes files beside their targets, and renames them once all are written, so that a failure leaves all old ones.
pub(super) fn write_all<B: AsRef<[u8]>>(files: &[(PathBuf, B)]) -> Result<(), Failure> {
    let failed = |path: &Path, error: io::Error| Failure::Machine(format!("cannot write {}: {error}", path.display()));
    if let Some((path, _)) = files.iter().find(|(path, _)| path.is_dir()) {
        return Err(Failure::Machine(format!("cannot write {}: a folder of that name is in the way", path.display())));
    }
    let mut written = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
        let write = || {
            let mut file = tempfile::Builder::new().prefix(".ensue-").tempfile_in(folder)?;
            file.write_all(bytes.as_ref())?;
            file.as_file().sync_all()?;
            set_mode(file.as_file())?;
            Ok(file)
        };
        written.push((path, write().map_err(|error| failed(path, error))?));
    }
    for (path, file) in written {
        file.persist(path).map_err(|error| failed(path, error.error))?;
    }
    Ok(())
}

/// Temporary files are private; what replaces a picture is readable as any new file is.
#[cfg(unix)]
fn set_mode(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn set_mode(_: &fs::File) -> io::Result<()> {
    Ok(())
}
