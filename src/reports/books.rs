//! A year's gifts in kind for the accounts, each counted once over all years.
//!
//! A gift is income of the day on which it was given; its receipt is the document. What was voided in the year of its issue
//! never was. What was voided in a later year stays where it is and is taken off on the day of voiding, and what is confirmed
//! or valued after that counts from then on: an earlier year may be closed.

use std::collections::HashMap;

use jiff::civil::{Date, time};

use super::book::{Cell, Column, Kind, Table};
use crate::actions::{ActionError, Actor, House};
use crate::domain::DonationId;
use crate::domain::datev::{self, Datev, Posting};
use crate::domain::rights::Right;
use crate::store::At;
use crate::store::books::{self, Whose};
use crate::texts::{Lang, Message, Texts, say};

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A gift in kind under its receipt.
    Receipt,
    /// A gift with a value and no receipt, or none yet.
    Valued,
    /// A receipt of an earlier year that was voided in this one.
    Reversal,
    /// Goods bought from money that somebody gave.
    Purchase,
}

/// One entry. Amounts are cents and never negative; a reversal is taken off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub sort: Sort,
    /// The day on which it counts: of the gift, of voiding, or of issue after a reversal.
    pub day: Date,
    pub given_on: Date,
    /// A receipt's number or a donation's code.
    pub number: String,
    pub donation: DonationId,
    pub donor: String,
    pub cents: i64,
}

/// The entries of a period.
#[derive(Clone, Debug)]
pub struct Books {
    pub first: Date,
    pub last: Date,
    pub entries: Vec<Entry>,
    /// Receipts in other currencies, which are left out.
    pub foreign: i64,
    /// Whose accounts they are; empty where the house has no receivers.
    pub receiver: String,
    /// Gifts with a value and purchases that are in nobody's accounts, because nobody said who received them.
    pub nobodys: i64,
}

impl Sort {
    pub const ALL: [Sort; 4] = [Sort::Receipt, Sort::Valued, Sort::Reversal, Sort::Purchase];

    pub fn name(self) -> Message {
        match self {
            Sort::Receipt => say::books_kind_receipt(),
            Sort::Valued => say::books_kind_gift(),
            Sort::Reversal => say::books_kind_reversal(),
            Sort::Purchase => say::books_kind_purchase(),
        }
    }
}

impl Books {
    /// How many entries of a sort there are, and what they add up to.
    pub fn sum(&self, sort: Sort) -> (i64, i64) {
        let of_it = self.entries.iter().filter(|entry| entry.sort == sort);
        of_it.fold((0, 0), |(count, cents), entry| (count + 1, cents + entry.cents))
    }

    /// The gifts in kind of the period: with and without receipt, less what was reversed.
    pub fn gifts(&self) -> i64 {
        self.sum(Sort::Receipt).1 + self.sum(Sort::Valued).1 - self.sum(Sort::Reversal).1
    }

    /// The entries as a table.
    pub fn table(&self) -> Table {
        let mut table = Table::new(
            "books",
            say::books_title(),
            say::books_what(),
            vec![
                Column::new("day", say::books_day(), Kind::Day),
                Column::new("kind", say::books_kind(), Kind::Text),
                Column::new("number", say::books_number(), Kind::Text),
                Column::wide("donor", say::books_donor()),
                Column::new("gift_day", say::books_gift_day(), Kind::Day),
                Column::new("amount", say::books_amount(), Kind::Cents),
                Column::new("reversed", say::books_kind_reversal(), Kind::Cents),
                Column::wide("receiver", say::books_issuer()),
            ],
        );
        table.period = Some((self.first, self.last));
        table.rows = self
            .entries
            .iter()
            .map(|entry| {
                let reversed = entry.sort == Sort::Reversal;
                let amount = |shown: bool| if shown { Cell::Cents(entry.cents) } else { Cell::Empty };
                vec![
                    Cell::Day(entry.day),
                    Cell::text(entry.sort.name()),
                    Cell::text(entry.number.as_str()),
                    Cell::text(entry.donor.as_str()),
                    Cell::Day(entry.given_on),
                    amount(!reversed),
                    amount(reversed),
                    Cell::text(self.receiver.as_str()),
                ]
            })
            .collect();
        table.sum(&["amount", "reversed"]);
        table
    }

    /// The entries as DATEV reads them.
    pub fn datev(&self, settings: &Datev, house: &House) -> Vec<u8> {
        // The accounts are German, whoever downloads the file.
        let t = Texts::of(Lang::De);
        let posting = |entry: &Entry| Posting {
            cents: entry.cents,
            accounts: if entry.sort == Sort::Purchase { settings.purchases } else { settings.gifts },
            day: entry.day,
            document: entry.number.clone(),
            text: match entry.sort {
                Sort::Receipt | Sort::Valued => t.books_text_gift(&entry.donor),
                Sort::Reversal => t.books_text_reversal(&entry.donor),
                Sort::Purchase => t.books_text_purchase(&entry.donor),
            },
            given_on: entry.given_on,
            reversal: entry.sort == Sort::Reversal,
        };
        let postings: Vec<Posting> = self.entries.iter().map(posting).collect();
        let made = house.now().to_zoned(house.zone().clone()).datetime();
        let title = format!("Sachspenden {}", self.first.year());
        datev::file(settings, (self.first, self.last), made, &title, &postings)
    }
}

