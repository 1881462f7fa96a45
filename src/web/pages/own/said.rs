//! What was just done, said on the next page: a word in a short-lived cookie, never in an address.

use serde::{Deserialize, Serialize};

use crate::domain::MemberId;
use crate::domain::catalogue::ProductCode;
use crate::texts::own::OwnTexts;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::web::pages) enum Said {
    /// The page was closed: by time, or because card or PIN changed.
    Ended,
    /// Somebody closed it on purpose.
    Left,
    NoCardInPhoto,
    /// So many of a product are on the list now; before, there were `before`.
    Asked {
        person: usize,
        member: Option<MemberId>,
        product: ProductCode,
        count: i32,
        before: i32,
    },
    Full,
    Booked,
    Cancelled,
    SlotFull,
    /// There is a booked time already.
    OneAlready,
    ContactSaved,
    ContactRemoved,
    LanguageSaved,
    PinSaved,
    CollectorEnded,
    Failed,
}

impl Said {
    pub fn read(text: &str) -> Option<Said> {
        let bytes = data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    pub fn written(&self) -> String {
        data_encoding::BASE64URL_NOPAD.encode(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// `ok`, or `warning` for what the person has to do something about.
    pub fn tone(&self) -> &'static str {
        match self {
            Said::Ended | Said::NoCardInPhoto | Said::Full | Said::SlotFull | Said::OneAlready | Said::Failed => {
                "warning"
            }
            _ => "ok",
        }
    }

    /// The fields that take it back: person, member, product, pieces.
    pub fn undo(&self) -> Option<(usize, String, String, i32)> {
        match self {
            Said::Asked { person, member, product, before, .. } => {
                let member = member.map_or_else(String::new, |member| member.to_string());
                Some((*person, member, product.to_string(), *before))
            }
            _ => None,
        }
    }

    pub fn words(&self, t: &OwnTexts, word: impl Fn(&ProductCode) -> String) -> String {
        match self {
            Said::Ended => t.own_door_ended(),
            Said::Left => t.own_door_left(),
            Said::NoCardInPhoto => t.own_photo_nothing(),
            Said::Asked { product, count, .. } => t.own_ask_saved(word(product), *count),
            Said::Full => t.own_ask_full(),
            Said::Booked => t.own_time_booked(),
            Said::Cancelled => t.own_time_cancelled(),
            Said::SlotFull => t.own_time_full(),
            Said::OneAlready => t.own_time_already(),
            Said::ContactSaved => t.own_contact_saved(),
            Said::ContactRemoved => t.own_contact_removed(),
            Said::LanguageSaved => t.own_language_saved(),
            Said::PinSaved => t.own_pin_saved(),
            Said::CollectorEnded => t.own_me_collectors_ended(),
            Said::Failed => t.own_error(),
        }
    }
}
