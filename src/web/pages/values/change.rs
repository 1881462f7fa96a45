//! The forms of the lines: taken from what was scanned, written by hand, their amounts all at once, changed, taken away.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use serde::Deserialize;

use super::show::{self, Again, Typed};
use crate::actions::value_gifts::{self, Amounts, Goods, Take, Written};
use crate::actions::{ActionError, Actor, House};
use crate::domain::catalogue::Catalogue;
use crate::domain::{DonationId, ValueLineId};
use crate::texts::{Lang, Words, say};
use crate::web::pages::forms::{Wrong, again, meanwhile};
use crate::web::pages::missing::public::product_typed;
use crate::web::pages::reports::closing;
use crate::web::{Failure, Page, Shared, act, redirect_done, redirect_warning, redirect_with};

#[derive(Deserialize)]
pub(in crate::web) struct Taken {
    /// A group's key; empty for all.
    #[serde(default)]
    group: String,
    #[serde(default)]
    alike: String,
    /// The line that the pieces belong to; empty for a new one.
    #[serde(default)]
    line: String,
    /// The label whose pieces belong to it; empty where it does not matter which.
    #[serde(default)]
    item: String,
}

#[derive(Deserialize)]
pub(in crate::web) struct Gone {
    version: i32,
}

fn written(typed: Typed, catalogue: &Catalogue) -> Result<Written, ActionError> {
    let goods = match (typed.product.as_deref().map(str::trim), typed.group.as_deref()) {
        (None, None) => None,
        (None | Some(""), None | Some("")) => Some(Goods::Unknown),
        (Some(name), _) if !name.is_empty() => {
            // As the form shows it, before anything that is like it.
            let is_named = |words: &Words| Lang::ALL.iter().any(|lang| words.get(*lang) == name);
            let named = catalogue.products().iter().find(|product| is_named(&product.names));
            let found = || product_typed(catalogue, name).and_then(|(code, _)| code.parse().ok());
            let code = named.map(|product| product.code.clone()).or_else(found);
            Some(Goods::Product(code.ok_or_else(|| ActionError::field("product", say::error_no_such_product()))?))
        }
        (_, group) => Some(group.and_then(|code| code.parse().ok()).map_or(Goods::Unknown, Goods::Group)),
    };
    Ok(Written {
        description: typed.description,
        goods,
        quantity: typed.quantity,
        identical: typed.identical.is_some(),
        age: typed.age,
        condition: typed.condition.parse().ok(),
        bought_on: typed.bought_on,
        basis: typed.basis.parse().ok(),
        amounts: Amounts {
            new_price: typed.new_price,
            net: typed.net,
            vat_rate: typed.vat_rate,
            vat: typed.vat,
            value: typed.value,
        },
        source: typed.source,
    })
}

/// `POST /donations/{id}/values`
pub(in crate::web) async fn add(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
    sent: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), sent.into_inner());
    let (adder, input) = (actor.clone().sending(&typed.once), typed.clone());
    let add = move |house: &Arc<House>| {
        let (_, deed) = value_gifts::add(house, &adder, id, written(input, &house.catalogue())?)?;
        Ok((deed, closing::told_of(house, id, say::values_line_saved())?))
    };
    match act(&app, add).await {
        Ok((deed, said)) => Ok(redirect_done(&format!("/donations/{id}/values#line"), &said, deed)),
        Err(failure) => refused(page, app, actor, id, None, typed, failure).await,
    }
}

/// `POST /donations/{id}/values/{line}`
pub(in crate::web) async fn change(
    page: Page,
    app: Shared,
    actor: Actor,
    path: Path<(DonationId, ValueLineId)>,
    sent: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let ((id, line), typed) = (path.into_inner(), sent.into_inner());
    let (changer, version, input) = (actor.clone(), typed.version, typed.clone());
    let change = move |house: &Arc<House>| {
        let (id, deed) = value_gifts::change(house, &changer, line, version, written(input, &house.catalogue())?)?;
        Ok((id, deed, closing::told_of(house, id, say::values_line_saved())?))
    };
    match act(&app, change).await {
        Ok((id, deed, said)) => Ok(redirect_done(&format!("/donations/{id}/values#l-{line}"), &said, deed)),
        Err(failure) => {
            let failure = meanwhile(&app, failure, id.to_string()).await;
            refused(page, app, actor, id, Some(line), typed, failure).await
        }
    }
}

async fn refused(
    page: Page,
    app: Shared,
    actor: Actor,
    id: DonationId,
    line: Option<ValueLineId>,
    typed: Typed,
    failure: Failure,
) -> Result<HttpResponse, Failure> {
    // Who was faster is told on top; what was typed stays.
    let failure = match failure {
        Failure::Meanwhile(sentence) => ActionError::Refused(sentence).into(),
        other => other,
    };
    let wrong = Wrong::of(failure, page.t())?;
    let shown = Again { line, typed: Some(typed), wrong, ..Again::default() };
    again(&show::shown(page, app, actor, id.to_string(), shown).await?)
}

