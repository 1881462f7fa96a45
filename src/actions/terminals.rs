//! Enrolling terminals, and the terminal that every browser and the command line is.

use std::sync::Arc;

use super::deeds::Doing;
use super::house::hashed;
use super::typed::line;
use super::{ActionError, Actor, House};
use crate::domain::deed::Undoing;
use crate::domain::rights::Right;
use crate::domain::snapshot::Snapshot;
use crate::domain::{DeedId, TerminalId, UserId};
use crate::store::snapshot::{self, Moment};
use crate::store::terminals::{self, TerminalRow};
use crate::store::{At, Db, StoreError};
use crate::texts::{Lang, Texts, say};

/// Numbers of the further scanners at one device; the device itself is 1.
const STATIONS: std::ops::RangeInclusive<i32> = 2..=8;

/// A new terminal and its token, which is shown this once and stored only hashed.
pub struct Enrolled {
    pub id: TerminalId,
    pub token: String,
}

/// Enrols a device.
///
/// # Errors
/// Without the right, or without a name of one short line.
pub fn enrol(house: &Arc<House>, actor: &Actor, name: &str) -> Result<Enrolled, ActionError> {
    actor.must(Right::ManageTerminals)?;
    let name = line("name", name, 60)?;
    if name.is_empty() {
        return Err(ActionError::field("name", say::error_terminal_name()));
    }
    let token = new_token(house);
    let id = TerminalId(house.uuid());
    let row = TerminalRow { token_hash: Some(hashed(&token)), ..row(house, id, name, "device", None) };
    house.store().write(move |db| terminals::insert(db, &row))?;
    Ok(Enrolled { id, token })
}

/// A further scanner's desk at an enrolled device, with a token for it. Asked again for the same number it is the same desk
/// with another token, so that a device that lost its files gets on; the token before lets nobody in any more.
///
/// # Errors
/// For anybody but an enrolled device that is none of these desks itself, for a number outside 2 … 8, for a desk that a
/// coordinator switched off, and [`ActionError::Quarantined`].
pub fn station(house: &Arc<House>, actor: &Actor, number: i32) -> Result<(String, String), ActionError> {
    must_be_device(actor)?;
    if !STATIONS.contains(&number) {
        return Err(ActionError::field("number", say::error_station_number(*STATIONS.start(), *STATIONS.end())));
    }
    let (in_house, parent) = (Arc::clone(house), actor.terminal());
    let (token, id) = (new_token(house), TerminalId(house.uuid()));
    let hash = hashed(&token);
    let name = house.store().write(move |db| {
        let device = terminals::lock(db, parent)?;
        if device.suspect_since.is_some() {
            return Err(ActionError::Quarantined);
        }
        if device.parent_id.is_some() {
            return Err(ActionError::Refused(say::error_only_devices()));
        }
        let name = Texts::of(Lang::default()).terminal_station_name(&device.name, number);
        match terminals::station(db, parent, number)? {
            Some(known) if !known.active => return Err(ActionError::Refused(say::error_station_off())),
            Some(known) => terminals::set_token(db, known.id, &hash)?,
            None => {
                let new = row(&in_house, id, name.clone(), "device", None);
                let (token_hash, station) = (Some(hash.clone()), Some(number));
                terminals::insert(db, &TerminalRow { token_hash, parent_id: Some(parent), station, ..new })?;
            }
        }
        Ok(name)
    })?;
    Ok((token, name))
}

/// Lets a terminal book again that was set aside because it sent something odd.
///
/// # Errors
/// Without the right, or when no such terminal is set aside.
pub fn release(house: &House, actor: &Actor, id: TerminalId) -> Result<(), ActionError> {
    actor.must(Right::ManageTerminals)?;
    match house.store().write(move |db| terminals::release(db, id))? {
        0 => Err(ActionError::NotFound),
        _ => Ok(()),
    }
}

pub(super) fn new_token(house: &House) -> String {
    data_encoding::BASE64URL_NOPAD.encode(&house.random::<32>())
}

