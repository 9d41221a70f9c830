//! One way to write a number of pixels.

use crate::scene::Px;

/// A number with at most two decimals, no zero before the point or at the end and no minus before zero. What is no
/// number is written as 0.
pub(crate) fn px(number: Px) -> String {
    let Some(hundredths) = hundredths(number) else { return written_out(number) };
    let mut out = String::new();
    push(&mut out, hundredths);
    out
}

/// Adds a place or length in a picture, to a tenth of a pixel, which no eye sees and keeps files small.
pub(crate) fn push_tenth(out: &mut String, number: Px) {
    let tenths = (number * 10.0).round();
    if tenths.abs() < 1e8 { push(out, tenths as i64 * 10) } else { *out += &px(tenths / 10.0) }
}

/// Adds a number of hundredths.
fn push(out: &mut String, hundredths: i64) {
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    if hundredths < 0 {
        out.push('-');
    }
    if whole > 0 || part == 0 {
        *out += itoa::Buffer::new().format(whole);
    }
    if part > 0 {
        out.push('.');
        // Zero to nine.
        let digit = |digit: u64| char::from(b'0' + digit as u8);
        out.push(digit(part / 10));
        out.extend((part % 10 > 0).then(|| digit(part % 10)));
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
            let (mut tenth, rounded) = (String::new(), (number * 10.0).round() / 10.0);
            push_tenth(&mut tenth, number);
            assert_eq!(tenth, written_out(rounded), "{number:?}");
        }
    }
}
