//! Offers of companies: the list, writing one down, and its answer. And the statement that nobody wanted the rest.

pub(in crate::web) mod list;
pub(in crate::web) mod new;
pub(in crate::web) mod one;
pub(in crate::web) mod rest;

use jiff::civil::Date;

use crate::actions::House;
use crate::domain::treasury::OfferState;
use crate::paper::espr;
use crate::store::papers::PaperRow;
use crate::texts::{Message, Texts, say};

fn state_name(state: OfferState) -> Message {
    match state {
        OfferState::Open => say::company_state_open(),
        OfferState::Accepted => say::company_state_accepted(),
        OfferState::Partly => say::company_state_partly(),
        OfferState::Declined => say::company_state_declined(),
    }
}

/// The word whose colour and sign a state's badge has.
fn badge(state: OfferState) -> &'static str {
    match state {
        OfferState::Open => "open",
        OfferState::Accepted => "closed",
        OfferState::Partly => "partly",
        OfferState::Declined => "discarded",
    }
}

/// “12,5 kg”.
fn weight(t: &Texts, grams: i64) -> String {
    t.isolated(&espr::kilograms(grams, t.lang()))
}

/// A frozen paper in a list.
struct Paper {
    href: String,
    name: String,
    day: Date,
    keep_until: Option<Date>,
}

impl Paper {
    fn of(house: &House, row: &PaperRow) -> Paper {
        Paper {
            href: format!("/papers/{}", row.id),
            name: row.file_name.clone(),
            day: house.day_of(row.made_at.0),
            keep_until: row.keep_until.map(|day| day.0),
        }
    }

    /// When it was frozen, and how long it is kept.
    fn detail(&self, t: &Texts) -> String {
        let kept = self.keep_until.map(|day| t.company_paper_kept_short(day));
        t.dotted([Some(t.day(self.day)), kept].into_iter().flatten())
    }
}

/// Kilograms as they are typed, in grams: "12,5", "12.5", "1.234,5". "1.234" could be one kilogram or a thousand and is none.
fn grams(text: &str) -> Option<i64> {
    let text: String = text.trim().trim_end_matches("kg").chars().filter(|c| !c.is_whitespace()).collect();
    let (whole, part) = match (text.split_once(','), text.rsplit_once('.')) {
        (Some((whole, part)), _) => (whole.replace('.', ""), part),
        (None, Some((_, part))) if part.len() == 3 => return None,
        (None, Some((whole, part))) => (whole.to_owned(), part),
        (None, None) => (text.clone(), ""),
    };
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || part.len() > 3 || !digits(&whole) || !digits(part) {
        return None;
    }
    let part: i64 = format!("{part:0<3}").parse().ok()?;
    Some(whole.parse::<i64>().ok()? * 1000 + part)
}

#[cfg(test)]
mod tests {
    use super::grams;

    #[test]
    fn kilograms_are_read_as_people_type_them() {
        let read = ["12,5", "12.5", "1.234,5", "1234", " 3 kg", "0,005"].map(grams);
        assert_eq!(read, [12_500, 12_500, 1_234_500, 1_234_000, 3_000, 5].map(Some));
        assert_eq!(["", "1.234", "-1", "zwei", "1,2345", "9999999999"].map(grams), [None; 6]);
    }
}
