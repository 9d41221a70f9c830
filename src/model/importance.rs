//! How much an event matters to the story.

use super::vocabulary::vocabulary;

vocabulary! {
    /// How much an event matters: weight and ink on pictures, never size or colour.
    Importance, "importance" {
        Major "major" "a turning point, labelled in bold and always drawn",
        Notable "notable" "part of the story; the default",
        Minor "minor" "background, or a step on the way",
    }
}
