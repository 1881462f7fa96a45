//! People who may sign in: the list, adding one, changing one.

pub(in crate::web) mod add;
pub(in crate::web) mod list;
pub(in crate::web) mod one;

use crate::domain::rights::Role;
use crate::texts::{Lang, Texts};
use crate::web::page::role_name;
use crate::web::pages::forms::role_hint;

/// A role to choose.
struct RoleChoice {
    word: &'static str,
    name: String,
    hint: String,
    chosen: bool,
}

fn roles(t: &Texts, chosen: &str) -> Vec<RoleChoice> {
    let choice = |role: &Role| RoleChoice {
        word: role.word(),
        name: t.say(&role_name(*role)),
        hint: t.say(&role_hint(*role)),
        chosen: role.word() == chosen,
    };
    Role::ALL.iter().map(choice).collect()
}

/// A language to choose: tag, own name, whether it is chosen.
fn languages(chosen: &str) -> Vec<(&'static str, &'static str, bool)> {
    Lang::ALL.iter().map(|lang| (lang.tag(), lang.own_name(), lang.tag() == chosen)).collect()
}
