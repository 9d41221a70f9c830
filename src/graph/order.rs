//! Which of two events came first, as the checker reckons it.

use chrono::Days;

use crate::{
    dataset::Dataset,
    model::{DateKind, Edtf, Event},
};

/// Whether an effect is definitely earlier than its cause.
///
/// The cause counts from the earliest of its `date`, `signed`, `filed`, `published` and `effective`. Between different
/// sides one day of slack is allowed, since Beijing's morning is Washington's evening before.
pub fn definitely_before_its_cause(effect: &Event, cause: &Event, dataset: &Dataset) -> bool {
    let first = known_from(cause);
    let effect_date = &effect.date.value;
    if !effect_date.definitely_before(first) {
        return false;
    }
    let slack = u64::from(dataset.side(effect) != dataset.side(cause));
    let latest = effect_date.latest().checked_add_days(Days::new(slack));
    latest.is_some_and(|latest| latest < first.earliest())
}

/// The earliest date from which an act can have been known: of its `date`, `signed`, `filed`, `published`, `effective`.
pub fn known_from(event: &Event) -> &Edtf {
    const KINDS: [DateKind; 4] = [DateKind::Signed, DateKind::Filed, DateKind::Published, DateKind::Effective];
    let others = KINDS.iter().filter_map(|&kind| event.other_date(kind));
    others.fold(&event.date.value, |first, date| if date.earliest() < first.earliest() { date } else { first })
}
