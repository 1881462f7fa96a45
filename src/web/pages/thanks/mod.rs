//! Saying thanks: who waits for it, and the words for one gift.

pub(in crate::web) mod due;
pub(in crate::web) mod one;
mod paper;

use jiff::tz::TimeZone;

use crate::domain::donation::ThanksBy;
use crate::store::thanks::Sent;
use crate::texts::{Message, Texts, say};

fn how(by: ThanksBy) -> Message {
    match by {
        ThanksBy::None => say::thanks_not_wanted(),
        ThanksBy::Mail => say::thanks_by_mail(),
        ThanksBy::Letter => say::thanks_by_letter(),
    }
}

/// What was sent, as a donor's and a donation's page say it: words, and the letter's address.
pub(in crate::web::pages) fn told(t: &Texts, zone: &TimeZone, sent: &[Sent]) -> Vec<(String, String)> {
    let line = |one: &Sent| {
        let day = one.row.made_at.0.to_zoned(zone.clone()).date();
        let words = match one.counts() {
            true => t.thanks_on(day, t.say(&how(one.row.sent_by))),
            false => t.thanks_failed(day),
        };
        (words, one.row.paper_id.map(|id| format!("/papers/{id}")).unwrap_or_default())
    };
    sent.iter().map(line).collect()
}
