//! One way to write a number of pixels.

use crate::scene::Px;

/// A number with at most two decimals, no zero before the point or at the end and no minus before zero. What is no
/// number is written as 0.
pub(crate) fn px(number: Px) -> String {
    let Some(hundredths) = hundredths(number) else { return written_out(number) };
    let (sign, size) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
    match (size / 100, size % 100) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, part) if part % 10 == 0 => format!("{sign}.{}", part / 10),
        (0, part) => format!("{sign}.{part:02}"),
        (whole, part) if part % 10 == 0 => format!("{sign}{whole}.{}", part / 10),
        (whole, part) => format!("{sign}{whole}.{part:02}"),
    }
}

/// The nearest whole number of hundredths, where the product is exact enough to tell; pictures are far smaller.
fn hundredths(number: Px) -> Option<i64> {
    let product = number * 100.0;
    let tie = (product.abs().fract() - 0.5).abs() < 1e-4;
    (product.abs() < 1e9 && !tie).then(|| product.round() as i64)
}

/// The same by way of all decimals, which takes several times as long.
fn written_out(number: Px) -> String {
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

/// A place or length in a picture, to a tenth of a pixel, which no eye sees and keeps files small.
pub(crate) fn tenth(number: Px) -> String {
    px((number * 10.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_form() {
        let written: Vec<String> = [1.0, 1.005, -0.001, 0.1 + 0.2, -3.5, 100.0, f64::NAN].map(px).to_vec();
        assert_eq!(written, ["1", "1", "0", ".3", "-3.5", "100", "0"]);
    }

    #[test]
    fn both_ways_write_the_same() {
        for at in -300_000..300_000 {
            let number = f64::from(at) * 0.001_25;
            assert_eq!(px(number), written_out(number), "{number:?}");
        }
        for number in [f64::INFINITY, -f64::MAX, f64::MIN_POSITIVE, -0.0, 1e7, -1e7 + 0.004, 123_456.785] {
            assert_eq!(px(number), written_out(number), "{number:?}");
        }
    }
}
