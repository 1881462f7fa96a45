//! Who confirms gifts: recorded, corrected, retired.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, date};

use super::deeds::Doing;
use super::once::once;
use super::{ActionError, Actor, House, typed};
use crate::domain::council::is_city;
use crate::domain::deed::{IssuerImage, Undoing};
use crate::domain::receipt::{self, Field, FieldKind, FormId, NOTICE_WARNING_DAYS};
use crate::domain::rights::Right;
use crate::domain::{DeedId, IssuerId};
use crate::store::issuers::{self, IssuerRow, fields_column};
use crate::store::{At, Db};
use crate::texts::{fold, say};

/// How long a duplicate is kept, in years, unless the treasurer chooses otherwise; fewer than eight § 147 AO does not allow.
pub const KEEP_YEARS: i32 = 10;
const KEEP_AT_LEAST: i32 = 8;
const KEEP_AT_MOST: i32 = 30;
/// No notice that counts is older than that.
const FIRST_DAY: Date = date(1990, 1, 1);

/// What is typed about an issuer. Amounts and days are as a person writes them.
#[derive(Clone, Debug)]
pub struct NewIssuer {
    pub form: FormId,
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub city: String,
    pub fields: BTreeMap<Field, String>,
    pub keep_years: String,
    pub four_eyes_from: String,
    pub council_from: String,
}

impl NewIssuer {
    /// An issuer with the usual terms.
    pub fn of(form: FormId, name: impl Into<String>) -> NewIssuer {
        NewIssuer {
            form,
            name: name.into(),
            street: String::new(),
            postcode: String::new(),
            city: String::new(),
            fields: BTreeMap::new(),
            keep_years: KEEP_YEARS.to_string(),
            four_eyes_from: String::new(),
            council_from: String::new(),
        }
    }

    fn row(self, actor: &Actor, today: Date, id: IssuerId, created_at: At) -> Result<IssuerRow, ActionError> {
        let needed = |field: &'static str, text: &str, most| match typed::line(field, text, most)? {
            empty if empty.is_empty() => Err(ActionError::field(field, say::issuers_error_missing())),
            text => Ok(text),
        };
        let years: i32 = self.keep_years.trim().parse().unwrap_or(0);
        if !(KEEP_AT_LEAST..=KEEP_AT_MOST).contains(&years) {
            let sentence = say::issuers_error_keep_years(KEEP_AT_LEAST, KEEP_AT_MOST);
            return Err(ActionError::field("keep_years", sentence));
        }
        let lang = actor.lang();
        Ok(IssuerRow {
            id,
            form: self.form,
            name: needed("name", &self.name, 200)?,
            street: needed("street", &self.street, 120)?,
            postcode: needed("postcode", &self.postcode, 12)?,
            city: needed("city", &self.city, 80)?,
            fields: fields_column(&checked_fields(self.form, &self.fields, today)?),
            keep_years: years,
            four_eyes_from_cents: typed::cents_or_none("four_eyes_from", &self.four_eyes_from, lang)?,
            council_from_cents: typed::cents_or_none("council_from", &self.council_from, lang)?,
            active: true,
            created_at,
            version: 1,
            four_eyes_before_cents: None,
            four_eyes_raised_at: None,
        })
    }
}

/// What the form asks for and nothing else, each in its shape; what is printed may not be empty.
fn checked_fields(
    id: FormId,
    typed: &BTreeMap<Field, String>,
    today: Date,
) -> Result<BTreeMap<Field, String>, ActionError> {
    let form = receipt::form(id);
    let mut fields = BTreeMap::new();
    for field in &form.fields {
        let text = typed.get(field).map_or("", String::as_str);
        let text = typed::line(field.word(), text, 300)?;
        if text.is_empty() {
            continue;
        }
        match field.kind() {
            FieldKind::Text => checked_text(form, *field, &text, today)?,
            FieldKind::Day => {
                let day: Date = text.parse().map_err(|_| ActionError::field(field.word(), say::error_day()))?;
                if day > today {
                    return Err(ActionError::field(field.word(), say::error_day_in_future()));
                }
                if day < FIRST_DAY {
                    return Err(ActionError::field(field.word(), say::issuers_error_too_early(FIRST_DAY)));
                }
            }
            FieldKind::Target => {
                let known = text.parse::<receipt::TargetKind>().is_ok();
                if !known {
                    return Err(ActionError::field(field.word(), say::issuers_error_choose()));
                }
            }
        }
        fields.insert(*field, text);
    }
    let missing = form.needed(&fields).into_iter().find(|field| !fields.contains_key(field));
    match missing {
        Some(field) if field.kind() == FieldKind::Target => {
            Err(ActionError::field(field.word(), say::issuers_error_choose()))
        }
        Some(field) => Err(ActionError::field(field.word(), say::issuers_error_missing())),
        None => Ok(fields),
    }
}

