//! Lines of words by script.

use crate::layout::text::is_chinese;

/// Stretches of a line that are Chinese, and those that are not.
pub(super) fn runs(content: &str) -> Vec<(&str, bool)> {
    let mut runs = Vec::new();
    let mut start = 0;
    let mut kind = None;
    for (at, c) in content.char_indices() {
        let chinese = is_chinese(u32::from(c));
        if let Some(before) = kind.replace(chinese).filter(|&before| before != chinese) {
            runs.push((&content[start..at], before));
            start = at;
        }
    }
    runs.extend(kind.map(|kind| (&content[start..], kind)));
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_runs_are_marked() {
        assert_eq!(runs("ab 商务部 c"), [("ab ", false), ("商务部", true), (" c", false)]);
        assert_eq!(runs("，"), [("，", true)]);
        assert_eq!(runs(""), []);
    }
}
