//! Days between two events, always with their basis.

use crate::model::{DateKind, Edtf, Event, vocabulary};

vocabulary! {
    /// From which days a lag is counted.
    Basis, "basis" {
        FirstPublic "first-public" "the first public day of each act",
        Published "published" "the day each stood in the official journal",
        Effective "effective" "the day each took effect",
    }
}

impl Basis {
    /// The date of an event on this basis, where it has one.
    pub fn date(self, event: &Event) -> Option<&Edtf> {
        match self {
            Self::FirstPublic => Some(&event.date.value),
            Self::Published => event.other_date(DateKind::Published),
            Self::Effective => event.other_date(DateKind::Effective),
        }
    }
}

/// Days from one event to another: an interval in, an interval out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lag {
    /// The fewest days that it can have been.
    pub min: i64,
    /// The most.
    pub max: i64,
}

impl Lag {
    /// Days from `from` to `to`; of something that lasted, its start counts.
    pub fn between(from: &Edtf, to: &Edtf) -> Self {
        let days = |a: chrono::NaiveDate, b: chrono::NaiveDate| (b - a).num_days();
        Self { min: days(from.latest(), to.earliest()), max: days(from.earliest(), to.latest()) }
    }

    /// Days between two events, none where one of them lacks the basis.
    pub fn on(basis: Basis, from: &Event, to: &Event) -> Option<Self> {
        Some(Self::between(basis.date(from)?, basis.date(to)?))
    }
}

impl std::fmt::Display for Lag {
    /// `+1 d`, `0 d`, or `+3..+33 d` where the days are not known.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = |days: i64| if days > 0 { format!("+{days}") } else { days.to_string() };
        if self.min == self.max {
            f.pad(&format!("{} d", sign(self.min)))
        } else {
            f.pad(&format!("{}..{} d", sign(self.min), sign(self.max)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_in_intervals_out() {
        let lag = |a: &str, b: &str| Lag::between(&a.parse().unwrap(), &b.parse().unwrap()).to_string();
        assert_eq!(lag("2024-12-02", "2024-12-03"), "+1 d");
        assert_eq!(lag("2024-12-02", "2024-12-02"), "0 d");
        assert_eq!(lag("2023-07", "2023-08"), "+1..+61 d");
        assert_eq!(lag("2025-05-10/2025-05-12", "2025-05-14"), "+4 d");
    }
}
