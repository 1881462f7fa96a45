//! A city's gifts: who decides on one, and whether its receiver may still be another (law reference 1.6).

use super::donation::{DonationState, Source};
use super::treasury::Decider;

/// Forms of issuers that are a city: what they receive is only theirs when the council has accepted it.
const CITIES: [&str; 2] = ["de/city", "de/city_forward"];

/// Whether an issuer with this form is a city.
pub fn is_city(form: &str) -> bool {
    CITIES.contains(&form)
}

/// Who decides on a gift of this value: the mayor alone when it is known and below the issuer's limit, else the council.
///
/// ```
/// use gabentisch::domain::council::decider;
/// use gabentisch::domain::treasury::Decider;
///
/// assert_eq!(decider(Some(49_99), Some(50_00)), Decider::Mayor);
/// assert_eq!(decider(Some(50_00), Some(50_00)), Decider::Council);
/// assert_eq!(decider(None, Some(50_00)), Decider::Council);
/// assert_eq!(decider(Some(1), None), Decider::Council);
/// ```
pub fn decider(value_cents: Option<i64>, council_from_cents: Option<i64>) -> Decider {
    match (value_cents, council_from_cents) {
        (Some(value), Some(limit)) if value < limit => Decider::Mayor,
        _ => Decider::Council,
    }
}

/// The value that was decided on and by whom, where a gift is worth more. What was below the mayor's limit on that day, the
/// mayor may decide as it is (law reference 1.6); where the council decided without a value, it was all the same to it.
///
/// ```
/// use gabentisch::domain::council::beyond;
/// use gabentisch::domain::treasury::Decider;
///
/// assert_eq!(beyond(Decider::Council, None, Some(600_00), 612_40), Some((600_00, Decider::Council)));
/// assert_eq!(beyond(Decider::Council, None, Some(600_00), 600_00), None);
/// assert_eq!(beyond(Decider::Mayor, Some(50_00), Some(20_00), 49_99), None);
/// assert_eq!(beyond(Decider::Council, None, None, 612_40), None);
/// ```
pub fn beyond(by: Decider, limit: Option<i64>, decided: Option<i64>, stated: i64) -> Option<(i64, Decider)> {
    let decided = decided.filter(|decided| stated > *decided)?;
    let may_mayor = by == Decider::Mayor && decider(Some(stated), limit) == Decider::Mayor;
    (!may_mayor).then_some((decided, by))
}

/// What stands against another receiver of a gift: nothing, or the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixed {
    /// Pieces were scanned in: the goods are there.
    HasPieces,
    /// A council decided, or the gift is on its list.
    BeforeCouncil,
    /// A receipt names the receiver.
    Receipted,
    /// It is over.
    Closed,
    /// Bought from money: it is the buyer's.
    Bought,
}

/// Whether a gift may go from an association to a city, or back. The receiver is chosen before goods arrive and never mixed.
pub fn may_change_side(state: DonationState, source: Source, pieces: i64, on_a_list: bool) -> Result<(), Fixed> {
    match state {
        _ if on_a_list => Err(Fixed::BeforeCouncil),
        DonationState::Accepted | DonationState::Declined => Err(Fixed::BeforeCouncil),
        DonationState::Receipted => Err(Fixed::Receipted),
        DonationState::Closed => Err(Fixed::Closed),
        _ if source == Source::Purchase => Err(Fixed::Bought),
        _ if pieces > 0 => Err(Fixed::HasPieces),
        DonationState::Draft | DonationState::Received | DonationState::Offered | DonationState::InCustody => Ok(()),
    }
}

/// The state in which a gift goes on after its receiver changed sides: a city's begins as an offer.
pub fn on_other_side(state: DonationState, to_city: bool) -> DonationState {
    match (state, to_city) {
        (DonationState::Draft | DonationState::Received, true) => DonationState::Offered,
        (DonationState::Offered | DonationState::InCustody, false) => DonationState::Received,
        (state, _) => state,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_or_decided_stays_where_it_is() {
        use DonationState::*;
        for state in DonationState::ALL {
            let free = matches!(state, Draft | Received | Offered | InCustody);
            assert_eq!(may_change_side(*state, Source::Gift, 0, false).is_ok(), free, "{state}");
            assert!(may_change_side(*state, Source::Gift, 1, false).is_err(), "{state}");
            assert!(may_change_side(*state, Source::Gift, 0, true).is_err(), "{state}");
            assert!(may_change_side(*state, Source::Purchase, 0, false).is_err(), "{state}");
        }
        assert_eq!(on_other_side(Received, true), Offered);
        assert_eq!(on_other_side(InCustody, false), Received);
        assert!(!on_other_side(Received, true).is_ours() && on_other_side(Offered, false).is_ours());
    }
}
