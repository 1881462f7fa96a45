//! What was booked last, without a household: volunteers read it too.

use crate::actions::House;
use crate::store::home::Booking;
use crate::texts::Texts;
use crate::web::pages::donations::show::item_address;
use crate::web::pages::items::told::kind_name;
use crate::web::pages::shown;

/// Bookings on the page.
pub(super) const BOOKINGS: i64 = 6;

/// One booking.
pub(super) struct Booked {
    pub href: String,
    pub name: String,
    pub what: String,
    pub when: String,
}

pub(super) fn told(t: &Texts, house: &House, bookings: &[Booking]) -> Vec<Booked> {
    let catalogue = house.catalogue();
    let told = bookings.iter().map(|booking| Booked {
        href: item_address(&booking.item),
        name: shown::item_name(t, &catalogue, &booking.item),
        what: t.say(&kind_name(booking.kind, booking.begins)),
        when: shown::moment(t, house.zone(), booking.at),
    });
    told.collect()
}
