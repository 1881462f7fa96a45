//! A device asks to become a terminal; a coordinator who sees its screen says yes.
//!
//! The device shows six characters and asks with a secret of its own how things stand. The terminal's token is made when
//! the approved device fetches it, so that it is never stored, only its hash.

use std::sync::Arc;

use jiff::SignedDuration;

use super::house::hashed;
use super::typed::line;
use super::{ActionError, Actor, House, terminals as own};
use crate::codes::Kind;
use crate::domain::rights::Right;
use crate::domain::{EnrolmentId, TerminalId};
use crate::store::enrolments::{self, EnrolmentRow};
use crate::store::{At, terminals};
use crate::texts::say;

/// A request is good for this long, and once more as long when it was approved.
pub const LIFE: SignedDuration = SignedDuration::from_mins(10);
/// As many devices may wait at once: anybody on the net can ask.
pub const MOST_WAITING: usize = 20;

/// What the device is told: what to show, and what to ask with.
pub struct Started {
    pub id: EnrolmentId,
    /// As shown on the screen: `7F3-9MX`.
    pub code: String,
    pub secret: String,
    pub expires_at: jiff::Timestamp,
}

/// How a request stands.
#[derive(Debug, PartialEq, Eq)]
pub enum Standing {
    Waiting,
    Refused,
    Expired,
    /// The token stands here until the terminal was used for the first time.
    Approved {
        name: String,
        token: Option<String>,
    },
}

/// Notes a device's request. Anybody may ask; nothing is allowed by it.
///
/// # Errors
/// When too many devices wait, or for a name that is no short line.
pub fn ask(house: &Arc<House>, name: &str) -> Result<Started, ActionError> {
    let name = line("name", name, 60)?;
    let in_house = Arc::clone(house);
    let secret = data_encoding::BASE64URL_NOPAD.encode(&house.random::<32>());
    let secret_hash = hashed(&secret);
    let (id, now) = (EnrolmentId(house.uuid()), house.now());
    let code = house.store().write(move |db| {
        enrolments::remove_old(db, now)?;
        let waiting = enrolments::waiting(db, now)?;
        if waiting.len() >= MOST_WAITING {
            return Err(ActionError::Refused(say::error_enrolments_full()));
        }
        let code = loop {
            let drawn = in_house.draw(Kind::Command).as_str()[1..7].to_owned();
            if waiting.iter().all(|other| other.code != drawn) {
                break drawn;
            }
        };
        enrolments::insert(
            db,
            &EnrolmentRow {
                id,
                name: name.clone(),
                code: code.clone(),
                secret_hash: secret_hash.clone(),
                state: "waiting".to_owned(),
                terminal_id: None,
                created_at: At(now),
                expires_at: At(now + LIFE),
                decided_by: None,
            },
        )?;
        Ok(code)
    })?;
    Ok(Started { id, code: shown(&code), secret, expires_at: now + LIFE })
}

fn shown(code: &str) -> String {
    format!("{}-{}", &code[..3], &code[3..])
}

/// How a request stands, for the device that holds its secret. Whoever is approved gets a token; fetched again before the
/// terminal was used, it is another one, and the one before is dead.
///
/// # Errors
/// [`ActionError::NotFound`] when there is no such request or the secret is another one.
pub fn standing(house: &Arc<House>, id: EnrolmentId, secret: &str) -> Result<Standing, ActionError> {
    let secret_hash = hashed(secret);
    let row = house.store().read(|db| enrolments::find(db, id))?;
    let row = row.filter(|row| row.secret_hash == secret_hash).ok_or(ActionError::NotFound)?;
    let over = row.expires_at.0 <= house.now();
    match (row.state.as_str(), row.terminal_id) {
        ("refused", _) => Ok(Standing::Refused),
        _ if over => Ok(Standing::Expired),
        ("approved", Some(terminal)) => {
            let token = fetch_token(house, terminal)?;
            Ok(Standing::Approved { name: row.name, token })
        }
        _ => Ok(Standing::Waiting),
    }
}

/// A new token for a terminal that was never used.
fn fetch_token(house: &House, terminal: TerminalId) -> Result<Option<String>, ActionError> {
    let token = own::new_token(house);
    let hash = hashed(&token);
    let given = house.store().write(move |db| {
        let row = terminals::lock(db, terminal)?;
        if row.last_seen_at.is_some() || !row.active {
            return Ok::<_, ActionError>(false);
        }
        terminals::set_token(db, terminal, &hash)?;
        Ok(true)
    })?;
    Ok(given.then_some(token))
}

/// The requests that wait, the oldest first. What the device shows is not among it: it is read from its screen.
///
/// # Errors
/// Without the right.
pub fn waiting(house: &House, actor: &Actor) -> Result<Vec<EnrolmentRow>, ActionError> {
    actor.must(Right::ManageTerminals)?;
    Ok(house.store().read(|db| enrolments::waiting(db, house.now()))?)
}

/// Lets the device in that shows this code on its screen. The code is typed, so that nobody approves a device that he or
/// she does not see.
///
/// # Errors
/// Without the right; when no device that waits shows this code; without a name.
pub fn approve(house: &Arc<House>, actor: &Actor, typed: &str, name: &str) -> Result<String, ActionError> {
    actor.must(Right::ManageTerminals)?;
    let code: String = typed.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    let name = line("name", name, 60)?;
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    let (terminal, now) = (TerminalId(house.uuid()), house.now());
    house.store().write(move |db| {
        let waiting = enrolments::waiting(db, now)?;
        let found = waiting.iter().find(|row| row.code == code);
        let row = found.ok_or_else(|| ActionError::field("code", say::error_enrolment_code()))?;
        let name = if name.is_empty() { row.name.clone() } else { name.clone() };
        if name.is_empty() {
            return Err(ActionError::field("name", say::error_terminal_name()));
        }
        terminals::insert(db, &own::row(&in_house, terminal, name.clone(), "device", None))?;
        enrolments::decide(db, row.id, (&name, Some(terminal)), actor.user(), now + LIFE)?;
        Ok(name)
    })
}

/// Turns a device away.
///
/// # Errors
/// Without the right, or when the request does not wait any more.
pub fn refuse(house: &Arc<House>, actor: &Actor, id: EnrolmentId) -> Result<(), ActionError> {
    actor.must(Right::ManageTerminals)?;
    let (now, by) = (house.now(), actor.user());
    house.store().write(move |db| {
        let waiting = enrolments::waiting(db, now)?;
        let row = waiting.iter().find(|row| row.id == id).ok_or(ActionError::NotFound)?;
        Ok(enrolments::decide(db, id, (&row.name, None), by, row.expires_at.0)?)
    })
}
