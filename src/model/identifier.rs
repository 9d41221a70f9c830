//! Numbers under which others know an act, each with its own form.

use super::{Vocabulary, vocabulary::vocabulary};

vocabulary! {
    /// The numbering scheme of an identifier.
    Scheme, "identifier" {
        FederalRegister "federal_register" "Federal Register citation: `84 FR 22961`",
        FrDocument "fr_document" "Federal Register document number: `2019-10616`",
        ExecutiveOrder "executive_order" "number of an executive order: `13873`",
        PublicLaw "public_law" "public law of the United States: `115-232`",
        Bill "bill" "bill, with its Congress where that matters: `H.R. 4346`",
        Docket "docket" "docket of an agency: `USTR-2018-0005`",
        Rin "rin" "regulation identifier number: `0694-AH99`",
        Cfr "cfr" "place in the Code of Federal Regulations: `15 CFR 231`",
        Eccn "eccn" "export control classification number: `3B001`",
        Hs "hs" "customs tariff heading: `8542.30`",
        Mofcom "mofcom" "MOFCOM Announcement, year and number: `2024-46`",
        Number "number" "any other number, as printed: `商务部令2020年第4号`",
        Wto "wto" "WTO dispute or document: `DS615`",
        Celex "celex" "CELEX number of EU law: `32023R1781`",
        Case "case" "number of a court case, as printed",
        Sec "sec" "SEC accession number: `0000723125-23-000022`",
    }
}

/// A number under which others know an act; its form is that of its scheme.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identifier {
    scheme: Scheme,
    value: Box<str>,
}

impl Identifier {
    /// The identifier, if `value` has the form of `scheme`.
    pub fn new(scheme: Scheme, value: &str) -> Option<Self> {
        has_form(scheme, value).then(|| Self { scheme, value: value.into() })
    }

    /// Its scheme.
    pub fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// Its value as written.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The official page of the act, where the number alone leads to one.
    pub fn official_page(&self) -> Option<String> {
        let value = &*self.value;
        match self.scheme {
            Scheme::FederalRegister => {
                Some(format!("https://www.federalregister.gov/citation/{}", value.replace(' ', "-")))
            }
            Scheme::FrDocument => Some(format!("https://www.federalregister.gov/d/{value}")),
            Scheme::ExecutiveOrder => Some(format!("https://www.federalregister.gov/executive-order/{value}")),
            Scheme::PublicLaw => {
                let (congress, number) = value.split_once('-')?;
                Some(format!("https://www.govinfo.gov/link/plaw/{congress}/public/{number}"))
            }
            Scheme::Wto => {
                let number = value.strip_prefix("DS")?;
                Some(format!("https://www.wto.org/english/tratop_e/dispu_e/cases_e/ds{number}_e.htm"))
            }
            Scheme::Celex => Some(format!("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:{value}")),
            _ => None,
        }
    }

    /// Whether two events that share it are likely one act entered twice.
    pub fn names_one_act(&self) -> bool {
        use Scheme as S;
        matches!(self.scheme, S::FederalRegister | S::FrDocument | S::ExecutiveOrder | S::Mofcom)
    }

    /// How an identifier of `scheme` looks, for messages.
    pub fn example(scheme: Scheme) -> &'static str {
        scheme.meaning().rsplit_once(": ").map_or("any text", |(_, example)| example)
    }
}

