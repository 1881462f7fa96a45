//! Who works in the town's clothing room.

use std::sync::Arc;

use super::chance::Chance;
use super::desk::Scanner;
use super::size::TownSize;
use super::{Device, SignIn, names};
use crate::actions::manage_users::{self, NewUser};
use crate::actions::{ActionError, Actor, House, sign_in, terminals};
use crate::codes::Code;
use crate::domain::UserId;
use crate::domain::rights::Role;
use crate::texts::Lang;

/// Everybody with an account. Only one of each role is told to the visitor.
pub(super) struct Staff {
    pub coordinator: Actor,
    pub treasurer: Actor,
    /// The mentor that a visitor may sign in as.
    pub mentor: Actor,
    /// All mentors, that one first.
    pub mentors: Vec<UserId>,
    /// The badges of the volunteers.
    pub badges: Vec<Code>,
    pub sign_ins: Vec<SignIn>,
    pub terminal: Device,
}

/// In the order in which they stand in the list for the visitor.
const ONE_OF_EACH: [(&str, &str, Role); 5] = [
    ("volunteer", "Vera Freiwillig", Role::Volunteer),
    ("coordinator", "Konrad Koordination", Role::Coordinator),
    ("mentor", "Karla Kümmerer", Role::Mentor),
    ("treasurer", "Kurt Kassenwart", Role::Treasurer),
    ("admin", "Adele Admin", Role::Admin),
];

impl Staff {
    /// The caretaker adds everybody; the administrator enrols the terminal.
    pub(super) fn hire(
        house: &Arc<House>,
        size: TownSize,
        chance: &mut Chance,
    ) -> Result<(Staff, Scanner), ActionError> {
        let mut hired = Hired { house, sign_ins: Vec::new(), mentors: Vec::new(), badges: Vec::new() };
        for (name, display_name, role) in ONE_OF_EACH {
            let password = chance.password();
            hired.add(name, display_name, role, &password)?;
            hired.sign_ins.push(SignIn { name: name.to_owned(), password, role });
        }
        let (volunteers, mentors) = size.helpers();
        for (name, display_name) in names::VOLUNTEERS.into_iter().take(volunteers) {
            hired.add(name, display_name, Role::Volunteer, &chance.password())?;
        }
        for (name, display_name) in names::MENTORS.into_iter().take(mentors) {
            hired.add(name, display_name, Role::Mentor, &chance.password())?;
        }
        let admin = hired.sign_in(Role::Admin)?;
        let terminals::Enrolled { id, token } = terminals::enrol(house, &admin, "Tresen links")?;
        let device = sign_in::device(house, &token, Lang::De)?.ok_or(ActionError::NotFound)?;
        let scanner = Scanner::new(device, hired.badges[0]);
        let staff = Staff {
            coordinator: hired.sign_in(Role::Coordinator)?,
            treasurer: hired.sign_in(Role::Treasurer)?,
            mentor: hired.sign_in(Role::Mentor)?,
            mentors: hired.mentors,
            badges: hired.badges,
            sign_ins: hired.sign_ins,
            terminal: Device { id, token },
        };
        Ok((staff, scanner))
    }
}

struct Hired<'h> {
    house: &'h Arc<House>,
    sign_ins: Vec<SignIn>,
    mentors: Vec<UserId>,
    badges: Vec<Code>,
}

impl Hired<'_> {
    fn add(&mut self, name: &str, display_name: &str, role: Role, password: &str) -> Result<(), ActionError> {
        let caretaker = terminals::caretaker(self.house)?;
        let new = NewUser {
            name: name.to_owned(),
            display_name: display_name.to_owned(),
            password: password.to_owned(),
            role,
            lang: Lang::De,
        };
        let (user, badge) = manage_users::add(self.house, &caretaker, new)?;
        match role {
            Role::Mentor => self.mentors.push(user),
            Role::Volunteer => self.badges.push(badge),
            _ => {}
        }
        Ok(())
    }

    /// Somebody signs in for the first time, as at a page; the browser becomes a terminal.
    fn sign_in(&self, role: Role) -> Result<Actor, ActionError> {
        let known = self.sign_ins.iter().find(|known| known.role == role).ok_or(ActionError::NotFound)?;
        let user = sign_in::sign_in(self.house, &known.name, &known.password)?;
        sign_in::admitted(self.house, user)?.ok_or(ActionError::NotFound)
    }
}
