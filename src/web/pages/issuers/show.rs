//! `GET /issuers/{id}`: one issuer with the texts that are printed, and `POST /issuers/{id}/active`.

use actix_web::HttpResponse;
use actix_web::web::{Form as Sent, Path};
use askama::Template;
use serde::Deserialize;

use super::Validity;
use crate::actions::{ActionError, Actor, issuers as acting};
use crate::domain::IssuerId;
use crate::domain::receipt::{self, BlockKind, Country, Doubt, Field, FieldKind, Form, FormBlock, Rule, TargetKind};
use crate::domain::rights::Right;
use crate::store::issuers::{self, IssuerRow};
use crate::texts::Texts;
use crate::web::pages::forms::meanwhile;
use crate::web::{Failure, Page, Shared, act, html, redirect_done};

/// Where the official forms and the register of eligible recipients are.
const FORMS: &str = "https://www.formulare-bfinv.de/";
const REGISTER: &str = "https://www.bzst.de/";

#[derive(Template)]
#[template(path = "issuers/show.html")]
struct IssuerPage {
    page: Page,
    t: &'static Texts,
    issuer: IssuerRow,
    form: String,
    lang: String,
    address: String,
    validity: Validity,
    facts: Vec<(String, String)>,
    rules: Vec<(String, String)>,
    blocks: Vec<Printed>,
    /// Each doubt about the texts once.
    doubts: Vec<String>,
    /// The addresses of the official forms and of the register; empty where a country has none.
    forms: &'static str,
    register: &'static str,
    source: String,
    checked_on: String,
    /// Others that nobody can tell from this one: address, name, and what is known of the notice.
    twins: Vec<(String, String)>,
    may_edit: bool,
}

/// A block of the form as it will be printed.
struct Printed {
    kind: &'static str,
    text: String,
    /// Further lines below it: an address, the other labels of the value.
    lines: Vec<String>,
    when: String,
    in_doubt: bool,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<IssuerId>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let (issuer, twins, today) = act(&app, move |house| {
        actor.must(Right::SeeReceipts)?;
        house.store().read(|db| {
            let issuer = issuers::find(db, id)?.ok_or(ActionError::NotFound)?;
            let twins = if issuer.active { acting::twins(db, &issuer)? } else { Vec::new() };
            Ok::<_, ActionError>((issuer, twins, house.today()))
        })
    })
    .await?;
    let t = page.t();
    let form = receipt::form(issuer.form);
    let fields = issuer.fields();
    let printed = form.blocks_of(&fields).map(|block| Printed::of(t, form, block, &issuer)).collect();
    let is_german = form.country == Country::Germany;
    html(&IssuerPage {
        form: t.say(&issuer.form.label()),
        lang: form.lang().to_owned(),
        address: format!("{}, {} {}", issuer.street, issuer.postcode, issuer.city),
        validity: Validity::of(t, acting::standing(&issuer, today)),
        facts: facts(t, form, &issuer),
        rules: rules(t, form, &issuer),
        blocks: printed,
        doubts: doubts(form, &issuer).into_iter().map(|doubt| t.say(&doubt.label())).collect(),
        forms: if is_german { FORMS } else { "" },
        register: if is_german && !form.has(Rule::CouncilAccepted) { REGISTER } else { "" },
        source: form.source.clone(),
        checked_on: t.day(form.checked_on),
        twins: twins
            .into_iter()
            .map(|other| {
                let validity = Validity::of(t, acting::standing(&other, today));
                (format!("/issuers/{}", other.id), t.dotted([other.name, validity.text]))
            })
            .collect(),
        may_edit: page.may(Right::EditIssuers),
        issuer,
        page,
        t,
    })
}

fn facts(t: &Texts, form: &Form, issuer: &IssuerRow) -> Vec<(String, String)> {
    let fields = issuer.fields();
    let shown = |field: &Field| {
        let text = fields.get(field)?;
        let value = match field.kind() {
            FieldKind::Text => text.clone(),
            FieldKind::Day => text.parse().map_or_else(|_| text.clone(), |day| t.day(day)),
            FieldKind::Target => text.parse().map_or_else(|_| text.clone(), |kind: TargetKind| t.say(&kind.label())),
        };
        Some((t.say(&field.label()), value))
    };
    form.fields.iter().filter_map(shown).collect()
}

fn rules(t: &Texts, form: &Form, issuer: &IssuerRow) -> Vec<(String, String)> {
    let from = |cents: Option<i64>| match cents {
        Some(cents) => t.issuers_from(form.country.figures(cents)),
        None => t.issuers_always(),
    };
    let mut rules = vec![
        (t.issuers_signature(), t.say(&form.signature.label())),
        (t.issuers_keep_years(), issuer.keep_years.to_string()),
        (t.issuers_four_eyes(), from(issuer.four_eyes_from_cents)),
    ];
    if form.has(Rule::CouncilAccepted) {
        rules.push((t.issuers_council(), from(issuer.council_from_cents)));
    }
    rules
}

fn doubts(form: &Form, issuer: &IssuerRow) -> Vec<Doubt> {
    let fields = issuer.fields();
    let all = form.to_be_checked.into_iter().chain(form.blocks_of(&fields).filter_map(|block| block.to_be_checked));
    let mut once = Vec::new();
    for doubt in all {
        if !once.contains(&doubt) {
            once.push(doubt);
        }
    }
    once
}

impl Printed {
    fn of(t: &Texts, form: &Form, block: &FormBlock, issuer: &IssuerRow) -> Printed {
        let lines = match block.kind {
            BlockKind::Issuer => issuer.party().lines(),
            BlockKind::Donor | BlockKind::Goods => vec!["…".to_owned()],
            BlockKind::Day => vec!["…".to_owned()],
            BlockKind::Value => {
                let labels = [&block.words, &block.day].into_iter().filter(|label| !label.is_empty());
                labels.map(|label| format!("{label} …")).collect()
            }
            _ => Vec::new(),
        };
        let text = block.shown(&issuer.name, &issuer.fields(), form.country);
        let when: Vec<String> = block.when.iter().filter_map(|when| when.label()).map(|when| t.say(&when)).collect();
        Printed {
            kind: block.kind.word(),
            text: if block.kind == BlockKind::Value { format!("{text} …") } else { text },
            lines,
            when: when.join(" · "),
            in_doubt: block.to_be_checked.is_some(),
        }
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct Switch {
    active: bool,
    version: i32,
}

pub(in crate::web) async fn switch(
    app: Shared,
    actor: Actor,
    id: Path<IssuerId>,
    form: Sent<Switch>,
) -> Result<HttpResponse, Failure> {
    let (id, Switch { active, version }) = (id.into_inner(), form.into_inner());
    match act(&app, move |house| acting::set_active(house, &actor, id, version, active)).await {
        Ok(deed) => Ok(redirect_done(&format!("/issuers/{id}"), &acting::active_said(active), deed)),
        Err(failure) => Err(meanwhile(&app, failure, id.to_string()).await),
    }
}
