//! What this desk booked last: a glance that nothing was forgotten.

use crate::actions::{ActionError, Actor, House};
use crate::domain::desk::Mode;
use crate::domain::item::MovementKind;
use crate::store::ledger::{self, MovementRow};
use crate::store::{items, scan_events};
use crate::texts::Texts;

/// So many scans are looked through, and so many pieces are shown.
const SCANS: i64 = 30;
const SHOWN: usize = 8;

pub(super) struct LastView {
    pub(super) name: String,
    pub(super) time: String,
    pub(super) reversed: bool,
}

/// What this desk booked last in this mode, newest first; what was taken back stays to be seen.
pub(super) fn last(house: &House, actor: &Actor, mode: Mode, t: &Texts) -> Result<Vec<LastView>, ActionError> {
    let catalogue = house.catalogue();
    house.store().read(|db| {
        let events = scan_events::latest_of_terminal(db, actor.terminal(), SCANS)?;
        let mut views = Vec::new();
        for event in events.iter().filter(|event| event.mode == mode.word()) {
            let entries = ledger::of_event(db, event.event_id)?;
            // A number books a piece anew, after it has taken it back. Laying a piece aside moves it to no other list.
            let counts = |entry: &&MovementRow| entry.reverses.is_none() && entry.kind != MovementKind::Reserve;
            let Some(entry) = entries.iter().find(counts) else { continue };
            let Some(item) = items::for_desk(db, entry.item_id, &catalogue, house.zone())? else { continue };
            let name = t.say(&item.name());
            views.push(LastView {
                name: if entry.quantity > 1 { format!("{} × {name}", entry.quantity) } else { name },
                time: event.occurred_at.0.to_zoned(house.zone().clone()).strftime("%H:%M").to_string(),
                reversed: ledger::is_reversed(db, entry.id)?,
            });
            if views.len() == SHOWN {
                break;
            }
        }
        Ok(views)
    })
}
