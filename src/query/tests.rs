use super::*;
use crate::{dataset::Dataset, graph::EventGraph, source::Sources};

/// Four events: a and b answer each other, c is a Chinese act of its own, law is what a rests on.
fn collection() -> Dataset {
    let event = |id: &str, date: &str, side: &str, rest: &str| {
        format!(
            "- id: {id}\n  title: {id} happens\n  date: {date}\n  category: export-control\n  actors: [{side}]\n  \
             summary: What happens, to whom.\n{rest}  sources:\n    - {{id: s, kind: press, title: T, publisher: P, url: \"https://example.org/\"}}\n"
        )
    };
    let cause = |of: &str| {
        format!(
            "  causes:\n    - event: {of}\n      type: responds-to\n      evidence: [{{stance: supports, says: It says so.}}]\n"
        )
    };
    let events = [
        event("us-1977-law", "1977", "us", ""),
        event(
            "us-2020-a",
            "2020-01-10",
            "us",
            "  measure: {until: 2020-12-31}\n  legal: [{type: based-on, event: us-1977-law}]\n",
        ),
        event("cn-2020-b", "2020-02", "cn", &cause("us-2020-a")),
        event("us-2020-d", "2020-03-01", "us", &cause("cn-2020-b")),
        event("cn-2021-c", "2021-05-01/2021-05-03", "cn", "  technologies: [gallium]\n"),
    ];
    let actors = "- {id: us, name: United States, side: us, kind: jurisdiction}\n- {id: cn, name: China, side: cn, kind: jurisdiction}\n";
    let technologies = "- {id: minerals, name: Minerals}\n- {id: gallium, name: Gallium, broader: minerals}\n";
    let files = [
        ("actors.yaml", actors.to_owned()),
        ("technologies.yaml", technologies.to_owned()),
        ("e.yaml", events.concat()),
    ];
    let loaded = Dataset::load(&Sources::from_memory(files.map(|(name, text)| (name, text.into_bytes()))));
    assert!(!loaded.diagnostics.has_errors(), "{:#?}", loaded.diagnostics.sorted());
    loaded.dataset
}

fn chosen(expression: &str) -> Result<String, QueryError> {
    let dataset = collection();
    let graph = EventGraph::new(&dataset);
    let view = select(&expression.parse()?, &dataset, &graph)?;
    let slug = |id: &str| id.rsplit('-').next().unwrap_or_default().to_owned();
    Ok(view.events.iter().map(|&ix| slug(dataset.event(ix).id.as_str())).collect::<Vec<String>>().join(" "))
}

#[test]
fn every_function_and_operator() {
    for (expression, expected) in [
        ("", "law a b d c"),
        ("us-2020-a", "a"),
        ("2020-a", "a"),
        ("us-2020-a::", "a b d"),
        ("::us-2020-d", "a b d"),
        ("cn-2020-b::us-2020-d", "b d"),
        ("us-2020-a::us-2020-d & side(cn)", "b"),
        ("side(us) & ~us-1977-law", "a d"),
        ("not side(us) or us-2020-a", "a b c"),
        ("side(China)", "b c"),
        ("us-2020-a | cn-2020-b & side(us)", "a"),
        ("(us-2020-a | cn-2020-b) & side(us)", "a"),
        ("category(export-control)", "law a b d c"),
        ("family(trade)", ""),
        ("actor(cn)", "b c"),
        ("technology(minerals)", "c"),
        ("importance(notable) & since(2021)", "c"),
        ("text(\"-b happens\")", "b"),
        ("on(2020-02-10)", "b"),
        ("on(2021-05-02)", "c"),
        ("until(2020-01-09)", "law"),
        ("since(2020-02-29)", "b d c"),
        ("between(2020-01-10, 2020-02-01)", "a b"),
        ("in-force(2020-06-01)", "a"),
        ("in-force(2021-01-01)", ""),
        ("causes(us-2020-d)", "a b"),
        ("causes(us-2020-d, 1)", "b"),
        ("effects(us-2020-a, 1)", "b"),
        ("roots(us-2020-a | us-2020-d)", "a"),
        ("leaves(us-2020-a::)", "d"),
        ("episode(cn-2020-b)", "a b d"),
        ("via(responds-to, us-2020-a)", "b"),
        ("via(based-on, us-1977-law)", "a"),
        ("said(reported)", "b d"),
        ("said(named)", ""),
    ] {
        assert_eq!(chosen(expression).as_deref(), Ok(expected), "{expression}");
    }
}

#[test]
fn every_function_is_tried_above() {
    let tried = include_str!("tests.rs");
    for term in TERMS.iter().filter(|term| !matches!(term.name(), "target" | "identifier")) {
        assert!(tried.contains(&format!("{}(", term.name())), "{}", term.name());
    }
}

#[test]
fn errors_point_into_the_expression() {
    for (expression, mark, words) in [
        ("side(us) & catgory(tariff)", "catgory(tariff)", "did you mean `category`?"),
        ("category(tarif)", "tarif", "did you mean `tariff`?"),
        ("us-2020", "us-2020", "us-2020-a, us-2020-d"),
        ("us-2020-x", "us-2020-x", "did you mean us-2020-"),
        ("side(us) side(cn)", "side", "join two selections"),
        ("(side(us)", "(", "is not closed"),
        ("since(May)", "May", "write 2022-10-07"),
        ("in-force(2020)", "2020", "a day was expected"),
        ("between(2020)", "between(2020)", "between(a, b)"),
        ("x:y", ":", "x::"),
        ("text(\"open", "\"open", "never closed"),
        ("side(us) &", "", "breaks off"),
        ("side(镓)", "镓", "one of: us, cn"),
        ("a % b", "%", "quotation marks"),
    ] {
        let error = chosen(expression).unwrap_err();
        assert_eq!(&expression[error.at.clone()], mark, "{error}");
        assert!(error.to_string().contains(words), "{error}");
    }
}

#[test]
fn deep_nesting_is_refused() {
    let deep = "(".repeat(100_000);
    assert!(deep.parse::<Expr>().unwrap_err().message.contains("nested"));
    let nots = "~".repeat(100_000);
    assert!(nots.parse::<Expr>().is_err());
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in ".*") {
        if let Err(error) = text.parse::<Expr>() {
            let _ = error.to_string();
        }
    }
}
