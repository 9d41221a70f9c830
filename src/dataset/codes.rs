//! The problems of resolving, each with its explanation.

use crate::diag::codes;

codes! {
    DUPLICATE_ID "duplicate-id" Error "two things of one name",
    FILE_NAME "file-name" Error "an event in a file that does not bear its name",
    MISSING_REGISTER "missing-register" Error "a collection without a register of actors or technologies",
    MISSING_SOURCE "missing-source" Error "a statement that does not say which of several sources it rests on",
    REGISTER_CYCLE "register-cycle" Error "entries of a register that are parts of one another",
    UNKNOWN_ACTOR "unknown-actor" Error "an actor that the register does not have",
    UNKNOWN_COMMITMENT "unknown-commitment" Error "a promise or threat that the event does not make",
    UNKNOWN_EVENT "unknown-event" Error "an event that the collection does not have",
    UNKNOWN_PART "unknown-part" Error "a part that the measure does not have",
    UNKNOWN_SOURCE "unknown-source" Error "a source that the event does not list",
    UNKNOWN_TECHNOLOGY "unknown-technology" Error "a technology that the register does not have",
}
