//! `POST /items/bulk`: the same for all items that were ticked, or for all that the list's filter finds.

use actix_web::HttpResponse;
use actix_web::web::Form;

use super::asked::Asked;
use crate::actions::bulk::{self, Meant};
use crate::actions::{ActionError, Actor};
use crate::domain::deed::Change;
use crate::domain::item::ItemStep;
use crate::domain::{DeedId, ItemId};
use crate::store::locations;
use crate::texts::say;
use crate::web::pages::deeds;
use crate::web::{Failure, Shared, act, redirect, redirect_warning};

/// Fields may come several times: one `item` for each box, as `id:version`.
pub(in crate::web) async fn change(
    app: Shared,
    actor: Actor,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let fields = form.into_inner();
    let value = |name: &str| fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str());
    let asked = Asked::sent(value);
    let back = asked.in_address().address();
    let id: DeedId = value("deed").parse().map_err(|_| Failure::Unreadable("deed".to_owned()))?;
    let Some(what) = read_change(value("what")) else {
        return Ok(redirect_warning(&back, &say::error_bulk_what()));
    };
    let meant = if value("all").is_empty() {
        Meant::These(ticked(&fields))
    } else {
        let (who, asked) = (actor.clone(), asked);
        let filter = act(&app, move |house| {
            let places = house.store().read(locations::all)?;
            Ok(asked.filter(&who, &house.catalogue(), &places).0)
        });
        Meant::All { filter: Box::new(filter.await?), seen: value("seen").to_owned() }
    };
    let beginner = actor.clone();
    match act(&app, move |house| bulk::begin(house, &beginner, id, what, meant)).await {
        Ok(id) => {
            let first = actor.clone();
            if deeds::in_portions(&app, move |house| bulk::step(house, &first, id)).await? > 0 {
                deeds::on_with(&app, id, move |house| bulk::step(house, &actor, id));
            }
            Ok(redirect(&format!("/deeds/{id}")))
        }
        Err(Failure::Action(error @ (ActionError::Refused(_) | ActionError::Field { .. }))) => {
            Ok(redirect_warning(&back, &error.message()))
        }
        Err(other) => Err(other),
    }
}

/// The ticked items with the versions in which they were seen, each once.
fn ticked(fields: &[(String, String)]) -> Vec<(ItemId, i32)> {
    let mut items: Vec<(ItemId, i32)> = fields
        .iter()
        .filter(|(name, _)| name == "item")
        .filter_map(|(_, value)| {
            let (id, version) = value.split_once(':')?;
            Some((id.parse().ok()?, version.parse().ok()?))
        })
        .collect();
    items.sort();
    items.dedup_by_key(|(id, _)| *id);
    items
}

/// “move:0190…”, “condition:worn”, “step:missing”.
fn read_change(text: &str) -> Option<Change> {
    let (word, value) = text.split_once(':')?;
    match word {
        "move" => Some(Change::Move { to: value.parse().ok()? }),
        "condition" => Some(Change::Condition { to: value.parse().ok()? }),
        "step" => {
            let (step, how) = value.split_once(':').map_or((value, None), |(step, how)| (step, Some(how)));
            let (step, disposal) = (step.parse().ok()?, how.map(str::parse).transpose().ok()?);
            // Only what leaves the house leaves it somehow.
            Some(Change::Step { step, disposal }).filter(|_| disposal.is_none() || step == ItemStep::Discard)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::item::{Condition, Disposal};

    #[test]
    fn only_what_the_list_offers_is_read() {
        assert_eq!(read_change("step:missing"), Some(Change::Step { step: ItemStep::Missing, disposal: None }));
        let sold = Change::Step { step: ItemStep::Discard, disposal: Some(Disposal::Sold) };
        assert_eq!(read_change("step:discard:sold"), Some(sold));
        assert_eq!(read_change("condition:worn"), Some(Change::Condition { to: Condition::Worn }));
        for odd in
            ["", "step", "step:", "step:reserve", "step:discard:eaten", "step:missing:sold", "move:here", "delete:all"]
        {
            assert_eq!(read_change(odd), None, "{odd}");
        }
    }
}
