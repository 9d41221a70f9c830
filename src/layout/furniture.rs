//! What stands around a picture: title, subtitle, legend, footer.

use super::{
    breaking, dates,
    legend::{self, Used},
    range::Range,
    set::{self, Align},
    words::Word,
};
use crate::{
    model::Lang,
    query::View,
    scene::{Item, Px, Rect, Role, Scene},
};

/// Edge of the paper to what is drawn.
pub(crate) const MARGIN: Px = 32.0;

/// What is drawn between the legend and the edge of the paper, from its own zero.
pub(crate) struct Plot {
    /// What is drawn, the top of the plot at 0, headings above it.
    pub items: Vec<Item>,
    /// Width of the paper.
    pub width: Px,
    /// From the top of the plot to the lower edge of the paper.
    pub height: Px,
}

/// Puts title, subtitle and legend above a plot.
pub(crate) fn frame(title: &str, subtitle: &str, more: &str, used: &Used, on_rails: bool, plot: Plot) -> Scene {
    let lang = used.lang;
    let (width, room) = (plot.width, plot.width - 2.0 * MARGIN);
    let mut items = Vec::new();
    let mut y = 50.0;
    for line in breaking::lines(title, room, Role::Title) {
        items.push(set::line(Role::Title, Align::Start, MARGIN, y, line));
        y += 32.0;
    }
    y -= 2.0;
    for line in breaking::lines(subtitle, room, Role::Subtitle) {
        items.push(set::line(Role::Subtitle, Align::Start, MARGIN, y, line));
        y += 18.0;
    }
    let (legend, bottom) = legend::draw(used, on_rails, MARGIN, room, y + 18.0);
    items.push(legend);
    // Whole pixels keep words crisp, and files small.
    let top = (bottom + 69.0).round();
    let height = (top + plot.height).ceil();
    items.insert(0, Item::rect(Role::Paper, Rect { x: 0.0, y: 0.0, width, height }));
    items.extend(plot.items.into_iter().map(|item| item.moved(0.0, top)));
    let description = Word::Description.with(lang, &[&subtitle, &more]).trim_end().to_owned();
    Scene { width, height, lang, title: title.to_owned(), description, items }
}

/// The subtitle: what, from when to when, how many of how many.
pub(crate) fn subtitle(view: &View, range: &Range, shown: usize) -> String {
    let lang = range.lang;
    let what = title(view, lang).unwrap_or(Word::Events.say(lang));
    let all = Word::Event.count(Word::EventCount, view.dataset.events().len(), lang);
    Word::Subtitle.with(lang, &[&what, &span(range), &shown, &all])
}

fn title<'a>(view: &View<'a>, lang: Lang) -> Option<&'a str> {
    let collection = view.dataset.collection();
    collection.title.as_ref().map(|title| lang.of(title, collection.title_zh.as_ref()))
}

/// "January 2018 to June 2026".
pub(crate) fn span(range: &Range) -> String {
    let (from, to) = (dates::month(range.from, range.lang), dates::month(range.to, range.lang));
    if from == to { from } else { Word::Span.with(range.lang, &[&from, &to]) }
}

/// Draws the lines of the footer, the first in the middle of `y`; with the height of the paper.
pub(crate) fn footer(lines: &[String], width: Px, y: Px) -> (Vec<Item>, Px) {
    let mut items = Vec::new();
    let mut y = y;
    for line in lines.iter().flat_map(|line| breaking::lines(line, width - 2.0 * MARGIN, Role::Small)) {
        items.push(set::line(Role::Small, Align::Start, MARGIN, y, line));
        y += 16.0;
    }
    (items, y + 16.0)
}

/// The collection's version and licence.
pub(crate) fn imprint(view: &View, lang: Lang) -> String {
    let collection = view.dataset.collection();
    let version = collection.version.as_ref().map(|version| Word::Version.with(lang, &[version]));
    let named = [title(view, lang).map(str::to_owned), version].into_iter().flatten().collect::<Vec<_>>();
    let named = named.join(Word::Comma.say(lang));
    let drawn = Word::DrawnBy.say(lang).to_owned();
    let parts = [Some(named).filter(|named| !named.is_empty()), collection.licence.clone(), Some(drawn)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// "as of 30 June 2026", where the collection has a day.
pub(crate) fn as_of(range: &Range) -> Option<String> {
    range.as_of.map(|day| Word::AsOf.with(range.lang, &[&dates::day(day, range.lang)]))
}
