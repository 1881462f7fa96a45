//! The form of an issuer: `GET` and `POST` of `/issuers/new` and `/issuers/{id}/edit`. Which fields there are says the
//! chosen form of the law.

use std::collections::{BTreeMap, HashMap};

use actix_web::HttpResponse;
use actix_web::web::{Form as Sent, Path, Query};
use askama::Template;

use crate::actions::issuers::{self as acting, KEEP_YEARS, NewIssuer};
use crate::actions::{ActionError, Actor};
use crate::domain::IssuerId;
use crate::domain::receipt::{self, Country, Field, FieldKind, Form, FormId, Rule, TargetKind};
use crate::domain::rights::Right;
use crate::store::issuers::{self, IssuerRow};
use crate::store::{Db, issuers as stored};
use crate::texts::{Message, Texts, say};
use crate::web::pages::forms::{self, Wrong};
use crate::web::pages::shown::Choice;
use crate::web::{Failure, Page, Shared, act, html, redirect_done, redirect_with};

/// What was typed, by the names of the fields; which fields there are depends on the form.
type Typed = HashMap<String, String>;

#[derive(Template)]
#[template(path = "issuers/choose.html")]
struct ChoosePage {
    page: Page,
    t: &'static Texts,
    countries: Vec<(String, Vec<Offer>)>,
}

/// A form that can be chosen.
struct Offer {
    word: &'static str,
    name: String,
    about: String,
    in_doubt: bool,
}

#[derive(Template)]
#[template(path = "issuers/form.html")]
struct FormPage {
    page: Page,
    t: &'static Texts,
    title: String,
    back: String,
    form: FormId,
    form_name: String,
    typed: Typed,
    /// What the form asks for: what the notice says.
    fields: Vec<Asked>,
    has_council: bool,
    /// The other forms of the country, for an issuer that is there already.
    others: Vec<Choice>,
    wrong: Wrong,
}

struct Asked {
    id: &'static str,
    label: String,
    hint: String,
    /// `text`, `date`, or `choice`.
    kind: &'static str,
    value: String,
    error: String,
    required: bool,
    choices: Vec<Choice>,
}

impl FormPage {
    fn new(page: Page, issuer: Option<IssuerId>, form: &Form, typed: Typed, wrong: Wrong) -> FormPage {
        let t = page.t();
        let values = fields_of(form, &typed);
        let needed = form.needed(&values);
        let asked = |field: &Field| Asked {
            id: field.word(),
            label: t.say(&field.label()),
            hint: t.say(&field.hint()),
            kind: match field.kind() {
                FieldKind::Text => "text",
                FieldKind::Day => "date",
                FieldKind::Target => "choice",
            },
            value: values.get(field).cloned().unwrap_or_default(),
            error: wrong.at(field.word()).to_owned(),
            required: needed.contains(field),
            choices: targets(t, *field, &values),
        };
        let others = receipt::forms().iter().filter(|other| issuer.is_some() && other.country == form.country);
        FormPage {
            title: if issuer.is_some() { t.issuers_edit() } else { t.issuers_new() },
            back: issuer.map_or_else(|| "/issuers".to_owned(), |id| format!("/issuers/{id}")),
            form: form.id,
            form_name: t.say(&form.id.label()),
            fields: form.fields.iter().map(asked).collect(),
            has_council: form.has(Rule::CouncilAccepted),
            others: others.map(|one| Choice::new(one.id, t.say(&one.id.label()), one.id == form.id)).collect(),
            typed,
            wrong,
            page,
            t,
        }
    }

    fn error(&self, field: &str) -> &str {
        self.wrong.at(field)
    }

    fn value(&self, field: &str) -> &str {
        self.typed.get(field).map_or("", String::as_str)
    }
}

fn targets(t: &Texts, field: Field, values: &BTreeMap<Field, String>) -> Vec<Choice> {
    if field.kind() != FieldKind::Target {
        return Vec::new();
    }
    let chosen = TargetKind::of(values);
    TargetKind::ALL.iter().map(|kind| Choice::new(kind, t.say(&kind.label()), Some(*kind) == chosen)).collect()
}

fn fields_of(form: &Form, typed: &Typed) -> BTreeMap<Field, String> {
    let typed = |field: &Field| Some((*field, typed.get(field.word())?.clone()));
    form.fields.iter().filter_map(typed).collect()
}

fn form_in(typed: &Typed) -> Option<&'static Form> {
    typed.get("form").and_then(|word| word.parse().ok()).map(receipt::form)
}

fn issuer_of(form: &Form, typed: &Typed) -> NewIssuer {
    let text = |name: &str| typed.get(name).cloned().unwrap_or_default();
    NewIssuer {
        form: form.id,
        name: text("name"),
        street: text("street"),
        postcode: text("postcode"),
        city: text("city"),
        fields: fields_of(form, typed),
        keep_years: text("keep_years"),
        four_eyes_from: text("four_eyes_from"),
        council_from: text("council_from"),
    }
}