/// Ends or allows a device's access; its further scanners go with it.
///
/// # Errors
/// Without the right, or when there is no such terminal.
pub fn set_active(house: &House, actor: &Actor, id: TerminalId, active: bool) -> Result<DeedId, ActionError> {
    actor.must(Right::ManageTerminals)?;
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        let before = terminals::find(db, id)?.ok_or(ActionError::NotFound)?.active;
        terminals::set_active(db, id, active)?;
        let said = if active { say::terminals_switched_on() } else { say::terminals_switched_off() };
        doing.note(db, &said, id, Some(&Undoing::Terminal { id, active: before }))
    })
}

/// What a device or a person's browser takes along for the time that it is cut off.
///
/// # Errors
/// Without the right to hand out (it holds what households need, though no name), and [`ActionError::Quarantined`].
pub fn snapshot(house: &House, actor: &Actor) -> Result<Snapshot, ActionError> {
    actor.must(Right::ScanHandout)?;
    if actor.user().is_none() {
        must_be_device(actor)?;
    }
    if house.store().read(|db| terminals::find(db, actor.terminal()))?.is_some_and(|row| row.suspect_since.is_some()) {
        return Err(ActionError::Quarantined);
    }
    if let Some(user) = actor.user() {
        tracing::info!(%user, terminal = %actor.terminal(), "snapshot fetched by a person");
    }
    let catalogue = house.catalogue();
    let moment = Moment {
        catalogue: &catalogue,
        rules: house.rules(),
        zone: house.zone().iana_name().unwrap_or("UTC").to_owned(),
        days: house.zone(),
        now: house.now(),
        key: house.random(),
    };
    house.store().read_at_one_moment(|db| Ok(snapshot::take(db, &moment)?))
}

fn must_be_device(actor: &Actor) -> Result<(), ActionError> {
    if actor.is_device() { Ok(()) } else { Err(ActionError::Refused(say::error_only_devices())) }
}

/// Somebody who sends what another person scanned at this browser and could not send: at that person's desk, in his or her
/// own name.
///
/// # Errors
/// Without the right to answer for others' scans, or when that person has no desk.
pub fn at_desk_of(house: &House, actor: &Actor, user: UserId) -> Result<Actor, ActionError> {
    if actor.user() == Some(user) {
        return Ok(actor.clone());
    }
    actor.must(Right::Override)?;
    let desk = house.store().read(|db| terminals::of_user(db, user))?.ok_or(ActionError::NotFound)?;
    Ok(actor.clone().at(desk.id))
}

/// The terminal that a person's browser is; made at the first sign-in.
pub(crate) fn of_browser(db: &mut Db, house: &House, user: UserId, name: &str) -> Result<TerminalId, StoreError> {
    if let Some(terminal) = terminals::of_user(db, user)? {
        return Ok(terminal.id);
    }
    let id = TerminalId(house.uuid());
    terminals::insert(db, &row(house, id, name.to_owned(), "browser", Some(user)))?;
    Ok(id)
}

/// The house itself as an actor, for the command line and for upkeep: whoever holds the database may do everything.
///
/// # Errors
/// Only when the database fails.
pub fn caretaker(house: &Arc<House>) -> Result<Actor, ActionError> {
    Ok(Actor::house(of_command_line(house)?))
}

/// The terminal that the command line is: always the same one.
fn of_command_line(house: &Arc<House>) -> Result<TerminalId, StoreError> {
    let id = TerminalId(uuid::Uuid::nil());
    let row = row(house, id, "gabentisch".to_owned(), "house", None);
    house.store().write(move |db| {
        if terminals::find(db, id)?.is_none() {
            terminals::insert(db, &row)?;
        }
        Ok(id)
    })
}

pub(super) fn row(house: &House, id: TerminalId, name: String, kind: &str, user_id: Option<UserId>) -> TerminalRow {
    TerminalRow {
        id,
        name,
        kind: kind.to_owned(),
        user_id,
        token_hash: None,
        next_seq: 1,
        active: true,
        desk: "{}".to_owned(),
        suspect_since: None,
        created_at: At(house.now()),
        last_seen_at: None,
        parent_id: None,
        station: None,
    }
}
