//! What was booked last, without a household: volunteers read it too.

use crate::actions::{House, deeds};
use crate::store::home::Booking;
use crate::texts::Texts;
use crate::web::pages::donations::show::item_address;
use crate::web::pages::items::told::kind_name;
use crate::web::pages::shown;

/// Bookings on the page.
pub(super) const BOOKINGS: i64 = 6;

/// One booking.
pub(super) struct Booked {
    /// Empty when the person may not see more of it.
    pub href: String,
    pub name: String,
    pub what: String,
    pub when: String,
}

/// `may_open`: whether the person may see what was done to many items.
pub(super) fn told(t: &Texts, house: &House, bookings: &[Booking], may_open: bool) -> Vec<Booked> {
    let catalogue = house.catalogue();
    let told = bookings.iter().map(|booking| {
        let when = shown::moment(t, house.zone(), booking.at);
        match &booking.deed {
            Some(deed) => Booked {
                href: if may_open { format!("/deeds/{}", deed.id) } else { String::new() },
                name: deeds::said(deed).map(|said| t.say(&said)).unwrap_or_default(),
                what: if deed.undone_at.is_some() { t.bulk_taken_back() } else { String::new() },
                when,
            },
            None => Booked {
                href: item_address(&booking.item),
                name: shown::item_name(t, &catalogue, &booking.item),
                what: t.say(&kind_name(booking.kind, booking.begins)),
                when,
            },
        }
    });
    told.collect()
}
