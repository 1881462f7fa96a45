//! What waits for the treasurer: a tile for each list with something on it.

use super::Tile;
use crate::actions::{ActionError, Actor, House, issuers, thanks};
use crate::domain::rights::Right;
use crate::store::{council_lists, thanks as thanked, todo};
use crate::texts::Texts;

/// How much waits, by list.
pub(super) struct Todo {
    without_value: i64,
    to_agree: i64,
    to_void: i64,
    /// Notices of the tax office that are too old or soon will be.
    notices: i64,
    gifts_to_city: i64,
    lists: i64,
    thanks: i64,
    offers: i64,
}

impl Todo {
    pub fn count(house: &House, actor: &Actor) -> Result<Todo, ActionError> {
        let notices = if actor.may(Right::SeeReceipts) { issuers::ending(house, actor)?.len() as i64 } else { 0 };
        let since = thanks::since(house);
        house.store().read(|db| {
            Ok(Todo {
                without_value: todo::without_value(db)?,
                to_agree: todo::to_agree(db)?,
                to_void: todo::to_void(db)?,
                notices,
                gifts_to_city: council_lists::waiting_count(db)?,
                lists: council_lists::open_count(db)?,
                thanks: thanked::due_count(db, since)?,
                offers: todo::offers_open(db)?,
            })
        })
    }

    pub fn tiles(&self, t: &Texts) -> [Tile; 8] {
        [
            Tile::new("alert", self.without_value, t.todo_value(), "/donations?only=no_value", t.todo_value_link()),
            Tile::new("report", self.to_agree, t.todo_agree(), "/receipts?state=draft", t.todo_agree_link()).urgent(),
            Tile::new("report", self.to_void, t.todo_void(), "/receipts?state=asked", t.todo_void_link()).urgent(),
            Tile::new("alert", self.notices, t.todo_notice(), "/issuers", t.todo_notice_link()).urgent(),
            Tile::new("gift", self.gifts_to_city, t.todo_council(), "/council", t.todo_council_link()),
            Tile::new("gift", self.lists, t.todo_lists(), "/council", t.todo_lists_link()),
            Tile::new("donor", self.thanks, t.todo_thanks(), "/thanks", t.todo_thanks_link()),
            Tile::new("box", self.offers, t.todo_offers(), "/offers?state=open", t.todo_offers_link()).urgent(),
        ]
    }
}
