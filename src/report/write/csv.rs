//! CSV after RFC 4180, safe to open in a spreadsheet.

use crate::report::Report;

pub(super) fn write(report: &Report) -> std::io::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let flat = (report.flat)();
    writer.write_record(&flat.columns)?;
    for row in &flat.rows {
        writer.write_record(row.iter().map(|cell| defused(cell)))?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// A spreadsheet takes a cell that begins so for a formula; an apostrophe before it keeps it text.
fn defused(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_numbers_kept() {
        assert_eq!(defused("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(defused("@x"), "'@x");
        assert_eq!(defused("-12"), "-12");
        assert_eq!(defused("2020-10-14"), "2020-10-14");
    }
}