/// `POST /donations/{id}/values/take`
pub(in crate::web) async fn take(
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
    sent: Form<Taken>,
) -> Result<HttpResponse, Failure> {
    let (id, Taken { group, alike, line, item }) = (id.into_inner(), sent.into_inner());
    if !line.is_empty() {
        return put(app, actor, id, line, (group, item)).await;
    }
    let what = if group.is_empty() { Take::All } else { Take::One { key: group, alike: !alike.is_empty() } };
    let back = format!("/donations/{id}/values");
    match act(&app, move |house| value_gifts::take(house, &actor, id, what)).await {
        Ok((lines, deed)) => Ok(redirect_done(&back, &say::values_lines_taken(lines), deed)),
        Err(Failure::Action(error @ ActionError::Refused(_))) => Ok(redirect_warning(&back, &error.message())),
        Err(other) => Err(other),
    }
}

/// Scanned pieces belong to a line that is there already.
async fn put(
    app: Shared,
    actor: Actor,
    id: DonationId,
    line: String,
    (group, item): (String, String),
) -> Result<HttpResponse, Failure> {
    let line: ValueLineId = line.parse().map_err(|_| Failure::Unreadable("line".to_owned()))?;
    let label = match item.as_str() {
        "" => None,
        item => Some(item.parse().map_err(|_| Failure::Unreadable("item".to_owned()))?),
    };
    let back = format!("/donations/{id}/values");
    match act(&app, move |house| value_gifts::put(house, &actor, id, line, &group, label)).await {
        Ok((pieces, number, deed)) => Ok(redirect_done(&back, &say::values_put(pieces, number), deed)),
        Err(Failure::Action(error @ ActionError::Refused(_))) => Ok(redirect_warning(&back, &error.message())),
        Err(other) => Err(other),
    }
}

/// `POST /donations/{id}/values/amounts`: fields as `net.<line>`, with `line` = `<line>:<version>` for each that was shown.
/// `propose` names the line whose VAT is to follow from what was typed.
pub(in crate::web) async fn amounts(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
    sent: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let (id, fields) = (id.into_inner(), sent.into_inner());
    let value = |name: String| fields.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text).to_owned();
    let proposed = value("propose".to_owned());
    let mut typed: Vec<(ValueLineId, i32, Amounts)> = Vec::new();
    for (line, version) in fields.iter().filter(|(name, _)| name == "line").filter_map(|(_, text)| text.split_once(':'))
    {
        let unreadable = || Failure::Unreadable("line".to_owned());
        let mut amounts = Amounts {
            new_price: value(format!("new_price.{line}")),
            net: value(format!("net.{line}")),
            vat_rate: value(format!("vat_rate.{line}")),
            vat: value(format!("vat.{line}")),
            value: value(format!("value.{line}")),
        };
        if line == proposed {
            match value_gifts::proposed_vat(&amounts, actor.lang()) {
                Some(vat) => amounts.vat = vat,
                None => {
                    let shown = Again {
                        amounts: fields.clone(),
                        wrong: Wrong::of(ActionError::Refused(say::values_error_propose()).into(), page.t())?,
                        ..Again::default()
                    };
                    return again(&show::shown(page, app, actor, id.to_string(), shown).await?);
                }
            }
        }
        let line = line.parse().map_err(|_| unreadable())?;
        typed.push((line, version.parse().map_err(|_| unreadable())?, amounts));
    }
    let changer = actor.clone();
    let changed = typed.len();
    let back = match proposed.as_str() {
        "" => format!("/donations/{id}/values"),
        line => format!("/donations/{id}/values#l-{line}"),
    };
    let change = move |house: &Arc<House>| {
        let deed = value_gifts::amounts(house, &changer, id, typed)?;
        deed.map(|deed| Ok((deed, closing::told_of(house, id, say::values_saved(changed))?))).transpose()
    };
    match act(&app, change).await {
        Ok(Some((deed, said))) => Ok(redirect_done(&back, &said, deed)),
        Ok(None) => Ok(redirect_with(&back, &say::values_nothing_changed())),
        Err(failure) => {
            let failure = match meanwhile(&app, failure, id.to_string()).await {
                Failure::Meanwhile(sentence) => ActionError::Refused(sentence).into(),
                other => other,
            };
            let wrong = Wrong::of(failure, page.t())?;
            let shown = Again { amounts: fields, wrong, ..Again::default() };
            again(&show::shown(page, app, actor, id.to_string(), shown).await?)
        }
    }
}

/// `POST /donations/{id}/values/{line}/remove`
pub(in crate::web) async fn remove(
    app: Shared,
    actor: Actor,
    path: Path<(DonationId, ValueLineId)>,
    sent: Form<Gone>,
) -> Result<HttpResponse, Failure> {
    let ((id, line), version) = (path.into_inner(), sent.version);
    let remove = move |house: &Arc<House>| {
        let (id, deed) = value_gifts::remove(house, &actor, line, version)?;
        Ok((id, deed, closing::told_of(house, id, say::values_line_removed())?))
    };
    match act(&app, remove).await {
        Ok((id, deed, said)) => Ok(redirect_done(&format!("/donations/{id}/values"), &said, deed)),
        Err(Failure::Action(error @ ActionError::Refused(_))) => {
            Ok(redirect_warning(&format!("/donations/{id}/values"), &error.message()))
        }
        Err(failure) => Err(meanwhile(&app, failure, id.to_string()).await),
    }
}
