//! Recording who gives, and correcting it.

use std::sync::Arc;

use super::deeds::Doing;
use super::once::once;
use super::{ActionError, Actor, House, make_codes, typed};
use crate::codes::Kind;
use crate::domain::deed::{DonorImage, Undoing};
use crate::domain::donation::{DonorKind, ThanksBy};
use crate::domain::rights::Right;
use crate::domain::{DeedId, DonorId};
use crate::store::At;
use crate::store::donors::{self, DonorRow};
use crate::texts::{Lang, Texts, fold, say};

/// The longest time between two gifts of somebody who gives again and again.
const MOST_MONTHS: i32 = 60;

/// What is typed about a donor. Only the name is needed, and for an anonymous one not even that.
#[derive(Clone, Debug)]
pub struct NewDonor {
    pub kind: DonorKind,
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub city: String,
    pub email: String,
    pub note: String,
    /// Empty for Germany.
    pub country: String,
    /// Whom letters to a company or institution are addressed to.
    pub contact: String,
    /// The language of letters.
    pub lang: Lang,
    pub thanks: ThanksBy,
    /// Gives again after so many months.
    pub gives_every_months: Option<i32>,
}

impl NewDonor {
    /// A donor of whom nothing but the name is known.
    pub fn named(kind: DonorKind, name: impl Into<String>) -> NewDonor {
        NewDonor {
            kind,
            name: name.into(),
            street: String::new(),
            postcode: String::new(),
            city: String::new(),
            email: String::new(),
            note: String::new(),
            country: String::new(),
            contact: String::new(),
            lang: Lang::De,
            thanks: ThanksBy::None,
            gives_every_months: None,
        }
    }

    fn checked(self, actor: &Actor) -> Result<NewDonor, ActionError> {
        let mut name = typed::line("name", &self.name, 120)?;
        if name.is_empty() {
            if self.kind != DonorKind::Anonymous {
                return Err(ActionError::field("name", say::error_donor_name()));
            }
            name = Texts::of(actor.lang()).donor_kind_anonymous();
        }
        let email = typed::line("email", &self.email, 200)?;
        let looks_like_one = |(user, server): (&str, &str)| !user.is_empty() && server.contains('.');
        if !email.is_empty() && (email.contains(' ') || !email.split_once('@').is_some_and(looks_like_one)) {
            return Err(ActionError::field("email", say::error_email()));
        }
        if self.thanks == ThanksBy::Mail && email.is_empty() {
            return Err(ActionError::field("email", say::values_error_thanks_mail()));
        }
        if self.gives_every_months.is_some_and(|months| !(1..=MOST_MONTHS).contains(&months)) {
            return Err(ActionError::field("gives_every_months", say::values_error_months(MOST_MONTHS)));
        }
        Ok(NewDonor {
            kind: self.kind,
            name,
            street: typed::line("street", &self.street, 120)?,
            postcode: typed::line("postcode", &self.postcode, 12)?,
            city: typed::line("city", &self.city, 80)?,
            email,
            note: typed::lines("note", &self.note, 1000)?,
            country: typed::line("country", &self.country, 60)?,
            contact: typed::line("contact", &self.contact, 120)?,
            lang: self.lang,
            thanks: self.thanks,
            gives_every_months: self.gives_every_months,
        })
    }

    fn row(self, id: DonorId, created_at: At, version: i32) -> DonorRow {
        let search = fold(&format!("{} {}", self.name, self.city));
        DonorRow {
            id,
            kind: self.kind,
            name: self.name,
            street: self.street,
            postcode: self.postcode,
            city: self.city,
            email: self.email,
            note: self.note,
            search,
            created_at,
            version,
            country: self.country,
            contact: self.contact,
            lang: self.lang.to_string(),
            thanks: self.thanks,
            gives_every_months: self.gives_every_months,
        }
    }
}

/// Records a new donor and makes the code for the donor's card.
///
/// # Errors
/// Without the right, or naming the field that cannot be taken as it is.
pub fn new(house: &Arc<House>, actor: &Actor, donor: NewDonor) -> Result<DonorId, ActionError> {
    actor.must(Right::EditDonors)?;
    let donor = donor.checked(actor)?;
    let id = DonorId(house.uuid());
    let row = donor.row(id, At(house.now()), 1);
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        once(db, &actor, "donor", in_house.now(), |db| {
            donors::insert(db, &row)?;
            make_codes::new_code(db, &in_house, Kind::DonorCard, Some(id.to_string()))?;
            Ok(id)
        })
    })
}

/// Corrects a donor that was at `version` when the page was opened.
///
/// # Errors
/// As [`new`]; [`ActionError::Changed`] when somebody else was faster.
pub fn edit(
    house: &Arc<House>,
    actor: &Actor,
    id: DonorId,
    version: i32,
    donor: NewDonor,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditDonors)?;
    let doing = Doing::by(house, actor);
    let donor = donor.checked(actor)?;
    house.store().write(move |db| {
        let before = donors::find(db, id)?.ok_or(ActionError::NotFound)?;
        let row = donor.clone().row(id, before.created_at, version + 1);
        if !donors::update(db, &row, version)? {
            return Err(ActionError::Changed);
        }
        let before = DonorImage {
            kind: before.kind,
            name: before.name,
            street: before.street,
            postcode: before.postcode,
            city: before.city,
            email: before.email,
            note: before.note,
            country: before.country,
            contact: before.contact,
            lang: Some(before.lang),
            thanks: Some(before.thanks),
            gives_every_months: before.gives_every_months,
        };
        let undo = Undoing::Donor { id, version: version + 1, before };
        doing.note(db, &say::donor_saved(), id, Some(&undo))
    })
}
