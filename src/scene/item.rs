//! The closed list of what a picture is made of.

use super::{PathData, Point, Px, Rect, Role, Step};
use crate::model::Lang;

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width of the paper.
    pub width: Px,
    /// Height of the paper.
    pub height: Px,
    /// The language of its words.
    pub lang: Lang,
    /// Its name, for readers that hear it.
    pub title: String,
    /// What it shows, in a sentence or two.
    pub description: String,
    /// What is drawn, from the back to the front.
    pub items: Vec<Item>,
}

/// One thing drawn, or several that belong together.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// Several things with one meaning.
    Group(Group),
    /// An upright rectangle.
    Rect(Shape<Rect>),
    /// A line or area.
    Path(Path),
    /// A disc or ring.
    Circle(Circle),
    /// One line of text.
    Text(Text),
}

/// Several items with one meaning.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Group {
    /// What they stand for.
    pub meaning: Meaning,
    /// What is drawn, from the back to the front.
    pub items: Vec<Item>,
}

/// How a group counts in a list that is read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum List {
    /// It is no list and no part of one.
    #[default]
    No,
    /// It is a list; its name is the group's.
    Whole,
    /// It is an entry of the list around it.
    Entry,
    /// It is decoration, which readers pass over.
    Hidden,
}

/// What a group stands for: read by scripts, tests and screen readers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Meaning {
    /// Whether it is read as a list.
    pub list: List,
    /// Its accessible name.
    pub name: Option<String>,
    /// What its parts are, where they do not say so themselves: `tick`, `label`, `legend`.
    pub part: Option<&'static str>,
    /// The event that it shows.
    pub event: Option<String>,
    /// The date that it stands for, in EDTF.
    pub date: Option<String>,
    /// The link that it shows: the cause's id and the effect's.
    pub link: Option<(String, String)>,
}

/// A shape with its role.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape<S> {
    /// What it means, and so how it looks.
    pub role: Role,
    /// Where it is.
    pub shape: S,
    /// Radius of its corners.
    pub radius: Px,
    /// The state that a bar stands for.
    pub state: Option<&'static str>,
}

/// A line or area.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// What it means, and so how it looks.
    pub role: Role,
    /// Its course, from `origin`.
    pub data: PathData,
    /// Where its own zero lies.
    pub origin: Point,
    /// The date that a mark stands for, where that is not the date of the event around it.
    pub date: Option<String>,
}

/// A disc or ring.
#[derive(Debug, Clone, PartialEq)]
pub struct Circle {
    /// What it means, and so how it looks.
    pub role: Role,
    /// Its middle.
    pub centre: Point,
    /// Its radius.
    pub radius: Px,
    /// The date that a mark stands for, where that is not the date of the event around it.
    pub date: Option<String>,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// What it means, and so how it looks.
    pub role: Role,
    /// Left end of its base line.
    pub at: Point,
    /// How wide it is set, whatever typeface steps in.
    pub width: Px,
    /// The words.
    pub content: String,
}

impl Item {
    /// A rectangle with square corners.
    pub fn rect(role: Role, shape: Rect) -> Self {
        Self::Rect(Shape { role, shape, radius: 0.0, state: None })
    }

    /// A rectangle with round corners.
    pub fn rounded(role: Role, shape: Rect, radius: Px) -> Self {
        Self::Rect(Shape { role, shape, radius, state: None })
    }

    /// A line or area in the paper's own coordinates.
    pub fn path(role: Role, data: PathData) -> Self {
        Self::Path(Path { role, data, origin: Point::new(0.0, 0.0), date: None })
    }

    /// A straight line.
    pub fn line(role: Role, from: Point, to: Point) -> Self {
        Self::path(role, PathData::polyline(&[from, to]))
    }

    /// A disc or ring.
    pub fn circle(role: Role, centre: Point, radius: Px) -> Self {
        Self::Circle(Circle { role, centre, radius, date: None })
    }

    /// The same, further right and further down.
    pub fn moved(mut self, right: Px, down: Px) -> Self {
        let shift = |point: &mut Point| *point = Point::new(point.x + right, point.y + down);
        match &mut self {
            Self::Rect(rect) => {
                rect.shape.x += right;
                rect.shape.y += down;
            }
            // A path in the paper's own coordinates moves its course.
            Self::Path(path) if path.origin == Point::new(0.0, 0.0) => {
                path.data.steps.iter_mut().for_each(|step| match step {
                    Step::Move(to) | Step::Line(to) | Step::Arc(_, _, to) => shift(to),
                    Step::Corner(tip, to) => {
                        shift(tip);
                        shift(to);
                    }
                    Step::Close => {}
                })
            }
            Self::Path(path) => shift(&mut path.origin),
            Self::Circle(circle) => shift(&mut circle.centre),
            Self::Text(text) => shift(&mut text.at),
            Self::Group(group) => {
                group.items =
                    std::mem::take(&mut group.items).into_iter().map(|item| item.moved(right, down)).collect();
            }
        }
        self
    }

    /// Several items under one meaning.
    pub fn group(meaning: Meaning, items: Vec<Item>) -> Self {
        Self::Group(Group { meaning, items })
    }
}

impl Meaning {
    /// A list with a name.
    pub fn list(name: impl Into<String>) -> Self {
        Self { list: List::Whole, name: Some(name.into()), ..Self::default() }
    }

    /// Parts of one kind.
    pub fn part(part: &'static str) -> Self {
        Self { part: Some(part), ..Self::default() }
    }

    /// Decoration, which readers pass over.
    pub fn hidden() -> Self {
        Self { list: List::Hidden, ..Self::default() }
    }
}
