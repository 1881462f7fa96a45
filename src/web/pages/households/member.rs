//! A person of a household: adding one at a time, changing, taking out.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use super::{Choice, Wrong, address, again, words};
use crate::actions::register_household::NewMember;
use crate::actions::{ActionError, Actor, change_household, see_household};
use crate::domain::catalogue::Cut;
use crate::domain::household::SizeFor;
use crate::domain::sizes::{SizeSystem, Sizes};
use crate::domain::templates::AgeBand;
use crate::domain::{HouseholdId, MemberId};
use crate::store::Db;
use crate::store::members::{self, MemberRow};
use crate::texts::{Texts, say};
use crate::web::pages::forms::meanwhile;
use crate::web::{Failure, Page, Shared, act, html, redirect_done};

#[derive(Template)]
#[template(path = "households/member.html")]
struct MemberPage {
    page: Page,
    t: &'static Texts,
    title: String,
    back: String,
    action: String,
    version: String,
    /// Where a known person is taken out; empty for a new one.
    remove: String,
    member: MemberForm,
    wrong: Wrong,
}

/// The fields as a form shows them.
pub(super) struct MemberForm {
    pub nickname: String,
    pub birth_month: String,
    pub bands: Vec<Choice>,
    pub cuts: Vec<Choice>,
    pub sizes: Vec<SizeField>,
}

pub(super) struct SizeField {
    pub name: String,
    pub label: String,
    pub value: String,
    /// Sizes to choose from, small ones first; another may be typed.
    pub known: Vec<String>,
    /// A sentence when the catalogue does not know what was typed.
    pub odd: String,
}

/// The fields as they were sent, all of them text.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(in crate::web) struct MemberFields {
    nickname: String,
    age_band: String,
    birth_month: String,
    cut: String,
    size_clothes: String,
    size_trousers: String,
    size_shoes: String,
    size_bra: String,
    size_head: String,
    /// Anything: the sizes were measured today.
    measured: String,
    version: String,
    /// `more` leads to the form for the next person.
    then: String,
    /// The key of the form: sent twice, it makes one thing.
    pub(super) once: String,
}

impl MemberFields {
    fn of(row: &MemberRow) -> MemberFields {
        let sizes = row.sizes();
        let size = |what: SizeFor| sizes.get(what.word()).cloned().unwrap_or_default();
        MemberFields {
            nickname: row.nickname.clone(),
            age_band: row.age_band.clone(),
            birth_month: row.birth_month.clone().unwrap_or_default(),
            cut: row.cut.map_or_else(String::new, |cut| cut.to_string()),
            size_clothes: size(SizeFor::Clothes),
            size_trousers: size(SizeFor::Trousers),
            size_shoes: size(SizeFor::Shoes),
            size_bra: size(SizeFor::Bra),
            size_head: size(SizeFor::Head),
            measured: String::new(),
            version: row.version.to_string(),
            then: String::new(),
            once: String::new(),
        }
    }

    fn size(&self, what: SizeFor) -> &str {
        match what {
            SizeFor::Clothes => &self.size_clothes,
            SizeFor::Trousers => &self.size_trousers,
            SizeFor::Shoes => &self.size_shoes,
            SizeFor::Bra => &self.size_bra,
            SizeFor::Head => &self.size_head,
        }
    }

    fn sizes(&self) -> BTreeMap<String, String> {
        let said = SizeFor::ALL.iter().map(|what| (what.to_string(), self.size(*what).trim().to_owned()));
        said.filter(|(_, size)| !size.is_empty()).collect()
    }

    /// The fields of now beside what was typed.
    fn beside(&self, typed: &MemberFields, t: &Texts) -> Vec<(String, String, String)> {
        let age = |word: &str| word.parse().map(|band| t.say(&words::age(band))).unwrap_or_default();
        let cut = |word: &str| word.parse().map(|cut| t.say(&words::cut(cut))).unwrap_or_default();
        let mut fields = vec![
            (t.member_nickname(), self.nickname.clone(), typed.nickname.clone()),
            (t.member_age(), age(&self.age_band), age(&typed.age_band)),
            (t.member_birth_month(), self.birth_month.clone(), typed.birth_month.clone()),
            (t.member_cut(), cut(&self.cut), cut(&typed.cut)),
        ];
        let sizes = SizeFor::ALL.iter();
        fields.extend(
            sizes.map(|what| {
                (t.say(&words::size_for(*what)), self.size(*what).to_owned(), typed.size(*what).to_owned())
            }),
        );
        fields
    }

    pub(super) fn is_empty(&self) -> bool {
        let texts = [&self.nickname, &self.age_band, &self.birth_month, &self.cut];
        texts.iter().all(|text| text.trim().is_empty()) && self.sizes().is_empty()
    }

    pub(super) fn member(&self) -> NewMember {
        NewMember {
            nickname: self.nickname.clone(),
            age_band: self.age_band.clone(),
            birth_month: Some(self.birth_month.trim().to_owned()).filter(|month| !month.is_empty()),
            cut: self.cut.parse().ok(),
            odd_cut: !self.cut.is_empty() && self.cut.parse::<Cut>().is_err(),
            measured: !self.measured.is_empty(),
            sizes: self.sizes(),
        }
    }
}

