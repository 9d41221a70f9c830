//! State of a measure's parts on any day: the fold of the data model.
//!
//! A measure is the event that created it; what later events do to it is read from their legal links. A link acts on
//! everything that its target put in force: the measure's part itself, and the target's own links. So a court's stay
//! lands on a suspension, and an extension moves a suspension's end. Nothing here is stored: every state is worked out
//! from the links, and the order of files never matters.

mod answer;
mod fold;
mod history;
mod parts;
mod reach;
mod spans;

pub use answer::{PartState, StateWord, measure_states, state_of_part, state_of_whole};
pub use history::{Phase, whole_history};
pub use parts::{MeasurePart, measure_parts, own_parts};
pub use reach::{Reached, acts_on_anything, reached};

#[cfg(test)]
mod tests;
