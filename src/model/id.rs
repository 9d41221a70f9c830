//! Names of things: events, actors, technologies, and the small names used inside one event.

use std::fmt;

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Nothing was written.
    #[error("an id cannot be empty")]
    Empty,
    /// A character that ids do not contain.
    #[error("`{0}` cannot stand in an id: lower-case letters a to z, digits and hyphens only")]
    Character(char),
    /// It begins or ends with a hyphen or dot, or has two in a row.
    #[error("an id does not begin or end with a hyphen or dot, nor have two in a row")]
    Separator,
    /// An event id that is not `<side>-<year>-<slug>`.
    #[error("an event id is `<side>-<year>-<slug>`, like us-2019-huawei-entity-list")]
    Shape,
}

/// Checks the characters of an id; `dots` are allowed in the names of parts (`p1.metals`).
fn check(text: &str, dots: bool) -> Result<(), IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    let separator = |c: char| c == '-' || (dots && c == '.');
    if let Some(c) = text.chars().find(|&c| !(c.is_ascii_lowercase() || c.is_ascii_digit() || separator(c))) {
        return Err(IdError::Character(c));
    }
    let doubled = text.as_bytes().windows(2).any(|pair| pair.iter().all(|&b| separator(b as char)));
    if doubled || text.starts_with(separator) || text.ends_with(separator) {
        return Err(IdError::Separator);
    }
    Ok(())
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, dots: $dots:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The id as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

macro_rules! simple_id {
    ($(#[$doc:meta])* $name:ident, dots: $dots:literal) => {
        id! { $(#[$doc])* $name, dots: $dots }

        impl std::str::FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                check(text, $dots)?;
                Ok(Self(text.into()))
            }
        }
    };
}

id! {
    /// The stable name of an event, `<side>-<year>-<slug>`; a deal names its sides one after another
    /// (`us-cn-2020-phase-one-deal`). A corrected date does not change it.
    EventId, dots: false
}
simple_id! {
    /// The name of an actor in the register.
    ActorId, dots: false
}
simple_id! {
    /// The name of a technology in the register.
    TechnologyId, dots: false
}
simple_id! {
    /// The name of a part of a measure, unique in its event. `p1.metals` is a part cut out of `p1`.
    PartId, dots: true
}
simple_id! {
    /// The name of a promise or threat, unique in its event.
    CommitmentId, dots: false
}
simple_id! {
    /// The name of a source, unique in its event.
    SourceKey, dots: false
}

impl std::str::FromStr for EventId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        check(text, false)?;
        let words: Vec<&str> = text.split('-').collect();
        let year = |word: &&str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        let sides = words.iter().position(year).ok_or(IdError::Shape)?;
        let letters = words[..sides].iter().all(|word| word.bytes().all(|b| b.is_ascii_lowercase()));
        if sides == 0 || !letters || sides + 1 >= words.len() {
            return Err(IdError::Shape);
        }
        Ok(Self(text.into()))
    }
}

impl EventId {
    /// The sides that the id names, in its order: `["us", "cn"]` of `us-cn-2020-phase-one-deal`.
    pub fn sides(&self) -> Vec<&str> {
        self.0.split('-').take_while(|word| word.bytes().all(|b| b.is_ascii_lowercase())).collect()
    }
}

impl PartId {
    /// The part that this one is cut out of: `p1` of `p1.metals`, none of `p1`.
    pub fn stem(&self) -> Option<&str> {
        self.0.rsplit_once('.').map(|(stem, _)| stem)
    }

    /// A part named after an actor, for listings whose targets are their parts.
    pub fn of_actor(actor: &ActorId) -> Self {
        Self(actor.as_str().into())
    }

    /// A part named after an event, for links that cover another event's links.
    pub fn of_event(event: &EventId) -> Self {
        Self(event.as_str().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn event_ids_have_side_year_and_slug() {
        for good in ["us-2019-huawei-entity-list", "us-cn-2020-phase-one-deal", "world-2018-x", "us-nl-jp-2023-deal"] {
            assert!(good.parse::<EventId>().is_ok(), "{good}");
        }
        for bad in
            ["", "us-2019", "2019-x", "US-2019-x", "us-19-x", "us_2019_x", "us-2019-x-", "us--2019-x", "u2-2019-x"]
        {
            assert!(bad.parse::<EventId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn sides_of_an_id() {
        let deal: EventId = "us-cn-2020-phase-one-deal".parse().unwrap();
        assert_eq!(deal.sides(), ["us", "cn"]);
    }

    #[test]
    fn parts_have_stems() {
        let part: PartId = "p1.metals".parse().unwrap();
        assert_eq!(part.stem(), Some("p1"));
        assert!("p1..x".parse::<PartId>().is_err());
    }
}
