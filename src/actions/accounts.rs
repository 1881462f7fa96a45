//! What the tax adviser says of an issuer's accounts, typed by whoever keeps its books: with it there is a file for DATEV.
//! What stands in the settings' file counts where there is one receiver, of which nobody typed anything; where there are several
//! it is what the form proposes.

use std::sync::Arc;

use super::deeds::Doing;
use super::{ActionError, Actor, House};
use crate::domain::datev::{self, Datev};
use crate::domain::rights::Right;
use crate::domain::{DeedId, IssuerId};
use crate::store::accounts::{self, AccountsRow};
use crate::store::{Db, council_lists};
use crate::texts::{Message, say};

/// The form as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub consultant: String,
    pub client: String,
    /// Day and month, as a German writes them: "01.07.".
    pub year_begins: String,
    pub account_length: String,
    pub gifts_account: String,
    pub gifts_against: String,
    pub purchases_account: String,
    pub purchases_against: String,
}

impl Typed {
    /// What is known, as a person types it.
    pub fn of(datev: &Datev) -> Typed {
        let (month, day) = datev.year_begins;
        Typed {
            consultant: datev.consultant.to_string(),
            client: datev.client.to_string(),
            year_begins: format!("{day:02}.{month:02}."),
            account_length: datev.account_length.to_string(),
            gifts_account: datev.gifts.0.to_string(),
            gifts_against: datev.gifts.1.to_string(),
            purchases_account: datev.purchases.0.to_string(),
            purchases_against: datev.purchases.1.to_string(),
        }
    }

    fn row(&self, issuer_id: IssuerId, version: i32) -> Result<AccountsRow, ActionError> {
        let begins = day_and_month(&self.year_begins);
        let begins = begins.ok_or_else(|| ActionError::field("year_begins", say::books_error_begins()))?;
        let length = number("account_length", &self.account_length, datev::ACCOUNT_LENGTHS, say::books_error_length)?;
        let most = datev::most_account(length);
        let account =
            |field: &'static str, text: &str| number(field, text, (1, most), |_, _| say::books_error_account(length));
        Ok(AccountsRow {
            issuer_id,
            consultant: number("consultant", &self.consultant, datev::CONSULTANTS, say::books_error_consultant)?,
            client: number("client", &self.client, datev::CLIENTS, say::books_error_client)?,
            year_begins: datev::month_and_day(begins),
            account_length: length,
            gifts_account: account("gifts_account", &self.gifts_account)?,
            gifts_against: account("gifts_against", &self.gifts_against)?,
            purchases_account: account("purchases_account", &self.purchases_account)?,
            purchases_against: account("purchases_against", &self.purchases_against)?,
            version: version + 1,
        })
    }
}

fn number(
    field: &'static str,
    text: &str,
    (least, most): (i32, i32),
    sentence: impl Fn(i32, i32) -> Message,
) -> Result<i32, ActionError> {
    let typed = text.trim();
    let read = if typed.chars().all(|c| c.is_ascii_digit()) { typed.parse().ok() } else { None };
    read.filter(|number| (least..=most).contains(number))
        .ok_or_else(|| ActionError::field(field, sentence(least, most)))
}

/// "01.07.", "1.7" or "07-01".
fn day_and_month(text: &str) -> Option<(i8, i8)> {
    let text = text.trim();
    let written = match text.trim_end_matches('.').split_once('.') {
        Some((day, month)) => format!("{:0>2}-{:0>2}", month.trim(), day.trim()),
        None => text.to_owned(),
    };
    datev::begins(&written)
}

/// What DATEV needs to know of this issuer, as somebody typed it.
///
/// # Errors
/// When the database cannot be read.
pub fn of_issuer(db: &mut Db, issuer: IssuerId) -> Result<Option<(Datev, i32)>, ActionError> {
    let Some(row) = accounts::find(db, issuer)? else { return Ok(None) };
    let account = |number: i32| u32::try_from(number).unwrap_or_default();
    let datev = Datev {
        consultant: account(row.consultant),
        client: account(row.client),
        year_begins: datev::begins(&row.year_begins).unwrap_or((1, 1)),
        account_length: u8::try_from(row.account_length).unwrap_or(4),
        gifts: (account(row.gifts_account), account(row.gifts_against)),
        purchases: (account(row.purchases_account), account(row.purchases_against)),
    };
    Ok(Some((datev, row.version)))
}

/// Writes what was typed; `version` as the page was opened, 0 where nobody had typed anything.
///
/// # Errors
/// Without the right, for an unknown issuer, naming the field that cannot be taken as it is, or [`ActionError::Changed`].
pub fn write(
    house: &Arc<House>,
    actor: &Actor,
    issuer: IssuerId,
    version: i32,
    typed: &Typed,
) -> Result<DeedId, ActionError> {
    actor.must(Right::KeepBooks)?;
    let row = typed.row(issuer, version)?;
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        council_lists::receiver(db, issuer)?.ok_or(ActionError::NotFound)?;
        if !accounts::write(db, &row, version)? {
            return Err(ActionError::Changed);
        }
        doing.note(db, &say::books_accounts_saved(), issuer, None)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_the_year_is_read_as_it_is_written() {
        for (text, read) in [
            ("01.01.", Some((1, 1))),
            ("1.7", Some((7, 1))),
            (" 01.07. ", Some((7, 1))),
            ("07-01", Some((7, 1))),
            ("29.02.", None),
            ("31.13.", None),
            ("", None),
            ("Juli", None),
        ] {
            assert_eq!(day_and_month(text), read, "{text}");
        }
    }
}
