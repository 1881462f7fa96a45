//! The lines of an item's story in words.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::actions::edit_item;
use crate::domain::catalogue::Catalogue;
use crate::domain::desk::Fields;
use crate::domain::item::{ItemState, MovementKind};
use crate::domain::rights::Right;
use crate::store::items::StoryLine;
use crate::texts::{Message, Texts, say};
use crate::web::pages::shown;

/// One line as the page shows it.
pub(super) struct Told {
    pub headline: String,
    pub details: Vec<String>,
    /// When, who, where.
    pub by: String,
    pub reversed: bool,
    /// The page of the household that got it; empty for whoever may not see households.
    pub household: String,
}

/// What somebody may know of the visits on which a piece went out and came back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sees {
    Households,
    /// Whoever works at the desk: when, and not who.
    Days,
    /// Everybody else.
    Months,
}

impl Sees {
    pub fn of(may: impl Fn(Right) -> bool) -> Sees {
        match (may(Right::SeeHouseholds), may(Right::ScanHandout)) {
            (true, _) => Sees::Households,
            (false, true) => Sees::Days,
            (false, false) => Sees::Months,
        }
    }

    /// The day on which a piece moved, or the month in which it was handed out.
    pub fn moved(self, t: &Texts, state: ItemState, day: Date) -> String {
        if self == Sees::Months && state == ItemState::HandedOut { t.month(day) } else { t.day(day) }
    }
}

impl Told {
    pub fn new(t: &Texts, catalogue: &Catalogue, zone: &TimeZone, line: &StoryLine, sees: Sees) -> Told {
        let mut details = Vec::new();
        match (line.kind, &line.details) {
            (MovementKind::Intake | MovementKind::Correct, Some(fields)) => {
                details.push(what_it_is(t, catalogue, fields));
            }
            (MovementKind::Discard, Some(Fields { disposal: Some(how), .. })) => {
                details.push(t.say(&edit_item::disposal_name(*how)));
            }
            (MovementKind::Split, None) => details.push(t.story_left(line.quantity)),
            _ => {}
        }
        if line.quantity > 1 && line.kind == MovementKind::Intake {
            details.push(t.item_pieces(line.quantity));
        }
        if line.met_a_need {
            details.push(t.story_met_need());
        }
        details.extend(line.location.as_ref().map(|place| t.story_at(place)));
        if line.reversed {
            details.push(t.story_reversed());
        }
        // Who knows the day on which a household came would know what it got.
        let visits = [MovementKind::HandOut, MovementKind::Rebook, MovementKind::Return, MovementKind::Split];
        let of_a_visit = visits.contains(&line.kind) || line.reverses.is_some_and(|undone| visits.contains(&undone));
        let mut by = vec![match of_a_visit && sees == Sees::Months {
            true => t.month(line.at.0.to_zoned(zone.clone()).date()),
            false => shown::moment(t, zone, line.at),
        }];
        by.extend(line.actor.clone());
        by.push(line.terminal.clone());
        by.dedup();
        let headline = match (line.kind, line.reverses) {
            (MovementKind::Reversal, Some(undone)) => t.story_reversal_of(kind_name(undone, false)),
            // The council did not accept it.
            (MovementKind::Transfer, _) if line.from == Some(ItemState::InCustody) => t.council_given_back(),
            (kind, _) => t.say(&kind_name(kind, line.details.is_some())),
        };
        let household = line.household.filter(|_| sees == Sees::Households && line.kind != MovementKind::Reversal);
        let household = household.map(|id| format!("/households/{id}")).unwrap_or_default();
        Told { headline, details, by: t.dotted(by), reversed: line.reversed, household }
    }
}

/// “Winterjacke Gr. 104, Kinder, gut”.
fn what_it_is(t: &Texts, catalogue: &Catalogue, fields: &Fields) -> String {
    let product = fields.product.as_ref().and_then(|code| catalogue.product(code.as_str()));
    let mut words = Vec::new();
    words.extend(product.map(|product| match &fields.size {
        Some(size) => t.item_with_size(&product.names, size),
        None => t.item_without_size(&product.names),
    }));
    words.extend(fields.cut.map(|cut| t.say(&shown::cut(cut))));
    words.extend(fields.condition.map(|condition| t.say(&shown::condition(condition))));
    t.listed(words)
}

/// What happened. Of a split there are two sides: the lot, and the piece that begins (it says what it is).
pub(in crate::web::pages) fn kind_name(kind: MovementKind, begins: bool) -> Message {
    match kind {
        MovementKind::Intake => say::story_intake(),
        MovementKind::HandOut => say::story_handout(),
        MovementKind::Rebook => say::story_rebook(),
        MovementKind::Return => say::story_return(),
        MovementKind::Restock => say::story_restock(),
        MovementKind::Care => say::story_care(),
        MovementKind::Reserve => say::story_reserve(),
        MovementKind::Release => say::story_release(),
        MovementKind::Split if begins => say::story_split_piece(),
        MovementKind::Split => say::story_split_lot(),
        MovementKind::Relocate => say::story_relocate(),
        MovementKind::Correct => say::story_correct(),
        MovementKind::Missing => say::story_missing(),
        MovementKind::Transfer => say::story_transfer(),
        MovementKind::Discard => say::story_discard(),
        MovementKind::Void => say::story_void(),
        MovementKind::Reversal => say::story_reversal(),
    }
}