/// What cannot be a tax number, or the years of a notice.
fn checked_text(form: &receipt::Form, field: Field, text: &str, today: Date) -> Result<(), ActionError> {
    let is_german = form.country == receipt::Country::Germany;
    let digits = text.chars().filter(char::is_ascii_digit).count();
    match field {
        // Ten or eleven digits, thirteen where the state's own are in front.
        Field::TaxNumber | Field::TargetTaxNumber if is_german => {
            let fits = text.chars().all(|c| c.is_ascii_digit() || " /-".contains(c)) && (10..=13).contains(&digits);
            if !fits {
                return Err(ActionError::field(field.word(), say::issuers_error_tax_number()));
            }
        }
        Field::Period => {
            let years: Vec<i16> = text
                .split(|c: char| !c.is_ascii_digit())
                .filter(|part| part.len() == 4)
                .filter_map(|part| part.parse().ok())
                .collect();
            let fits = digits >= 4 && years.is_sorted() && years.last().is_some_and(|last| *last <= today.year());
            if !fits {
                return Err(ActionError::field(field.word(), say::issuers_error_period()));
            }
        }
        _ => {}
    }
    Ok(())
}

/// Records who confirms gifts.
///
/// # Errors
/// Without the right, or naming the field that cannot be taken as it is.
pub fn new(house: &Arc<House>, actor: &Actor, issuer: NewIssuer) -> Result<IssuerId, ActionError> {
    actor.must(Right::EditIssuers)?;
    let id = IssuerId(house.uuid());
    let row = issuer.row(actor, house.today(), id, At(house.now()))?;
    let (now, actor) = (house.now(), actor.clone());
    house.store().write(move |db| {
        once(db, &actor, "issuer", now, |db| {
            issuers::insert(db, &row)?;
            Ok(id)
        })
    })
}

/// Corrects an issuer that was at `version` when the page was opened. Receipts that were issued stay as they are.
///
/// # Errors
/// As [`new`]; [`ActionError::Changed`] when somebody else was faster; when the form is one of another country, or gifts and
/// receipts stand in the way of another one.
pub fn edit(
    house: &Arc<House>,
    actor: &Actor,
    id: IssuerId,
    version: i32,
    issuer: NewIssuer,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditIssuers)?;
    let doing = Doing::by(house, actor);
    let form = issuer.form;
    let row = issuer.row(actor, house.today(), id, At(house.now()))?;
    house.store().write(move |db| {
        let before = issuers::find(db, id)?.ok_or(ActionError::NotFound)?;
        if receipt::form(before.form).country != receipt::form(form).country {
            return Err(ActionError::Refused(say::issuers_error_country()));
        }
        if !may_become(db, &before, form)? {
            return Err(ActionError::Refused(say::issuers_error_form()));
        }
        let row = IssuerRow { active: before.active, created_at: before.created_at, ..row.clone() };
        change(db, doing, before, row, version, &say::issuers_saved())
    })
}

/// Whether an issuer may change to this form. An association's notices follow one another; a city is never an association,
/// because its gifts are its own only by the council's decision; and else the numbers of one register have one form.
fn may_become(db: &mut Db, before: &IssuerRow, form: FormId) -> Result<bool, ActionError> {
    let is_association = |form| matches!(form, FormId::DeExempt | FormId::DeAssessed | FormId::DeStatute);
    if before.form == form || is_association(before.form) && is_association(form) {
        return Ok(true);
    }
    Ok(is_city(before.form.word()) == is_city(form.word()) && !issuers::is_used(db, before.id)?)
}

/// Retires an issuer, or takes it up again. A retired one stays in the register and issues nothing.
///
/// # Errors
/// Without the right; [`ActionError::Changed`] when somebody else was faster.
pub fn set_active(
    house: &Arc<House>,
    actor: &Actor,
    id: IssuerId,
    version: i32,
    active: bool,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditIssuers)?;
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        let before = issuers::find(db, id)?.ok_or(ActionError::NotFound)?;
        let row = IssuerRow { active, ..before.clone() };
        change(db, doing, before, row, version, &active_said(active))
    })
}

