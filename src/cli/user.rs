//! `gabentisch user`: the first administrator, and help when somebody is locked out.

use std::io::{BufRead, IsTerminal};

use clap::{Args, Subcommand};

use super::{Failure, Place, open_house, the_house};
use crate::actions::manage_users::{self, NewUser};
use crate::domain::rights::Role;
use crate::store::users;
use crate::texts::Lang;

/// Add people and set passwords
///
/// Example: gabentisch user add anna --role admin --display-name "Anna A."
#[derive(Args)]
pub(super) struct User {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Add a person; the password is asked for, or read from standard input
    Add {
        /// Name typed at sign-in
        name: String,
        /// volunteer, coordinator, mentor, treasurer or admin
        #[arg(long)]
        role: Role,
        /// Name shown on pages
        #[arg(long)]
        display_name: Option<String>,
        /// Language at the terminal, and of the pages as far as they speak it: de, en, uk or ar
        #[arg(long, default_value = "de", value_parser = |text: &str| Lang::from_tag(text).ok_or("de, en, uk or ar"))]
        lang: Lang,
        #[command(flatten)]
        place: Place,
    },
    /// Set a new password; open sign-ins end
    Password {
        name: String,
        #[command(flatten)]
        place: Place,
    },
    /// List everybody
    List {
        #[command(flatten)]
        place: Place,
    },
}

impl User {
    pub(super) fn run(self) -> Result<(), Failure> {
        match self.task {
            Task::Add { name, role, display_name, lang, place } => {
                let house = open_house(&place.settings()?, true)?;
                let actor = the_house(&house)?;
                let password = ask_password()?;
                let display_name = display_name.unwrap_or_else(|| name.clone());
                let new = NewUser { name: name.clone(), display_name, password, role, lang };
                let (_, badge) = manage_users::add(&house, &actor, new)?;
                println!("{name} can sign in as {role}. Badge: {}", badge.printed());
            }
            Task::Password { name, place } => {
                let house = open_house(&place.settings()?, false)?;
                let actor = the_house(&house)?;
                let known =
                    house.store().read(|db| users::by_name(db, &name.to_lowercase())).map_err(Failure::failed)?;
                let user = known
                    .ok_or_else(|| Failure::usage(format!("nobody is called {name:?}; see gabentisch user list")))?;
                manage_users::set_password(&house, &actor, user.id, &ask_password()?)?;
                println!("{name} has a new password.");
            }
            Task::List { place } => {
                let house = open_house(&place.settings()?, false)?;
                for user in house.store().read(users::all).map_err(Failure::failed)? {
                    let active = if user.active { "" } else { "\tswitched off" };
                    println!("{}\t{}\t{}{active}", user.name, user.role, user.display_name);
                }
            }
        }
        Ok(())
    }
}

/// One line from standard input: never a flag, which others on the machine could read.
fn ask_password() -> Result<String, Failure> {
    if std::io::stdin().is_terminal() {
        eprint!("Password: ");
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(Failure::failed)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
