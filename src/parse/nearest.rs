//! "Did you mean": the known word nearest to a mistyped one.

/// The candidate nearest to `word` by optimal string alignment distance, if it is near enough to be meant: at most a
/// third of the letters differ. The first of several equally near ones.
pub(crate) fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    // Longer words are nobody's slip, and comparing them costs the product of the lengths.
    const LONGEST: usize = 100;
    if word.len() > LONGEST {
        return None;
    }
    let allowed = |candidate: &str| (word.len().max(candidate.len()) / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= allowed(candidate))
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= allowed(candidate))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_mended_and_strangers_are_not() {
        let words = ["tariff", "sanctions", "standards", "us"];
        assert_eq!(nearest("tarrif", words), Some("tariff"));
        assert_eq!(nearest("sanction", words), Some("sanctions"));
        assert_eq!(nearest("su", words), Some("us"));
        assert_eq!(nearest("banana", words), None);
        assert_eq!(nearest("", words), None);
    }
}
