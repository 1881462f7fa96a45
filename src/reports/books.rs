//! A year's gifts in kind for the accounts: each counted once, voided receipts taken off in the year of voiding.

use jiff::civil::{Date, time};
use jiff::tz::TimeZone;

use super::book::{Cell, Column, Kind, Table};
use crate::actions::{ActionError, Actor, House};
use crate::domain::DonationId;
use crate::domain::datev::{self, Datev, Posting};
use crate::domain::rights::Right;
use crate::store::books::{self, Whose};
use crate::texts::{Lang, Message, Texts, say};

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A gift in kind under its receipt.
    Receipt,
    /// A gift with a value for which nobody wanted a receipt.
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
    /// The day of the document: of issue, of voiding, or of the gift where there is no other.
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
pub fn gather(house: &House, actor: &Actor, whose: Whose, year: i16, begins: (i8, i8)) -> Result<Books, ActionError> {
    actor.must(Right::KeepBooks)?;
    let no_year = || ActionError::field("year", say::books_error_year());
    let (first, last) = datev::fiscal_year(year, begins).ok_or_else(no_year)?;
    let zone = house.zone();
    let midnight = |day: Date| day.to_datetime(time(0, 0, 0, 0)).to_zoned(zone.clone()).map(|at| at.timestamp());
    let (Ok(from), Ok(to)) = (midnight(first), last.tomorrow().and_then(midnight)) else { return Err(no_year()) };
    let (receipts, valued, purchases) = house.store().read(|db| {
        Ok::<_, ActionError>((
            books::receipts(db, whose, (first, last), (from, to))?,
            books::valued(db, whose, (first, last))?,
            books::purchases(db, whose, (first, last))?,
        ))
    })?;
    let foreign = receipts.iter().filter(|receipt| receipt.currency != "EUR").count();
    let mut entries: Vec<Entry> = receipts
        .into_iter()
        .filter(|receipt| receipt.currency == "EUR")
        .filter_map(|receipt| of_receipt(receipt, (first, last), zone))
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
    entries.extend(valued.into_iter().map(|one| gift(Sort::Valued, one)));
    entries.extend(purchases.into_iter().map(|one| gift(Sort::Purchase, one)));
    entries.sort_by(|a, b| (a.day, a.sort, &a.number).cmp(&(b.day, b.sort, &b.number)));
    Ok(Books { first, last, entries, foreign: foreign as i64 })
}

/// The entry of a receipt: a gift when it was issued in the period, a reversal when it was voided in it, and nothing when both
/// happened in it.
fn of_receipt(receipt: books::Receipt, (first, last): (Date, Date), zone: &TimeZone) -> Option<Entry> {
    let within = |day: &Date| (first..=last).contains(day);
    let issued = receipt.issued_on.map(|day| day.0)?;
    let voided = receipt.voided_at.map(|at| at.0.to_zoned(zone.clone()).date());
    let (sort, day) = match (within(&issued), voided.filter(within)) {
        (true, None) => (Sort::Receipt, issued),
        (false, Some(voided)) => (Sort::Reversal, voided),
        _ => return None,
    };
    Some(Entry {
        sort,
        day,
        given_on: receipt.given_on.0,
        number: receipt.number.unwrap_or_default(),
        donation: receipt.donation,
        donor: receipt.donor,
        cents: receipt.cents,
    })
}