impl MemberForm {
    pub(super) fn of(t: &Texts, fields: &MemberFields) -> MemberForm {
        let unknown = |label, chosen: &str| Choice { value: String::new(), label, chosen: chosen.is_empty() };
        let bands = AgeBand::ALL.iter().map(|band| Choice {
            value: band.to_string(),
            label: t.say(&words::age(*band)),
            chosen: band.word() == fields.age_band,
        });
        let cuts = Cut::ALL.iter().filter(|cut| **cut != Cut::U).map(|cut| Choice {
            value: cut.to_string(),
            label: t.say(&words::cut(*cut)),
            chosen: cut.word() == fields.cut,
        });
        let sizes = SizeFor::ALL.iter().map(|what| SizeField {
            name: format!("size_{what}"),
            label: t.say(&words::size_for(*what)),
            value: fields.size(*what).to_owned(),
            known: suggestions(*what, fields.cut.parse().ok()),
            odd: if is_known(*what, fields.size(*what)) { String::new() } else { t.records_size_unknown() },
        });
        MemberForm {
            nickname: fields.nickname.clone(),
            birth_month: fields.birth_month.clone(),
            bands: std::iter::once(unknown(t.member_age_unknown(), &fields.age_band)).chain(bands).collect(),
            cuts: std::iter::once(unknown(t.member_cut_unknown(), &fields.cut)).chain(cuts).collect(),
            sizes: sizes.collect(),
        }
    }
}

/// The sizes that are offered for a field: those that the cut comes in.
fn suggestions(what: SizeFor, cut: Option<Cut>) -> Vec<String> {
    let sizes = Sizes::shipped();
    let mut known: Vec<String> = Vec::new();
    for system in what.systems().iter().filter(|system| cut.is_none_or(|cut| system.suits(cut))) {
        for size in sizes.of_system(*system).iter().map(ToString::to_string) {
            if !known.contains(&size) {
                known.push(size);
            }
        }
    }
    known
}

/// Whether the catalogue can read a size; what it cannot is kept as it was typed.
pub(super) fn is_known(what: SizeFor, text: &str) -> bool {
    let read = |system: &SizeSystem| Sizes::shipped().read_in(*system, text).is_some();
    text.trim().is_empty() || what.systems().iter().any(read)
}

/// `GET /households/{id}/members/new`
pub(in crate::web) async fn new(page: Page, id: Path<HouseholdId>) -> Result<HttpResponse, Failure> {
    html(&form(page, *id, None, &MemberFields::default(), Wrong::default()))
}

/// `POST /households/{id}/members`
pub(in crate::web) async fn add(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<MemberFields>,
) -> Result<HttpResponse, Failure> {
    let (id, fields) = (id.into_inner(), sent.into_inner());
    let (member, actor) = (fields.member(), actor.sending(&fields.once));
    match act(&app, move |house| change_household::add_member(house, &actor, id, &member)).await {
        Ok((_, deed)) => {
            let more = if fields.then == "more" { "/members/new" } else { "" };
            Ok(redirect_done(&format!("{}{more}", address(id)), &say::household_member_saved(), deed))
        }
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&form(page, id, None, &fields, wrong))
        }
    }
}

/// `GET /households/{id}/members/{member}`
pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    path: Path<(HouseholdId, MemberId)>,
) -> Result<HttpResponse, Failure> {
    let (id, member) = path.into_inner();
    let seen = act(&app, move |house| see_household::open(house, &actor, id, "member")).await?;
    let row = seen.members.iter().find(|row| row.id == member).ok_or(ActionError::NotFound)?;
    html(&form(page, id, Some(member), &MemberFields::of(row), Wrong::default()))
}

/// `POST /households/{id}/members/{member}`
pub(in crate::web) async fn save(
    page: Page,
    app: Shared,
    actor: Actor,
    path: Path<(HouseholdId, MemberId)>,
    sent: Form<MemberFields>,
) -> Result<HttpResponse, Failure> {
    let ((id, member), fields) = (path.into_inner(), sent.into_inner());
    let (version, input) = (fields.version.parse().unwrap_or_default(), fields.member());
    match act(&app, move |house| change_household::edit_member(house, &actor, member, version, &input)).await {
        Ok((id, said, deed)) => Ok(redirect_done(&address(id), &said, deed)),
        Err(failure) => {
            let (t, mine) = (page.t(), fields.clone());
            let now = move |db: &mut Db| {
                let row = members::find(db, member)?.ok_or(ActionError::NotFound)?;
                Ok((row.version, MemberFields::of(&row).beside(&mine, t)))
            };
            let (wrong, version) = Wrong::of_change(failure, &app, t, member.to_string(), now).await?;
            let version = version.map_or_else(|| fields.version.clone(), |version| version.to_string());
            let fields = MemberFields { version, ..fields };
            again(&form(page, id, Some(member), &fields, wrong))
        }
    }
}

/// `POST /households/{id}/members/{member}/remove`
pub(in crate::web) async fn remove(
    app: Shared,
    actor: Actor,
    path: Path<(HouseholdId, MemberId)>,
    sent: Form<MemberFields>,
) -> Result<HttpResponse, Failure> {
    let (_, member) = path.into_inner();
    let version = sent.version.parse().unwrap_or_default();
    match act(&app, move |house| change_household::remove_member(house, &actor, member, version)).await {
        Ok((id, deed)) => Ok(redirect_done(&address(id), &say::household_member_removed(), deed)),
        Err(failure) => Err(meanwhile(&app, failure, member.to_string()).await),
    }
}

fn form(page: Page, id: HouseholdId, member: Option<MemberId>, fields: &MemberFields, wrong: Wrong) -> MemberPage {
    let (t, back) = (page.t(), address(id));
    let (title, action, remove) = match member {
        Some(member) => {
            let action = format!("{back}/members/{member}");
            (t.member_title_edit(), action.clone(), format!("{action}/remove"))
        }
        None => (t.member_title_new(), format!("{back}/members"), String::new()),
    };
    let version = fields.version.clone();
    MemberPage { member: MemberForm::of(t, fields), page, t, title, back, action, version, remove, wrong }
}
