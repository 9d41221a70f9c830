//! One way to write a number of pixels.

use crate::scene::Px;

/// A number with at most two decimals, no zero before the point or at the end and no minus before zero. What is no number is written as 0.
pub(crate) fn px(number: Px) -> String {
    if !number.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text.strip_prefix('-').map_or((false, text), |rest| (true, rest)) {
        (_, "0") => "0".to_owned(),
        (minus, size) => format!(
            "{}{}",
            if minus { "-" } else { "" },
            size.strip_prefix('0').filter(|rest| !rest.is_empty()).unwrap_or(size)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_form() {
        let written: Vec<String> = [1.0, 1.005, -0.001, 0.1 + 0.2, -3.5, 100.0, f64::NAN].map(px).to_vec();
        assert_eq!(written, ["1", "1", "0", ".3", "-3.5", "100", "0"]);
    }
}