/// What became of it, for the notice.
pub fn active_said(active: bool) -> crate::texts::Message {
    if active { say::issuers_taken_up() } else { say::issuers_retired_now() }
}

fn change(
    db: &mut Db,
    doing: Doing,
    before: IssuerRow,
    row: IssuerRow,
    version: i32,
    said: &crate::texts::Message,
) -> Result<DeedId, ActionError> {
    let id = row.id;
    let row = IssuerRow { version: version + 1, ..row }.instead_of(&before, At(doing.now));
    if !issuers::update(db, &row, version)? {
        return Err(ActionError::Changed);
    }
    let undo = Undoing::Issuer { id, version: version + 1, before: image(before) };
    doing.note(db, said, id, Some(&undo))
}

fn image(row: IssuerRow) -> IssuerImage {
    IssuerImage {
        form: row.form,
        name: row.name,
        street: row.street,
        postcode: row.postcode,
        city: row.city,
        fields: row.fields,
        keep_years: row.keep_years,
        four_eyes_from_cents: row.four_eyes_from_cents,
        council_from_cents: row.council_from_cents,
        active: row.active,
    }
}

/// Gives an issuer back as it was, if nobody changed it since.
pub(super) fn put_back(
    db: &mut Db,
    id: IssuerId,
    version: i32,
    before: IssuerImage,
    at: At,
) -> Result<bool, ActionError> {
    let Some(now) = issuers::find(db, id)? else { return Ok(false) };
    if !may_become(db, &now, before.form)? {
        return Ok(false);
    }
    let row = IssuerRow {
        id,
        form: before.form,
        name: before.name,
        street: before.street,
        postcode: before.postcode,
        city: before.city,
        fields: before.fields,
        keep_years: before.keep_years,
        four_eyes_from_cents: before.four_eyes_from_cents,
        council_from_cents: before.council_from_cents,
        active: before.active,
        created_at: now.created_at,
        version: version + 1,
        four_eyes_before_cents: None,
        four_eyes_raised_at: None,
    };
    Ok(issuers::update(db, &row.instead_of(&now, at), version)?)
}

/// How long an issuer may still confirm gifts under its notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The form needs no notice.
    Always,
    Until(Date),
    /// Not much longer: so many days, the last one included.
    Soon {
        until: Date,
        days: i32,
    },
    Over(Date),
}

/// How an issuer stands on a day.
pub fn standing(row: &IssuerRow, today: Date) -> Standing {
    let Some(until) = receipt::form(row.form).valid_until(&row.fields()) else { return Standing::Always };
    match until.since(today).map(|span| span.get_days()).unwrap_or(i32::MAX) {
        days if days < 0 => Standing::Over(until),
        days if days < NOTICE_WARNING_DAYS => Standing::Soon { until, days: days + 1 },
        _ => Standing::Until(until),
    }
}

/// The last day on which an issuer could confirm gifts, when that was before `today`.
pub fn over(row: &IssuerRow, today: Date) -> Option<Date> {
    match standing(row, today) {
        Standing::Over(until) => Some(until),
        Standing::Always | Standing::Until(_) | Standing::Soon { .. } => None,
    }
}

/// Other issuers in use that have the same name or tax number: nobody tells them apart later.
///
/// # Errors
/// When the database cannot be read.
pub fn twins(db: &mut Db, row: &IssuerRow) -> Result<Vec<IssuerRow>, ActionError> {
    let digits = |row: &IssuerRow| -> String {
        let number = row.fields().remove(&Field::TaxNumber).unwrap_or_default();
        number.chars().filter(char::is_ascii_digit).collect()
    };
    let (name, number) = (fold(&row.name), digits(row));
    let is_twin = |other: &IssuerRow| {
        other.id != row.id && (fold(&other.name) == name || !number.is_empty() && digits(other) == number)
    };
    Ok(issuers::active(db)?.into_iter().filter(is_twin).collect())
}

/// Issuers in use whose notice is too old, or soon will be: whoever issues receipts has to ask for a new one.
///
/// # Errors
/// Without the right, or when the database cannot be read.
pub fn ending(house: &House, actor: &Actor) -> Result<Vec<(IssuerRow, Standing)>, ActionError> {
    actor.must(Right::SeeReceipts)?;
    let today = house.today();
    let rows = house.store().read(issuers::active)?;
    let stands = rows.into_iter().map(|row| (standing(&row, today), row));
    let ends = stands.filter(|(standing, _)| matches!(standing, Standing::Soon { .. } | Standing::Over(_)));
    Ok(ends.map(|(standing, row)| (row, standing)).collect())
}
