//! Days from act to answer, written at the start of each rung where there is room.

use std::collections::BTreeSet;

use super::{deals::Deal, gutter::Rung};
use crate::{
    dataset::EventIx,
    layout::{links, text, words::Word},
    model::Lang,
    scene::{Point, Px, Rect, Role},
};

/// Writes the lag of each rung between the rails, above it, at its start, else below, else further on; gives the number that found no room.
pub(crate) fn write(rungs: &mut [Rung], deals: &[Deal], (left, right): (Px, Px), lang: Lang) -> usize {
    let lines: Vec<Rect> = rungs.iter().flat_map(|rung| rung.boxes(1.0)).collect();
    let heads = rungs.iter().map(|rung| square(rung.tip, 6.0));
    let denials = rungs.iter().filter(|rung| rung.drawn.denied).map(|rung| {
        let (start, end) = rung.level();
        square(Point::new((start.x + end.x) / 2.0, start.y), 6.0)
    });
    let heads = heads.chain(denials);
    let mut taken: Vec<Rect> = lines.into_iter().chain(heads).chain(deals.iter().flat_map(Deal::rooms)).collect();
    taken.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut written: Vec<Rect> = Vec::new();
    let mut order: Vec<usize> = (0..rungs.len()).collect();
    order.sort_by(|&a, &b| rungs[a].tip.y.total_cmp(&rungs[b].tip.y).then(a.cmp(&b)));
    let mut left_out = 0;
    let mut said: BTreeSet<(EventIx, String)> = BTreeSet::new();
    for at in order {
        let rung = &mut rungs[at];
        let lag = links::lag_words(rung.drawn.lag, lang);
        let words = rung.origin.as_ref().map_or(lag.clone(), |origin| Word::LagFrom.with(lang, &[&lag, origin]));
        let width = text::width(&words, Role::Figures);
        let near: Vec<&Rect> =
            taken.iter().filter(|rect| rect.y < rung.tip.y + 20.0 && rect.bottom() > rung.tip.y - 20.0).collect();
        let free = |base: &Point| {
            let room = extent(*base, width);
            room.x > left + 6.0
                && room.right() < right - 6.0
                && near.iter().all(|rect| !rect.overlaps(&room))
                && written.iter().all(|rect| !rect.overlaps(&room))
        };
        match candidates(rung, width).into_iter().find(free) {
            Some(base) => {
                written.push(extent(base, width));
                said.insert((rung.drawn.to, words.clone()));
                rung.lag = Some((base, words));
            }
            // Of rungs that arrive at one point with one lag, it is enough that one bears it.
            None if said.contains(&(rung.drawn.to, words)) => {}
            None => left_out += 1,
        }
    }
    left_out
}

/// The room of a line of small figures, with a little air.
pub(crate) fn extent(base: Point, width: Px) -> Rect {
    Rect { x: base.x - 3.0, y: base.y - 9.0, width: width + 6.0, height: 11.5 }
}

fn square(centre: Point, half: Px) -> Rect {
    Rect::between(centre.x - half, centre.x + half, centre.y - half, centre.y + half)
}

/// Base lines in order of preference.
fn candidates(rung: &Rung, width: Px) -> Vec<Point> {
    let (start, end) = rung.level();
    let towards = (end.x - start.x).signum();
    let length = (end.x - start.x).abs();
    // A short rung has its lag right at its start.
    let aside = if length > width + 25.0 { 9.0 } else { 4.0 };
    let room = length - aside - 6.0 - width;
    let left_end = |shift: Px| if towards > 0.0 { start.x + aside + shift } else { start.x - aside - shift - width };
    let mut bases = Vec::new();
    let mut shift = 0.0;
    while shift <= room {
        bases.extend([start.y - 4.0, start.y + 12.0].map(|y| Point::new(left_end(shift), y)));
        shift += 10.0;
    }
    // Too short a rung has its lag on the other side of its channel.
    for shift in [7.0, 17.0, 27.0, 37.0] {
        let x = if towards > 0.0 { start.x - shift - width } else { start.x + shift };
        bases.extend([4.0, -4.0, 12.0].map(|y| Point::new(x, start.y + y)));
    }
    bases
}