pub(in crate::web) async fn blank(page: Page, asked: Query<Typed>) -> Result<HttpResponse, Failure> {
    if let Some(form) = form_in(&asked) {
        let typed = Typed::from([("keep_years".to_owned(), KEEP_YEARS.to_string())]);
        return html(&FormPage::new(page, None, form, typed, Wrong::default()));
    }
    let t = page.t();
    let offer = |form: &Form| Offer {
        word: form.id.word(),
        name: t.say(&form.id.label()),
        about: t.say(&form.id.about()),
        in_doubt: form.to_be_checked.is_some(),
    };
    let of_country = |country: &Country| {
        let forms = receipt::forms().iter().filter(|form| form.country == *country);
        (t.say(&country.label()), forms.map(offer).collect())
    };
    html(&ChoosePage { countries: Country::ALL.iter().map(of_country).collect(), page, t })
}

pub(in crate::web) async fn create(
    page: Page,
    app: Shared,
    actor: Actor,
    sent: Sent<Typed>,
) -> Result<HttpResponse, Failure> {
    let typed = sent.into_inner();
    let form = form_in(&typed).ok_or(Failure::NotFound)?;
    let (issuer, actor) = (issuer_of(form, &typed), actor.sending(typed.get("once").map_or("", String::as_str)));
    match act(&app, move |house| acting::new(house, &actor, issuer)).await {
        Ok(id) => Ok(redirect_with(&format!("/issuers/{id}"), &say::issuers_saved())),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            forms::again(&FormPage::new(page, None, form, typed, wrong))
        }
    }
}

pub(in crate::web) async fn filled(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<IssuerId>,
    asked: Query<Typed>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let issuer = act(&app, move |house| {
        actor.must(Right::EditIssuers)?;
        house.store().read(|db| stored::find(db, id)?.ok_or(ActionError::NotFound))
    })
    .await?;
    let own = receipt::form(issuer.form);
    let form = form_in(&asked).filter(|form| form.country == own.country).unwrap_or(own);
    let typed = typed_of(page.t(), &issuer);
    html(&FormPage::new(page, Some(id), form, typed, Wrong::default()))
}

fn typed_of(t: &Texts, issuer: &IssuerRow) -> Typed {
    let money = |cents: Option<i64>| cents.map(|cents| t.euros_typed(cents)).unwrap_or_default();
    let mut typed: Typed = issuer.fields().into_iter().map(|(field, text)| (field.word().to_owned(), text)).collect();
    typed.extend(
        [
            ("name", issuer.name.clone()),
            ("street", issuer.street.clone()),
            ("postcode", issuer.postcode.clone()),
            ("city", issuer.city.clone()),
            ("keep_years", issuer.keep_years.to_string()),
            ("four_eyes_from", money(issuer.four_eyes_from_cents)),
            ("council_from", money(issuer.council_from_cents)),
            ("version", issuer.version.to_string()),
        ]
        .map(|(name, value)| (name.to_owned(), value)),
    );
    typed
}

pub(in crate::web) async fn change(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<IssuerId>,
    sent: Sent<Typed>,
) -> Result<HttpResponse, Failure> {
    let (id, mut typed) = (id.into_inner(), sent.into_inner());
    let form = form_in(&typed).ok_or(Failure::NotFound)?;
    let version = typed.get("version").and_then(|text| text.parse().ok()).unwrap_or(0);
    let issuer = issuer_of(form, &typed);
    match act(&app, move |house| acting::edit(house, &actor, id, version, issuer)).await {
        Ok(deed) => Ok(redirect_done(&format!("/issuers/{id}"), &say::issuers_saved(), deed)),
        Err(failure) => {
            let (t, mine) = (page.t(), typed.clone());
            let now = move |db: &mut Db| {
                let row = issuers::find(db, id)?.ok_or(ActionError::NotFound)?;
                Ok((row.version, compared(t, form, &row, &mine)))
            };
            let (wrong, version) = Wrong::of_change(failure, &app, t, id.to_string(), now).await?;
            if let Some(version) = version {
                typed.insert("version".to_owned(), version.to_string());
            }
            forms::again(&FormPage::new(page, Some(id), form, typed, wrong))
        }
    }
}

/// What holds now beside what was typed, field by field.
fn compared(t: &Texts, form: &Form, row: &IssuerRow, mine: &Typed) -> Vec<forms::Field> {
    let now = typed_of(t, row);
    let at = |typed: &Typed, name: &str| typed.get(name).cloned().unwrap_or_default();
    type Name = fn() -> Message;
    let usual: [(&'static str, Name); 7] = [
        ("name", say::issuers_name),
        ("street", say::donor_street),
        ("postcode", say::donor_postcode),
        ("city", say::donor_city),
        ("keep_years", say::issuers_keep_years),
        ("four_eyes_from", say::issuers_four_eyes),
        ("council_from", say::issuers_council),
    ];
    let mut all = vec![(t.issuers_form(), t.say(&row.form.label()), t.say(&form.id.label()))];
    for (name, label) in usual.into_iter().map(|(name, label)| (name, label())) {
        all.push((t.say(&label), at(&now, name), at(mine, name)));
    }
    for field in &form.fields {
        all.push((t.say(&field.label()), at(&now, field.word()), at(mine, field.word())));
    }
    all
}
