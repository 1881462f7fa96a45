//! Who receives a donation, on its page: the choice, and what the council said.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use jiff::civil::Date;
use serde::Deserialize;

use super::decision_name;
use crate::actions::{ActionError, Actor, receiver};
use crate::domain::council::is_city;
use crate::domain::treasury::CouncilListState;
use crate::domain::{DonationId, IssuerId};
use crate::store::council_lists::{self as store, CityRow, CouncilLineRow, CouncilListRow};
use crate::store::donations::DonationRow;
use crate::store::{Db, StoreError};
use crate::texts::{Texts, say};
use crate::web::pages::forms;
use crate::web::pages::shown::Choice;
use crate::web::{Failure, Page, Shared, act, redirect_done, redirect_warning};

/// What is known of a donation's receiver.
pub(in crate::web::pages) struct Known {
    all: Vec<CityRow>,
    decision: Option<(CouncilListRow, CouncilLineRow)>,
    addition: Option<CouncilListRow>,
}

/// The same as a donation's page shows it.
pub(in crate::web::pages) struct Receiver {
    pub name: String,
    /// Who could be it; empty when nobody may choose.
    pub choices: Vec<Choice>,
    /// Who may not confirm it today, and why.
    pub not_now: Vec<String>,
    /// The council's list: address and what it says.
    pub list: Option<(String, String)>,
    /// The list on which it stands once more.
    pub addition: Option<(String, String)>,
}

impl Known {
    pub fn load(db: &mut Db, donation: &DonationRow) -> Result<Known, StoreError> {
        let decision = store::decision_on(db, donation.id)?;
        Ok(Known { all: store::receivers(db)?, decision, addition: store::addition_of(db, donation.id)? })
    }

    /// Whether an association was chosen: nobody decides first on what it gets.
    pub fn is_for_association(&self, donation: &DonationRow) -> bool {
        self.all.iter().any(|one| Some(one.id) == donation.issuer_id && !is_city(&one.form))
    }

    pub fn shown(&self, page: &Page, donation: &DonationRow, may_edit: bool, today: Date) -> Receiver {
        let t: &Texts = page.t();
        let chosen = self.all.iter().find(|one| Some(one.id) == donation.issuer_id);
        let free =
            donation.council_list_id.is_none() && !donation.state.next().is_empty() || donation.issuer_id.is_none();
        let is_chosen = |one: &CityRow| Some(one.id) == donation.issuer_id;
        let open = self.all.iter().filter(|one| one.active && may_edit && free);
        let over = |one: &CityRow| one.over(today).map(|until| t.council_receiver_over(&one.name, until));
        let not_now = open.clone().filter_map(over).collect();
        let choices: Vec<Choice> = open.map(|one| Choice::new(one.id, one.name.clone(), is_chosen(one))).collect();
        let list = self.decision.as_ref().map(|(list, line)| {
            let words = match list.held_on {
                Some(day) if list.state == CouncilListState::Decided => {
                    let decision = t.say(&decision_name(line.decision));
                    t.dotted([decision, t.council_decided_on(day.0, &list.reference)])
                }
                _ => t.council_on_list(&list.title),
            };
            (format!("/council/{}", list.id), words)
        });
        Receiver {
            not_now,
            name: chosen.map_or_else(|| t.council_receiver_none(), |one| one.name.clone()),
            choices,
            addition: self
                .addition
                .as_ref()
                .map(|list| (format!("/council/{}", list.id), t.council_on_list(&list.title))),
            list,
        }
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct Chosen {
    issuer: IssuerId,
    version: i32,
}

/// `POST /donations/{id}/receiver`
pub(in crate::web) async fn choose(
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
    sent: Form<Chosen>,
) -> Result<HttpResponse, Failure> {
    let (id, Chosen { issuer, version }) = (id.into_inner(), sent.into_inner());
    let (to, name) = (format!("/donations/{id}"), issuer);
    let done = act(&app, move |house| {
        let deed = receiver::choose(house, &actor, id, version, issuer)?;
        let name = house.store().read(|db| store::receiver(db, name))?.map(|row| row.name).unwrap_or_default();
        Ok((deed, name))
    })
    .await;
    match done {
        Ok((deed, name)) => Ok(redirect_done(&to, &say::council_receiver_chosen(&name), deed)),
        Err(Failure::Action(error @ ActionError::Field { .. })) => Ok(redirect_warning(&to, &error.message())),
        Err(failure) => Err(forms::meanwhile(&app, failure, id.to_string()).await),
    }
}
