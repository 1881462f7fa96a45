//! Who looks after a household, from when until when: on its page, and the coordinator's forms for it.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use super::{Choice, address};
use crate::actions::link_mentor::{self, Span};
use crate::actions::see_household::Seen;
use crate::actions::{ActionError, Actor};
use crate::domain::{HouseholdId, UserId};
use crate::store::mentor_links::Mentor;
use crate::store::proxies::last_day;
use crate::texts::{Texts, say};
use crate::web::{Failure, Shared, act, redirect_done, redirect_with};

/// The links of a household as its page shows them.
pub(super) struct Links {
    pub now: Vec<LinkView>,
    pub past: Vec<LinkView>,
    pub candidates: Vec<Choice>,
    /// The first day that can be chosen.
    pub today: String,
}

/// One link: the mentor, its days, and what a form needs to change it.
pub(super) struct LinkView {
    pub id: String,
    pub name: String,
    pub span: String,
    pub may_collect: bool,
    /// As it is: the form sends it along, so that nobody's change is lost.
    pub from: String,
    pub to: String,
    /// The last day, for the field.
    pub until: String,
}

impl Links {
    pub fn of(t: &Texts, app: &Shared, seen: &Seen) -> Links {
        let day = |at: Timestamp| app.house.day_of(at);
        let view = |link: &Mentor| {
            let (from, to) = (day(link.from_at.0), link.to_at.map(|at| at.0));
            let last = to.map(|to| last_day(to, app.house.zone()));
            let is_coming = link.from_at.0 > seen.now;
            LinkView {
                id: link.user.to_string(),
                name: link.name.clone(),
                span: match (is_coming, last) {
                    (true, None) => t.mentors_coming(from),
                    (true, Some(until)) => t.mentors_coming_until(from, until),
                    (false, None) => t.household_mentor_since(from),
                    (false, Some(_)) if !link.counts_at(seen.now) => t.mentors_past(from, to.map_or(from, day)),
                    (false, Some(until)) => t.mentors_since_until(from, until),
                },

                may_collect: link.may_collect,
                from: link.from_at.0.to_string(),
                to: to.map_or_else(String::new, |to| to.to_string()),
                until: last.map_or_else(String::new, |day| day.to_string()),
            }
        };
        let is_over = |link: &&Mentor| link.to_at.is_some_and(|to| to.0 <= seen.now);
        let candidate = |user: &crate::store::users::UserRow| Choice {
            value: user.id.to_string(),
            label: user.display_name.clone(),
            chosen: false,
        };
        Links {
            now: seen.mentors.iter().filter(|link| !is_over(link)).map(view).collect(),
            past: seen.mentors.iter().rev().filter(is_over).map(view).collect(),
            candidates: seen.candidates.iter().map(candidate).collect(),
            today: day(seen.now).to_string(),
        }
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct MentorSent {
    mentor: UserId,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
    #[serde(default)]
    may_collect: String,
}

/// A day from a form; nothing when the field is empty.
fn day(field: &'static str, text: &str) -> Result<Option<Date>, ActionError> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| ActionError::field(field, say::error_mentor_day())),
    }
}

/// `POST /households/{id}/mentors`
pub(in crate::web) async fn link(
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<MentorSent>,
) -> Result<HttpResponse, Failure> {
    let (id, sent) = (id.into_inner(), sent.into_inner());
    let linked = act(&app, move |house| {
        let (from, until) = (day("from", &sent.from)?, day("until", &sent.until)?);
        let span = Span { from, until, may_collect: !sent.may_collect.is_empty() };
        link_mentor::link_for(house, &actor, id, sent.mentor, span)
    })
    .await
    .map_err(told)?;
    let to = format!("{}#mentors", address(id));
    Ok(match linked {
        Some(deed) => redirect_done(&to, &say::household_mentor_linked(), deed),
        None => redirect_with(&to, &say::household_mentor_linked()),
    })
}

/// The form has two fields and stands on a long page: the sentence is enough.
fn told(failure: Failure) -> Failure {
    match failure {
        Failure::Action(ActionError::Field { message, .. }) => Failure::Action(ActionError::Refused(message)),
        other => other,
    }
}

/// A link as the page showed it, and what is to become of it.
#[derive(Deserialize)]
pub(in crate::web) struct Changed {
    mentor: UserId,
    link_from: Timestamp,
    #[serde(default)]
    link_to: String,
    #[serde(default)]
    collected: String,
    #[serde(default)]
    until: String,
    #[serde(default)]
    may_collect: String,
}

/// `POST /households/{id}/mentors/change`
pub(in crate::web) async fn change(
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<Changed>,
) -> Result<HttpResponse, Failure> {
    let (id, sent) = (id.into_inner(), sent.into_inner());
    let deed = act(&app, move |house| {
        let before = (sent.link_to.parse().ok(), sent.collected == "yes");
        let until = day("until", &sent.until)?;
        let link = (id, sent.mentor, sent.link_from);
        link_mentor::change(house, &actor, link, before, until, !sent.may_collect.is_empty())
    })
    .await
    .map_err(told)?;
    Ok(redirect_done(&format!("{}#mentors", address(id)), &say::mentors_link_changed(), deed))
}

/// `POST /households/{id}/mentors/end`
pub(in crate::web) async fn unlink(
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<MentorSent>,
) -> Result<HttpResponse, Failure> {
    let (id, mentor) = (id.into_inner(), sent.mentor);
    let deed = act(&app, move |house| link_mentor::unlink(house, &actor, id, mentor)).await?;
    Ok(redirect_done(&format!("{}#mentors", address(id)), &say::household_mentor_ended(), deed))
}