fn digits(text: &str, least: usize, most: usize) -> bool {
    (least..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// Two halves around `separator`, each a number of so many digits.
fn pair(text: &str, separator: &str, first: (usize, usize), second: (usize, usize)) -> bool {
    text.split_once(separator).is_some_and(|(a, b)| digits(a, first.0, first.1) && digits(b, second.0, second.1))
}

fn has_form(scheme: Scheme, value: &str) -> bool {
    match scheme {
        Scheme::FederalRegister => pair(value, " FR ", (1, 3), (1, 6)),
        Scheme::FrDocument => is_fr_document(value),
        Scheme::ExecutiveOrder => digits(value, 4, 5),
        Scheme::PublicLaw => pair(value, "-", (1, 3), (1, 3)),
        Scheme::Bill => is_bill(value),
        Scheme::Docket => {
            value.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_. ".contains(&b))
                && value.bytes().any(|b| b.is_ascii_digit())
        }
        Scheme::Rin => value.split_once('-').is_some_and(|(agency, rest)| {
            digits(agency, 4, 4)
                && (4..=5).contains(&rest.len())
                && rest.is_char_boundary(2)
                && rest[..2].bytes().all(|b| b.is_ascii_uppercase())
                && digits(&rest[2..], 2, 3)
        }),
        Scheme::Cfr => value
            .split_once(" CFR ")
            .is_some_and(|(title, place)| digits(title, 1, 2) && place.starts_with(|c: char| c.is_ascii_digit())),
        Scheme::Eccn => is_eccn(value),
        Scheme::Hs => {
            let figures: String = value.chars().filter(|&c| c != '.').collect();
            digits(&figures, 4, 10) && value.split('.').all(|group| digits(group, 2, 10))
        }
        Scheme::Mofcom => pair(value, "-", (4, 4), (1, 3)),
        Scheme::Number | Scheme::Case => !value.trim().is_empty(),
        Scheme::Wto => {
            value.strip_prefix("DS").is_some_and(|n| digits(n, 1, 4))
                || ["WT/", "G/", "S/"].iter().any(|series| value.starts_with(series) && value.len() > series.len())
        }
        Scheme::Celex => {
            value.len() >= 9
                && value.is_ascii()
                && digits(&value[..5], 5, 5)
                && value.as_bytes()[5].is_ascii_uppercase()
                && value[6..].bytes().all(|b| b.is_ascii_alphanumeric() || b"()-/".contains(&b))
        }
        Scheme::Sec => {
            let groups: Vec<&str> = value.split('-').collect();
            matches!(groups[..], [filer, year, number] if digits(filer, 10, 10) && digits(year, 2, 2) && digits(number, 6, 6))
        }
    }
}

/// `2019-10616`, the older `E8-1234` and `05-1234`, or a correction, `C1-2019-10616`.
fn is_fr_document(value: &str) -> bool {
    let value = match value.split_once('-') {
        Some((head, tail)) if head.len() == 2 && head.starts_with('C') && tail.contains('-') => tail,
        _ => value,
    };
    value.split_once('-').is_some_and(|(year, number)| {
        let year = year.strip_prefix(['E', 'Z', 'R']).unwrap_or(year);
        digits(year, 1, 4) && digits(number, 1, 6)
    })
}

/// `H.R. 4346` or `S. 1260`, with or without the Congress behind it: `H.R. 4346 (117th)`.
fn is_bill(value: &str) -> bool {
    let bill = value.split_once(" (").map_or(value, |(bill, _)| bill);
    bill.rsplit_once(' ').is_some_and(|(chamber, number)| {
        digits(number, 1, 5)
            && ["H.R.", "S.", "H.Res.", "S.Res.", "H.J.Res.", "S.J.Res.", "H.Con.Res.", "S.Con.Res."].contains(&chamber)
    })
}

/// A digit, a letter A to E, three digits, then paragraphs: `3A090`, `3B001.f.1.b.2`.
fn is_eccn(value: &str) -> bool {
    let (entry, paragraphs) = value.split_once('.').map_or((value, None), |(entry, rest)| (entry, Some(rest)));
    let entry_ok = entry.len() == 5
        && entry.is_ascii()
        && digits(&entry[..1], 1, 1)
        && (b'A'..=b'E').contains(&entry.as_bytes()[1])
        && digits(&entry[2..], 3, 3);
    let paragraph = |p: &str| !p.is_empty() && p.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    entry_ok && paragraphs.is_none_or(|rest| rest.split('.').all(paragraph))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_each_scheme_has_its_form() {
        for &scheme in Scheme::ALL {
            let example = Identifier::example(scheme).trim_matches('`');
            assert!(Identifier::new(scheme, example).is_some(), "{scheme}: {example}");
        }
    }

    #[test]
    fn malformed_identifiers_are_refused() {
        let bad = [
            (Scheme::FederalRegister, "84 F.R. 22961"),
            (Scheme::FrDocument, "2019_10616"),
            (Scheme::ExecutiveOrder, "EO 13873"),
            (Scheme::PublicLaw, "P.L. 115-232"),
            (Scheme::Rin, "0694AH99"),
            (Scheme::Rin, "0694-é99"),
            (Scheme::Eccn, "3F001"),
            (Scheme::Eccn, "3A001."),
            (Scheme::Hs, "85.4"),
            (Scheme::Mofcom, "46-2024"),
            (Scheme::Celex, "2023R1781"),
            (Scheme::Celex, "3202é1781x"),
            (Scheme::Number, " "),
            (Scheme::Wto, "WT/"),
        ];
        for (scheme, value) in bad {
            assert!(Identifier::new(scheme, value).is_none(), "{scheme}: {value}");
        }
    }

    #[test]
    fn numbers_lead_to_official_pages() {
        let law = Identifier::new(Scheme::PublicLaw, "115-232").unwrap();
        assert_eq!(law.official_page().unwrap(), "https://www.govinfo.gov/link/plaw/115/public/232");
    }
}
