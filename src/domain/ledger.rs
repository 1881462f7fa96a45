//! The ledger: append-only movements, each with the hash of the one before, from which every item's standing follows.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::ids::*;
use super::item::{ItemState, MovementKind};

/// All that the ledger says about an item at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    pub state: ItemState,
    /// Pieces, 1 for a single item.
    pub quantity: i32,
    /// Counts the movements of the item from 1.
    pub version: i32,
    /// Who has it, or for whom it is laid aside.
    pub household: Option<HouseholdId>,
    /// The need it meets, or for which it is laid aside.
    pub need: Option<NeedId>,
    pub location: Option<LocationId>,
}

impl Standing {
    /// The standing one movement later, with no household or need.
    pub fn then(&self, state: ItemState) -> Standing {
        Standing {
            state,
            quantity: self.quantity,
            version: self.version + 1,
            household: None,
            need: None,
            location: self.location,
        }
    }

    /// How many pieces of its need this item fulfils: all of them while it is handed out against it.
    pub fn fulfils(&self) -> Option<(NeedId, i32)> {
        match (self.state, self.need) {
            (ItemState::HandedOut, Some(need)) => Some((need, self.quantity)),
            _ => None,
        }
    }
}

/// One entry of the ledger, never changed after it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Movement {
    /// 1, 2, 3 … without a gap over the whole ledger.
    pub position: i64,
    pub id: MovementId,
    /// The scan or click that made it. One event can make several movements, told apart by `part`.
    pub event_id: EventId,
    pub part: i32,
    pub item_id: ItemId,
    pub kind: MovementKind,
    /// The item's state before; `None` when the item begins with this entry.
    pub from_state: Option<ItemState>,
    pub after: Standing,
    pub visit_id: Option<VisitId>,
    pub donation_id: Option<DonationId>,
    pub terminal_id: TerminalId,
    pub actor_id: Option<UserId>,
    /// By the terminal's clock.
    pub occurred_at: Timestamp,
    /// By the server's clock.
    pub recorded_at: Timestamp,
    pub reverses: Option<MovementId>,
    /// What the piece is (product, cut, size, condition), when this entry sets it: JSON text.
    pub details: Option<String>,
}

/// The hash before the first movement.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

impl Movement {
    /// SHA-256, in lower-case hexadecimal, over the hash of the entry before and every field of this one.
    ///
    /// Times count in microseconds, the finest that both databases keep.
    pub fn hash(&self, previous: &str) -> String {
        let fields = serde_json::json!([
            previous,
            self.position,
            self.id,
            self.event_id,
            self.part,
            self.item_id,
            self.kind,
            self.from_state,
            self.after.state,
            self.after.quantity,
            self.after.version,
            self.after.household,
            self.after.need,
            self.after.location,
            self.visit_id,
            self.donation_id,
            self.terminal_id,
            self.actor_id,
            self.occurred_at.as_microsecond(),
            self.recorded_at.as_microsecond(),
            self.reverses,
            self.details,
        ]);
        data_encoding::HEXLOWER.encode(&Sha256::digest(fields.to_string().as_bytes()))
    }
}

/// What is wrong with one entry, seen with the entries before it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    #[error("the entry before this one is gone (expected position {expected})")]
    Gap { expected: i64 },
    #[error("its content was changed after it was written (the stored hash does not fit)")]
    Changed,
    #[error("it does not follow on the entry before (the stored previous hash does not fit)")]
    Unlinked,
    #[error("it says the item was {said:?} before, the ledger says {known:?}")]
    WrongStart { said: Option<ItemState>, known: Option<ItemState> },
    #[error("it makes version {said} of the item, the ledger says it must be {expected}")]
    WrongVersion { said: i32, expected: i32 },
    #[error("{kind} cannot lead from {from:?} to {to}")]
    NotAllowed { kind: MovementKind, from: Option<ItemState>, to: ItemState },
}

/// Checks one entry against the item's standing before it.
///
/// # Errors
/// The first [`Flaw`] found.
pub fn follows(before: Option<&Standing>, movement: &Movement) -> Result<(), Flaw> {
    let known = before.map(|standing| standing.state);
    if movement.from_state != known {
        return Err(Flaw::WrongStart { said: movement.from_state, known });
    }
    let expected = before.map_or(1, |standing| standing.version + 1);
    if movement.after.version != expected {
        return Err(Flaw::WrongVersion { said: movement.after.version, expected });
    }
    if !movement.kind.allows(known, movement.after.state) {
        return Err(Flaw::NotAllowed { kind: movement.kind, from: known, to: movement.after.state });
    }
    Ok(())
}