/// Gathers the entries of a fiscal year that begins in `year`.
///
/// # Errors
/// Without the right, or for a year that no calendar has.
pub fn gather(
    house: &House,
    actor: &Actor,
    (whose, receiver): (Whose, String),
    year: i16,
    begins: (i8, i8),
) -> Result<Books, ActionError> {
    actor.must(Right::KeepBooks)?;
    let no_year = || ActionError::field("year", say::books_error_year());
    let (first, last) = datev::fiscal_year(year, begins).ok_or_else(no_year)?;
    let zone = house.zone();
    let midnight = |day: Date| day.to_datetime(time(0, 0, 0, 0)).to_zoned(zone.clone()).map(|at| at.timestamp());
    let (Ok(from), Ok(to)) = (midnight(first), last.tomorrow().and_then(midnight)) else { return Err(no_year()) };
    let year_of = |day: Date| day.year() - i16::from((day.month(), day.day()) < begins);
    let day_of = |at: At| at.0.to_zoned(zone.clone()).date();
    let (receipts, valued, purchases, reversed, nobodys) = house.store().read(|db| {
        let reversed = reversed(books::voided(db)?, day_of, year_of);
        let of_now = reversed.iter().filter(|(_, day)| (first..=last).contains(*day)).map(|(gift, _)| *gift);
        let of_now: Vec<DonationId> = of_now.collect();
        let nobodys = match whose {
            Whose::Of(_) => {
                books::valued(db, Whose::Nobodys, (first, last), &[])?.len()
                    + books::purchases(db, Whose::Nobodys, (first, last))?.len()
            }
            _ => 0,
        };
        Ok::<_, ActionError>((
            books::receipts(db, whose, (first, last), (from, to))?,
            books::valued(db, whose, (first, last), &of_now)?,
            books::purchases(db, whose, (first, last))?,
            reversed,
            nobodys,
        ))
    })?;
    let within = |day: &Date| (first..=last).contains(day);
    let foreign = receipts.iter().filter(|receipt| receipt.currency != "EUR");
    let foreign = foreign.filter(|receipt| within(&receipt.given_on.0)).count();
    let mut entries: Vec<Entry> = receipts
        .into_iter()
        .filter(|receipt| receipt.currency == "EUR")
        .flat_map(|receipt| {
            let voided = receipt.voided_at.map(day_of);
            of_receipt(&receipt, voided, reversed.get(&receipt.donation).copied(), year_of)
        })
        .filter(|entry| within(&entry.day))
        .collect();
    let gift = |sort: Sort, gift: books::Gift| Entry {
        sort,
        day: gift.given_on.0,
        given_on: gift.given_on.0,
        number: gift.code.map(|code| code.to_string()).unwrap_or_default(),
        donation: gift.donation,
        donor: gift.donor,
        cents: gift.cents,
    };
    let valued = valued.into_iter().map(|one| {
        let since = reversed.get(&one.donation).copied();
        let entry = gift(Sort::Valued, one);
        Entry { day: since.unwrap_or(entry.day), ..entry }
    });
    entries.extend(valued.filter(|entry| within(&entry.day)));
    entries.extend(purchases.into_iter().map(|one| gift(Sort::Purchase, one)));
    entries.sort_by(|a, b| (a.day, a.sort, &a.number).cmp(&(b.day, b.sort, &b.number)));
    Ok(Books { first, last, entries, foreign: foreign as i64, receiver, nobodys: nobodys as i64 })
}

/// The gifts of which a receipt was voided in a later year than that of its issue, and the first day of that.
fn reversed(
    voided: Vec<books::Voided>,
    day_of: impl Fn(At) -> Date,
    year_of: impl Fn(Date) -> i16,
) -> HashMap<DonationId, Date> {
    let mut all = HashMap::new();
    for one in voided {
        let Some((issued, day)) = one.issued_on.zip(one.voided_at.map(&day_of)) else { continue };
        if year_of(issued.0) < year_of(day) {
            all.entry(one.donation).or_insert(day);
        }
    }
    all
}

/// The entries of a receipt, of whatever year: none when it was voided in the year of its issue, and two when it was voided
/// later. `reversed`: since when a receipt of the gift is taken off.
fn of_receipt(
    receipt: &books::Receipt,
    voided: Option<Date>,
    reversed: Option<Date>,
    year_of: impl Fn(Date) -> i16,
) -> Vec<Entry> {
    let Some(issued) = receipt.issued_on.map(|day| day.0) else { return Vec::new() };
    let entry = |sort, day| Entry {
        sort,
        day,
        given_on: receipt.given_on.0,
        number: receipt.number.clone().unwrap_or_default(),
        donation: receipt.donation,
        donor: receipt.donor.clone(),
        cents: receipt.cents,
    };
    // Issued after the gift was taken off: it comes back on that day.
    let day = if reversed.is_some_and(|since| issued >= since) { issued } else { receipt.given_on.0 };
    match voided {
        None => vec![entry(Sort::Receipt, day)],
        Some(voided) if year_of(voided) == year_of(issued) => Vec::new(),
        Some(voided) => vec![entry(Sort::Receipt, day), entry(Sort::Reversal, voided)],
    }
}
