//! The domain: what an event is, without spans, files or colours.
//!
//! Every value here is valid by construction: an [`Event`] cannot hold an unknown category, an impossible date or a
//! malformed identifier. That the ids it names exist is promised by the dataset that holds it.

mod actor;
mod amount;
mod category;
mod cause;
mod collection;
mod commitment;
mod dates;
mod edtf;
mod event;
mod evidence;
mod id;
mod identifier;
mod importance;
mod lang;
mod legal;
mod measure;
mod reference;
mod technology;
mod vocabulary;

pub use actor::{Actor, ActorKind};
pub use amount::Amount;
pub use category::{Category, Family};
pub use cause::{CauseClaim, CauseType};
pub use collection::Collection;
pub use commitment::Commitment;
pub use dates::{DateKind, Dated};
pub use edtf::{Day, Edtf, EdtfError, Form, Precision};
pub use event::{Event, Target, TargetHow};
pub use evidence::{Accepted, Conflict, ConflictValue, Evidence, Stance, Unanswered};
pub use id::{ActorId, CommitmentId, EventId, IdError, PartId, SourceKey, TechnologyId};
pub use identifier::{Identifier, Scheme};
pub use importance::Importance;
pub use lang::Lang;
pub use legal::{LegalLink, LegalType, LinkPart, Then};
pub use measure::{Measure, Part};
pub use reference::{Source, SourceKind};
pub use technology::Technology;
pub use vocabulary::Vocabulary;
pub(crate) use vocabulary::vocabulary;
