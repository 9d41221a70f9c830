//! Runs programs and takes note of time and peak memory.

use std::{
    ffi::OsStr,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// What was measured; no memory where the machine does not tell.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measured {
    pub(crate) seconds: f64,
    pub(crate) bytes: Option<u64>,
    /// The number that the function found; none for a whole process.
    pub(crate) found: Option<u128>,
}

/// Runs that take longer are not repeated.
const LONG: Duration = Duration::from_secs(3);

/// The best time of a whole process, its output thrown away. None where it cannot be run or fails.
#[allow(clippy::disallowed_methods, reason = "a benchmark looks at the clock")]
pub(crate) fn whole<S: AsRef<OsStr>>(program: &Path, arguments: &[S]) -> Option<Measured> {
    let start = Instant::now();
    let bytes = peak(program, arguments);
    let mut best = start.elapsed();
    let (mut runs, mut spent) = (0, Duration::ZERO);
    // The run under `time` counts as a measurement only where starting `time` itself makes no difference.
    if bytes.is_none() || best < LONG {
        best = Duration::MAX;
        while runs < 3 || (spent < Duration::from_secs(1) && runs < 21) {
            let start = Instant::now();
            let mut command = Command::new(program);
            let status = command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
            let time = start.elapsed();
            if !status.success() {
                return None;
            }
            (runs, spent, best) = (runs + 1, spent + time, best.min(time));
            if time > LONG {
                break;
            }
        }
    }
    Some(Measured { seconds: best.as_secs_f64(), bytes, found: None })
}

/// Peak memory as GNU time gives it.
fn peak<S: AsRef<OsStr>>(program: &Path, arguments: &[S]) -> Option<u64> {
    let output = Command::new("/usr/bin/time")
        .args(["-f", "%M"])
        .arg(program)
        .args(arguments)
        .stdout(Stdio::null())
        .output()
        .ok()?;
    if !output.status.success() {
        return None;
    }
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    Some(text.lines().last()?.trim().parse::<u64>().ok()? * 1024)
}

/// A function timed by a process of its own, which prints seconds, the number found, and kibibytes.
pub(crate) fn function<S: AsRef<OsStr>>(program: &Path, arguments: &[S]) -> Option<Measured> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let [seconds, found, kibibytes] = text.split_whitespace().collect::<Vec<_>>()[..] else { return None };
    Some(Measured {
        seconds: seconds.parse().ok()?,
        bytes: kibibytes.parse::<u64>().ok().map(|kibibytes| kibibytes * 1024),
        found: found.parse().ok(),
    })
}

/// First line that a command prints.
pub(crate) fn says(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.lines().next().map(str::to_owned)
}

/// What a program prints; none where it cannot be run or fails.
pub(crate) fn lines<S: AsRef<OsStr>>(program: &Path, arguments: &[S]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    if output.status.success() { String::from_utf8(output.stdout).ok() } else { None }
}

/// The seconds that one run of a program takes, or `limit` where it has not ended by then and is stopped. None where it
/// cannot be run or fails.
#[allow(clippy::disallowed_methods, reason = "a benchmark looks at the clock")]
pub(crate) fn limited<S: AsRef<OsStr>>(program: &str, arguments: &[S], limit: Duration) -> Option<f64> {
    let start = Instant::now();
    let mut child = Command::new(program).args(arguments).stderr(Stdio::null()).spawn().ok()?;
    while start.elapsed() < limit {
        if let Some(status) = child.try_wait().ok()? {
            return status.success().then(|| start.elapsed().as_secs_f64());
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    child.kill().ok()?;
    child.wait().ok()?;
    Some(limit.as_secs_f64())
}
