//! The donor form: `GET` and `POST` of `/donors/new` and `/donors/{id}/edit`.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use crate::actions::record_donor::{self, NewDonor};
use crate::actions::{ActionError, Actor};
use crate::codes::Kind;
use crate::domain::DonorId;
use crate::domain::donation::{DonorKind, ThanksBy};
use crate::domain::rights::Right;
use crate::store::{Db, donors};
use crate::texts::{Lang, Texts, say};
use crate::web::pages::forms::{self, Wrong};
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html, redirect_done, redirect_with};

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Typed {
    kind: String,
    name: String,
    street: String,
    postcode: String,
    city: String,
    email: String,
    note: String,
    country: String,
    contact: String,
    lang: String,
    thanks: String,
    gives_every_months: String,
    version: i32,
    /// The key of the form: sent twice, it makes one thing.
    once: String,
}

impl Typed {
    fn donor(self) -> NewDonor {
        let months = match self.gives_every_months.trim() {
            "" => None,
            // What is no number is refused as one that cannot be.
            text => Some(text.parse().unwrap_or_default()),
        };
        NewDonor {
            kind: self.kind.parse().unwrap_or(DonorKind::Private),
            name: self.name,
            street: self.street,
            postcode: self.postcode,
            city: self.city,
            email: self.email,
            note: self.note,
            country: self.country,
            contact: self.contact,
            lang: self.lang.parse().unwrap_or_default(),
            thanks: self.thanks.parse().unwrap_or(ThanksBy::None),
            gives_every_months: months,
        }
    }
}

#[derive(Template)]
#[template(path = "donors/form.html")]
struct FormPage {
    page: Page,
    t: &'static Texts,
    title: String,
    back: String,
    typed: Typed,
    kinds: Vec<Choice>,
    thanks: Vec<Choice>,
    langs: Vec<Choice>,
    wrong: Wrong,
}

impl FormPage {
    fn new(page: Page, donor: Option<DonorId>, typed: Typed, wrong: Wrong) -> FormPage {
        let t = page.t();
        let kinds = DonorKind::ALL
            .iter()
            .map(|kind| Choice::new(kind, t.say(&shown::donor_kind(*kind)), kind.word() == typed.kind))
            .collect();
        let title = if donor.is_some() { t.donor_edit() } else { t.donor_new() };
        let back = donor.map_or_else(|| "/donors".to_owned(), |id| format!("/donors/{id}"));
        let thanks = ThanksBy::ALL
            .iter()
            .map(|one| Choice::new(one, t.say(&shown::thanks_by(*one)), one.word() == typed.thanks))
            .collect();
        let langs = shown::languages(&typed.lang);
        FormPage { page, t, title, back, typed, kinds, thanks, langs, wrong }
    }

    fn error(&self, field: &str) -> &str {
        self.wrong.at(field)
    }
}

pub(in crate::web) async fn blank(page: Page) -> Result<HttpResponse, Failure> {
    let typed = Typed {
        kind: DonorKind::Private.to_string(),
        thanks: ThanksBy::None.to_string(),
        lang: Lang::De.to_string(),
        ..Typed::default()
    };
    html(&FormPage::new(page, None, typed, Wrong::default()))
}

pub(in crate::web) async fn create(
    page: Page,
    app: Shared,
    actor: Actor,
    form: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let typed = form.into_inner();
    let (donor, actor) = (typed.clone().donor(), actor.sending(&typed.once));
    match act(&app, move |house| record_donor::new(house, &actor, donor)).await {
        Ok(id) => Ok(redirect_with(&format!("/donors/{id}"), &say::donor_saved())),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            forms::again(&FormPage::new(page, None, typed, wrong))
        }
    }
}

pub(in crate::web) async fn filled(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
) -> Result<HttpResponse, Failure> {
    let donor = act(&app, move |house| {
        actor.must(Right::EditDonors)?;
        house.store().read(|db| {
            let id = shown::id_in_address(db, &id, Kind::DonorCard)?;
            donors::find(db, id)?.ok_or(ActionError::NotFound)
        })
    })
    .await?;
    let typed = Typed {
        kind: donor.kind.to_string(),
        name: donor.name,
        street: donor.street,
        postcode: donor.postcode,
        city: donor.city,
        email: donor.email,
        note: donor.note,
        country: donor.country,
        contact: donor.contact,
        lang: donor.lang,
        thanks: donor.thanks.to_string(),
        gives_every_months: donor.gives_every_months.map(|months| months.to_string()).unwrap_or_default(),
        version: donor.version,
        once: String::new(),
    };
    html(&FormPage::new(page, Some(donor.id), typed, Wrong::default()))
}

pub(in crate::web) async fn change(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonorId>,
    form: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), form.into_inner());
    let (version, donor) = (typed.version, typed.clone().donor());
    match act(&app, move |house| record_donor::edit(house, &actor, id, version, donor)).await {
        Ok(deed) => Ok(redirect_done(&format!("/donors/{id}"), &say::donor_saved(), deed)),
        Err(failure) => {
            let (t, mine) = (page.t(), typed.clone());
            let now = move |db: &mut Db| {
                let row = donors::find(db, id)?.ok_or(ActionError::NotFound)?;
                let kind = |word: &str| word.parse().map(|kind| t.say(&shown::donor_kind(kind))).unwrap_or_default();
                let thanks = |word: &str| word.parse().map(|by| t.say(&shown::thanks_by(by))).unwrap_or_default();
                let fields = vec![
                    (t.donor_kind(), kind(row.kind.word()), kind(&mine.kind)),
                    (t.donor_name(), row.name, mine.name),
                    (t.donor_street(), row.street, mine.street),
                    (t.donor_postcode(), row.postcode, mine.postcode),
                    (t.donor_city(), row.city, mine.city),
                    (t.donor_email(), row.email, mine.email),
                    (t.donor_note(), row.note, mine.note),
                    (t.values_contact(), row.contact, mine.contact),
                    (t.values_country(), row.country, mine.country),
                    (t.values_letters_lang(), row.lang, mine.lang),
                    (t.values_thanks(), thanks(row.thanks.word()), thanks(&mine.thanks)),
                    (
                        t.values_gives_every(),
                        row.gives_every_months.map(|months| months.to_string()).unwrap_or_default(),
                        mine.gives_every_months,
                    ),
                ];
                Ok((row.version, fields))
            };
            let (wrong, version) = Wrong::of_change(failure, &app, t, id.to_string(), now).await?;
            let typed = Typed { version: version.unwrap_or(typed.version), ..typed };
            forms::again(&FormPage::new(page, Some(id), typed, wrong))
        }
    }
}
