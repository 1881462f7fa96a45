//! A damaged or lost label is replaced: the item gets a blank one, the old code is never valid again.

use std::sync::Arc;

use super::deeds::Doing;
use super::{ActionError, Actor, House};
use crate::codes::{self, Kind};
use crate::domain::deed::Undoing;
use crate::domain::household::LabelState;
use crate::domain::item::ItemState;
use crate::domain::rights::Right;
use crate::domain::{DeedId, ItemId};
use crate::store::{items, labels, ledger};
use crate::texts::say;

/// Gives an item that is at `version` the blank label whose code was scanned or typed.
///
/// # Errors
/// Without the right; for a code that cannot be read, is no item's label, or is not blank any more; for a piece without a
/// label of its own; or [`ActionError::Changed`].
pub fn relabel(
    house: &Arc<House>,
    actor: &Actor,
    id: ItemId,
    version: i32,
    typed: &str,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditItems)?;
    let wrong = |message| ActionError::field("code", message);
    let new = codes::read(typed).map_err(|_| wrong(say::error_relabel_unread()))?;
    if new.kind() != Kind::Item {
        return Err(wrong(say::error_relabel_kind()));
    }
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        // The ledger's lock keeps a desk from binding the same label in this moment.
        ledger::lock(db)?;
        let item = items::find(db, id)?.ok_or(ActionError::NotFound)?;
        if item.version != version {
            return Err(ActionError::Changed);
        }
        let old = item.label.ok_or_else(|| ActionError::Refused(say::error_relabel_piece()))?;
        if item.state == ItemState::Void {
            return Err(ActionError::Refused(say::error_item_void()));
        }
        let free = labels::find(db, new)?.ok_or_else(|| wrong(say::error_relabel_unknown()))?;
        if free.state != LabelState::Blank {
            return Err(wrong(say::error_relabel_used(new.printed())));
        }
        if !labels::rebind(db, id, old, new)? {
            return Err(ActionError::Changed);
        }
        doing.note(db, &say::item_relabelled(new.printed()), id, Some(&Undoing::Label { item: id, old, new }))
    })
}
