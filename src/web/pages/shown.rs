//! How things are shown on more than one page: their names, states and moments, and the addresses of lists.

use jiff::tz::TimeZone;

use crate::actions::ActionError;
use crate::codes::{self, Kind};
use crate::domain::PartialDay;
use crate::domain::catalogue::{Catalogue, Product};
use crate::domain::donation::{Came, DonationState, DonorKind, Origin, Source, ThanksBy};
use crate::domain::item::Condition;
use crate::store::items::ItemRow;
use crate::store::paging::Cursor;
use crate::store::{At, Db, labels};
use crate::texts::{Lang, Message, Texts, say};

pub(super) use super::households::cut_word as cut;

/// Rows on one page of a list.
pub(super) const ROWS: i64 = 50;

/// “Winterjacke Gr. 104”.
pub(super) fn item_name(t: &Texts, catalogue: &Catalogue, item: &ItemRow) -> String {
    let words = item.words(catalogue);
    match &item.size {
        Some(size) => t.item_with_size(words, size),
        None => t.item_without_size(words),
    }
}

/// The picture of the item's product, as the sprite names it.
pub(super) fn picture(catalogue: &Catalogue, item: &ItemRow) -> String {
    catalogue.product(item.product_code.as_str()).map(Product::picture).unwrap_or_default()
}

pub(super) fn donor_kind(kind: DonorKind) -> Message {
    match kind {
        DonorKind::Private => say::donor_kind_private(),
        DonorKind::Company => say::donor_kind_company(),
        DonorKind::Institution => say::donor_kind_institution(),
        DonorKind::Anonymous => say::donor_kind_anonymous(),
    }
}

pub(super) fn donation_state(state: DonationState) -> Message {
    match state {
        DonationState::Draft => say::donation_state_draft(),
        DonationState::Received => say::donation_state_received(),
        DonationState::Closed => say::donation_state_closed(),
        DonationState::Offered => say::donation_state_offered(),
        DonationState::InCustody => say::donation_state_in_custody(),
        DonationState::Accepted => say::donation_state_accepted(),
        DonationState::Receipted => say::donation_state_receipted(),
        DonationState::Declined => say::donation_state_declined(),
    }
}

pub(super) fn origin(origin: Origin) -> Message {
    match origin {
        Origin::Business => say::origin_business(),
        Origin::PrivateAssets => say::origin_private(),
        Origin::Unknown => say::origin_unknown(),
    }
}

pub(super) fn source(source: Source) -> Message {
    match source {
        Source::Gift => say::values_source_gift(),
        Source::Purchase => say::values_source_purchase(),
    }
}

/// How it came into the house.
pub(super) fn came(came: Came) -> Message {
    match came {
        Came::Unknown => say::values_came_unknown(),
        Came::Bags => say::values_came_bags(),
        Came::Delivery => say::values_came_delivery(),
        Came::Fetched => say::values_came_fetched(),
    }
}

pub(super) fn thanks_by(thanks: ThanksBy) -> Message {
    match thanks {
        ThanksBy::None => say::values_thanks_none(),
        ThanksBy::Mail => say::values_thanks_mail(),
        ThanksBy::Letter => say::values_thanks_letter(),
    }
}

/// “12,5 kg” of grams.
pub(super) fn weight(t: &Texts, grams: i64) -> String {
    t.values_kg(weight_typed(t, grams))
}

/// The same for a field.
pub(super) fn weight_typed(t: &Texts, grams: i64) -> String {
    let part = format!("{:03}", grams % 1000);
    let mark = if matches!(t.lang(), Lang::De | Lang::Uk) { ',' } else { '.' };
    match part.trim_end_matches('0') {
        "" => (grams / 1000).to_string(),
        part => format!("{}{mark}{part}", grams / 1000),
    }
}

/// The languages of letters, as choices.
pub(super) fn languages(chosen: &str) -> Vec<Choice> {
    Lang::ALL.iter().map(|lang| Choice::new(lang, lang.own_name().to_owned(), lang.tag() == chosen)).collect()
}

pub(super) fn condition(condition: Condition) -> Message {
    crate::domain::receipt::condition_name(condition)
}

/// “12.03.2026, 10:15”, by the site's clock.
pub(super) fn moment(t: &Texts, zone: &TimeZone, at: At) -> String {
    t.moment(at.0.to_zoned(zone.clone()).datetime())
}

/// One choice of a select or of chips.
pub(super) struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

impl Choice {
    pub fn new(value: impl ToString, label: String, chosen: bool) -> Choice {
        Choice { value: value.to_string(), label, chosen }
    }
}

/// The address of a page with what was asked of it; empty answers are left out.
pub(super) fn link(path: &str, asked: &[(&str, &str)]) -> String {
    let mut link = path.to_owned();
    for (name, value) in asked.iter().filter(|(_, value)| !value.is_empty()) {
        link.push(if link.contains('?') { '&' } else { '?' });
        link.push_str(name);
        link.push('=');
        for byte in value.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => link.push(char::from(byte)),
                other => link.push_str(&format!("%{other:02X}")),
            }
        }
    }
    link
}

/// Where a list goes on, from the `after` and `before` of an address.
pub(super) fn cursor<K: std::str::FromStr>(after: &str, before: &str) -> Cursor<K> {
    match (after.parse(), before.parse()) {
        (Ok(id), _) => Cursor::After(id),
        (_, Ok(id)) => Cursor::Before(id),
        _ => Cursor::Start,
    }
}

/// The addresses of the pages before and after this one; empty where there is none.
pub(super) struct Neighbours {
    pub previous: String,
    pub next: String,
}

impl Neighbours {
    /// `ends`: the ids of the first and the last row.
    pub fn new(path: &str, asked: &[(&str, &str)], ends: Option<(String, String)>, has: (bool, bool)) -> Neighbours {
        let to = |name: &'static str, id: &str| {
            let mut all = asked.to_vec();
            all.push((name, id));
            link(path, &all)
        };
        match ends {
            Some((first, last)) => Neighbours {
                previous: if has.0 { to("before", &first) } else { String::new() },
                next: if has.1 { to("after", &last) } else { String::new() },
            },
            None => Neighbours { previous: String::new(), next: String::new() },
        }
    }
}

/// The id in an address: written as such, or as the code of the thing's label.
pub(super) fn id_in_address<T: std::str::FromStr>(db: &mut Db, text: &str, kind: Kind) -> Result<T, ActionError> {
    if let Ok(id) = text.parse() {
        return Ok(id);
    }
    let code = codes::read(text).map_err(|_| ActionError::NotFound)?;
    let label = labels::find(db, code)?.filter(|_| code.kind() == kind).ok_or(ActionError::NotFound)?;
    label.subject_id().ok_or(ActionError::NotFound)
}

/// A day, a month or a year, whichever is known.
pub fn partial_day(t: &Texts, day: PartialDay) -> String {
    match day {
        PartialDay::Year(year) => year.to_string(),
        PartialDay::Month(first) => t.month(first),
        PartialDay::Day(day) => t.day(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_survives_in_an_address() {
        assert_eq!(link("/items", &[("q", ""), ("state", "in_stock")]), "/items?state=in_stock");
        assert_eq!(link("/items", &[("q", "Größe & 104"), ("x", "1")]), "/items?q=Gr%C3%B6%C3%9Fe%20%26%20104&x=1");
    }
}
