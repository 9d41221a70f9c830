//! The only question to the wall clock.

use crate::model::Day;

/// Today, in UTC: the default day of questions about the present.
#[allow(clippy::disallowed_methods, reason = "the one place that may ask for the day")]
pub(super) fn today() -> Day {
    chrono::Utc::now().date_naive()
}
