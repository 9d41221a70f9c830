//! A finished picture before it is written: shapes and words with their meaning, and no colours.
//!
//! Every writer draws from a [`Scene`], so that all formats show the same picture. What a shape looks like follows from
//! its [`Role`] alone; [`theme`] is the one table of looks.

mod geometry;
mod item;
mod path;
mod role;
mod shape;
pub mod theme;

pub use geometry::{Point, Px, Rect};
pub use item::{Circle, Group, Item, List, Meaning, Path, Scene, Shape, Text};
pub use path::{PathData, Step};
pub use role::{BarLook, LinkLook, Role, Solidity};
pub use shape::glyph;