/// Whether `after` is where the item was before the entry that a reversal undoes: `before` with a later version, or void
/// when the item began with that entry.
pub fn brings_back(before: Option<&Standing>, after: &Standing) -> bool {
    match before {
        Some(before) => Standing { version: after.version, ..before.clone() } == *after,
        None => after.state == ItemState::Void,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn movement(seed: u128) -> Movement {
        let id = uuid::Uuid::from_u128(seed);
        Movement {
            position: 7,
            id: MovementId(id),
            event_id: EventId(id),
            part: 0,
            item_id: ItemId(id),
            kind: MovementKind::Intake,
            from_state: None,
            after: Standing {
                state: ItemState::InStock,
                quantity: 1,
                version: 1,
                household: None,
                need: None,
                location: None,
            },
            visit_id: None,
            donation_id: None,
            terminal_id: TerminalId(id),
            actor_id: None,
            occurred_at: Timestamp::UNIX_EPOCH,
            recorded_at: Timestamp::UNIX_EPOCH,
            reverses: None,
            details: Some("{}".to_owned()),
        }
    }

    /// Whatever field somebody edits, the hash tells.
    #[test]
    fn every_field_counts() {
        type Edit = fn(&mut Movement);
        fn other() -> uuid::Uuid {
            uuid::Uuid::nil()
        }
        let edits: [(&str, Edit); 21] = [
            ("position", |edited| edited.position += 1),
            ("id", |edited| edited.id = MovementId(other())),
            ("event_id", |edited| edited.event_id = EventId(other())),
            ("part", |edited| edited.part = 1),
            ("item_id", |edited| edited.item_id = ItemId(other())),
            ("kind", |edited| edited.kind = MovementKind::HandOut),
            ("from_state", |edited| edited.from_state = Some(ItemState::Void)),
            ("state", |edited| edited.after.state = ItemState::Void),
            ("quantity", |edited| edited.after.quantity += 1),
            ("version", |edited| edited.after.version += 1),
            ("household", |edited| edited.after.household = Some(HouseholdId(other()))),
            ("need", |edited| edited.after.need = Some(NeedId(other()))),
            ("location", |edited| edited.after.location = Some(LocationId(other()))),
            ("visit_id", |edited| edited.visit_id = Some(VisitId(other()))),
            ("donation_id", |edited| edited.donation_id = Some(DonationId(other()))),
            ("terminal_id", |edited| edited.terminal_id = TerminalId(other())),
            ("actor_id", |edited| edited.actor_id = Some(UserId(other()))),
            ("occurred_at", |edited| edited.occurred_at = Timestamp::from_microsecond(1).unwrap()),
            ("recorded_at", |edited| edited.recorded_at = Timestamp::from_microsecond(1).unwrap()),
            ("reverses", |edited| edited.reverses = Some(MovementId(other()))),
            ("details", |edited| edited.details = None),
        ];
        let honest = movement(1);
        // Each edit gives a hash of its own, so no two fields stand in for each other either.
        let mut hashes = std::collections::HashMap::from([(honest.hash(GENESIS), "nothing")]);
        for (field, edit) in edits {
            let mut edited = honest.clone();
            edit(&mut edited);
            assert_eq!(hashes.insert(edited.hash(GENESIS), field), None, "{field}");
        }
        assert_ne!(honest.hash(GENESIS), honest.hash(&honest.hash(GENESIS)));
    }

    #[test]
    fn an_entry_must_follow_on_the_one_before() {
        let first = movement(1);
        assert_eq!(follows(None, &first), Ok(()));
        assert!(matches!(follows(Some(&first.after), &first), Err(Flaw::WrongStart { .. })));
        let mut second = movement(2);
        second.from_state = Some(ItemState::InStock);
        second.kind = MovementKind::Return;
        second.after = first.after.then(ItemState::InCare);
        assert!(matches!(follows(Some(&first.after), &second), Err(Flaw::NotAllowed { .. })));
        second.kind = MovementKind::HandOut;
        second.after.state = ItemState::HandedOut;
        assert_eq!(follows(Some(&first.after), &second), Ok(()));
        second.after.version = 5;
        assert!(matches!(follows(Some(&first.after), &second), Err(Flaw::WrongVersion { .. })));
    }

    #[test]
    fn a_reversal_brings_back_what_was_before() {
        let before = Standing { household: Some(HouseholdId(uuid::Uuid::nil())), ..movement(1).after };
        let back = Standing { version: 3, ..before.clone() };
        assert!(brings_back(Some(&before), &back));
        assert!(!brings_back(Some(&before), &Standing { household: None, ..back.clone() }));
        assert!(!brings_back(Some(&before), &Standing { state: ItemState::HandedOut, ..back.clone() }));
        assert!(brings_back(None, &back.then(ItemState::Void)));
        assert!(!brings_back(None, &back));
    }
}
