use super::{OneOrMany, record};
use crate::{
    model::{ActorId, ActorKind, Edtf},
    parse::leaf::{Line, Url},
    source::Spanned,
};

record! {
    /// One entry of the register of actors.
    RawActor "an actor" {
        /// Its name in event files.
        required "id" id: Spanned<ActorId>,
        /// Its English name.
        expected "name" name: Spanned<Line>,
        /// Its Chinese name.
        optional "name_zh" name_zh: Spanned<Line>,
        /// A short name for labels; by default the name.
        optional "short" short: Spanned<Line>,
        /// The jurisdiction that it acts for; this gives an event its lane.
        expected "side" side: Spanned<ActorId>,
        /// What it is.
        expected "kind" kind: Spanned<ActorKind>,
        /// The body that it belongs to; for a company the owning company, never the state.
        optional "parent" parent: Spanned<ActorId>,
        /// Other names that it is known by.
        optional "aliases" aliases: OneOrMany<Line>,
        /// Its own page.
        optional "url" url: Spanned<Url>,
        /// The entry that it continues under a new name.
        optional "renamed_from" renamed_from: Spanned<ActorId>,
        /// When it began to exist, or to bear this name.
        optional "since" since: Spanned<Edtf>,
    }
}
