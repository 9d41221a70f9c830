//! Plane geometry in pixels.

/// A length or coordinate in CSS pixels; x grows to the right, y downwards.
pub type Px = f64;

/// A place on the paper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Pixels from the left edge.
    pub x: Px,
    /// Pixels from the top edge.
    pub y: Px,
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: Px,
    /// Top edge.
    pub y: Px,
    /// Extent to the right, never negative.
    pub width: Px,
    /// Extent downwards, never negative.
    pub height: Px,
}

impl Point {
    /// The place at these coordinates.
    pub fn new(x: Px, y: Px) -> Self {
        Self { x, y }
    }
}

impl Rect {
    /// The rectangle between two edges each way; edges may come in either order.
    pub fn between(x0: Px, x1: Px, y0: Px, y1: Px) -> Self {
        Self { x: x0.min(x1), y: y0.min(y1), width: (x1 - x0).abs(), height: (y1 - y0).abs() }
    }

    /// Right edge.
    pub fn right(&self) -> Px {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(&self) -> Px {
        self.y + self.height
    }

    /// Whether the insides of both have a point in common; sharing an edge is not enough.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies within.
    pub fn contains(&self, other: &Self) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }
}
