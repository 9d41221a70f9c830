//! Lags in words.

use crate::graph::Lag;

/// `+1 d`, or `?` where the basis has no date for one of the two.
pub(super) fn lag(lag: Option<Lag>) -> String {
    lag.map_or_else(|| "? d".to_owned(), |lag| lag.to_string())
}
