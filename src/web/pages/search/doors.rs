//! Pages that can be found by their names, in any language, by whoever may open them.

use actix_web::http::Method;

use super::hits::Hit;
use crate::actions::Actor;
use crate::domain::rights::Right::{self, *};
use crate::texts::{Lang, Message, Texts, allowed_slips, fold, say, slips};
use crate::web::Access;
use crate::web::routes::{NAVIGATION, access};

/// An address and what its page is called.
type Door = (&'static str, fn() -> Message);

/// Pages that do not stand in the navigation.
const MORE: &[Door] = &[
    ("/labels", say::find_page_labels),
    ("/labels/command-sheet", say::find_page_commands),
    ("/desk/return", say::desk_mode_return),
    ("/desk/move", say::desk_mode_move),
    ("/desk/stocktake", say::find_page_stocktake),
    ("/desk/photo", say::photo_title),
    ("/donors/new", say::donor_new),
    ("/donations/new", say::donation_new),
    ("/households/new", say::households_new),
    ("/contradictions", say::contradictions_title),
    ("/settings/users", say::users_title),
    ("/settings/users/new", say::users_new),
    ("/settings/terminals", say::terminals_title),
    ("/settings/catalogue", say::catalogue_title),
    ("/settings/locations", say::locations_title),
    ("/account", say::account_title),
];

/// A page, what its title is, other words that people type for it, and the right without which it is not meant.
type Called = (&'static str, fn() -> Message, fn() -> Message, Right);

/// What people call a page that bears another name, and what is done on a page of something else.
const CALLED: &[Called] = &[
    ("/households", say::nav_households, say::find_words_voucher, NameProxies),
    ("/households", say::nav_households, say::find_words_pin, EditHouseholds),
    ("/sessions", say::nav_sessions, say::find_words_sessions, RunSessions),
    ("/queue", say::nav_queue, say::find_words_queue, RunQueue),
    ("/allocation", say::nav_allocation, say::find_words_allocation, Allocate),
    ("/pick", say::nav_pick, say::find_words_pick, Pick),
    ("/missing", say::wanted_nav, say::find_words_missing, SeeMissing),
    ("/overrides", say::mentors_overrides, say::find_words_overrides, Override),
];

/// Pages each of whose names' words begins with, or is nearly, a word that was typed.
pub(super) fn like(t: &Texts, actor: &Actor, text: &str, most: usize) -> Vec<Hit> {
    let folded = fold(text);
    if folded.is_empty() {
        return Vec::new();
    }
    let known = NAVIGATION.into_iter().flatten().map(|entry| (entry.href, entry.label)).chain(MORE.iter().copied());
    let mut found: Vec<(usize, Hit)> = Vec::new();
    for (href, label) in known {
        let spoken = |lang: Lang| fold(&Texts::of(lang).say(&label()));
        let best = Lang::ALL.iter().filter_map(|lang| rank(&spoken(*lang), &folded)).min();
        if let Some(rank) = best.filter(|_| opens(actor, href)) {
            found.push((rank, Hit { href: href.to_owned(), title: t.say(&label()), ..Hit::default() }));
        }
    }
    for (href, title, words, right) in CALLED {
        let spoken = |lang: Lang| fold(&Texts::of(lang).say(&words()));
        // Behind the pages that bear the name, and none of them twice.
        let best = Lang::ALL.iter().filter_map(|lang| rank(&spoken(*lang), &folded)).min();
        let known = found.iter().any(|(_, hit)| hit.href == *href);
        if let Some(rank) = best.filter(|_| !known && actor.may(*right) && opens(actor, href)) {
            found.push((rank + 3, Hit { href: (*href).to_owned(), title: t.say(&title()), ..Hit::default() }));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().take(most).map(|(_, hit)| hit).collect()
}

/// How well a name fits what was typed: 0 at its beginning, 1 in any order, 2 with slips of the finger.
fn rank(name: &str, typed: &str) -> Option<usize> {
    let all = |meets: &dyn Fn(&str, &str) -> bool| {
        typed.split(' ').all(|typed| name.split(' ').any(|word| meets(word, typed)))
    };
    if name.starts_with(typed) {
        Some(0)
    } else if all(&|word, typed| word.starts_with(typed)) {
        Some(1)
    } else if all(&|word, typed| word.starts_with(typed) || slips(word, typed, allowed_slips(typed)).is_some()) {
        Some(2)
    } else {
        None
    }
}

fn opens(actor: &Actor, href: &str) -> bool {
    match access(&Method::GET, href) {
        Some(Access::Any(rights)) => rights.iter().any(|right| actor.may(*right)),
        Some(Access::SignedIn | Access::Public) => true,
        _ => false,
    }
}
