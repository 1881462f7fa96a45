//! `GET /outbox`: letters to households and thanks to donors: messages to copy into a messenger, and what became of mails.

use actix_web::HttpResponse;
use actix_web::web::{Form, Query};
use askama::Template;
use serde::Deserialize;

use super::shown::moment;
use crate::actions::{ActionError, Actor, letters, see_household};
use crate::domain::LetterId;
use crate::domain::session::{LetterKind, LetterState, SendBy};
use crate::store::letters::Listed;
use crate::texts::own::Tongue;
use crate::texts::{Message, Texts, say};
use crate::web::{Failure, Page, Shared, act, html, redirect_warning, redirect_with};

#[derive(Template)]
#[template(path = "outbox.html")]
struct OutboxPage {
    page: Page,
    t: &'static Texts,
    done: bool,
    messages: Vec<Letter>,
    mails: Vec<Letter>,
    next: String,
    /// Whether mails leave by themselves.
    has_post: bool,
}

struct Letter {
    id: String,
    /// A household's card; empty for thanks to a donor.
    card: String,
    donor: String,
    kind: String,
    address: String,
    subject: String,
    body: String,
    lang: String,
    dir: &'static str,
    when: String,
    state: (&'static str, String),
    error: String,
    may_tick: bool,
    may_again: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Asked {
    done: String,
    before: String,
}

#[derive(Deserialize)]
pub(in crate::web) struct Sent {
    id: LetterId,
    action: String,
}

fn kind_name(kind: &str) -> Message {
    match kind.parse() {
        Ok(LetterKind::Moved) => say::letter_moved(),
        Ok(LetterKind::Cancelled) => say::letter_cancelled(),
        Ok(LetterKind::Reminder) => say::letter_reminder(),
        Ok(LetterKind::Thanks) => say::thanks_outbox_kind(),
        _ => say::letter_booked(),
    }
}

fn state_name(state: LetterState) -> Message {
    match state {
        LetterState::Waiting => say::letter_waiting(),
        LetterState::Sending => say::letter_sending(),
        LetterState::Sent => say::letter_sent(),
        LetterState::Failed => say::letter_failed(),
        LetterState::Dropped => say::letter_dropped(),
    }
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let (t, done, before) = (page.t(), !asked.done.is_empty(), asked.before.parse().ok());
    let (rows, more) = act(&app, move |house| {
        let (rows, more) = letters::list(house, &actor, done, before)?;
        let seen = rows.iter().filter_map(|one| one.row.household_id).collect();
        see_household::note_looks(house, &actor, seen, "outbox")?;
        Ok((rows, more))
    })
    .await?;
    let next = rows.last().filter(|_| more).map_or_else(String::new, |last| {
        let done = if done { "done=yes&" } else { "" };
        format!("/outbox?{done}before={}", last.row.id)
    });
    let (messages, mails) = rows.iter().partition::<Vec<&Listed>, _>(|one| one.row.channel == SendBy::Messenger);
    let zone = app.house.zone();
    let letter = |one: &&Listed| {
        let row = &one.row;
        let state = row.state;
        Letter {
            id: row.id.to_string(),
            card: match (one.card, &one.donor) {
                (Some(card), _) => card.printed(),
                (None, Some(_)) => String::new(),
                (None, None) => t.sessions_no_card(),
            },
            donor: one.donor.clone().unwrap_or_default(),
            kind: t.say(&kind_name(&row.kind)),
            address: row.address.clone(),
            subject: row.subject.clone(),
            body: row.body.clone(),
            dir: Tongue::from_tag(&row.lang).unwrap_or_default().dir(),
            lang: row.lang.clone(),
            when: moment(t, zone, row.sent_at.unwrap_or(row.created_at)),
            state: (state.word(), t.say(&state_name(state))),
            error: row.error.clone(),
            may_tick: row.channel == SendBy::Messenger && state == LetterState::Waiting,
            may_again: matches!(state, LetterState::Failed | LetterState::Sent) && !row.address.is_empty(),
        }
    };
    html(&OutboxPage {
        messages: messages.iter().map(letter).collect(),
        mails: mails.iter().map(letter).collect(),
        has_post: app.has_post,
        page,
        t,
        done,
        next,
    })
}

pub(in crate::web) async fn decide(app: Shared, actor: Actor, sent: Form<Sent>) -> Result<HttpResponse, Failure> {
    let Sent { id, action } = sent.into_inner();
    let done = act(&app, move |house| match action.as_str() {
        "sent" => letters::ticked(house, &actor, id).map(|()| say::outbox_is_ticked()),
        "again" => letters::again(house, &actor, id).map(|()| say::outbox_is_again()),
        _ => Err(ActionError::NotFound),
    })
    .await;
    match done {
        Ok(message) => Ok(redirect_with("/outbox", &message)),
        Err(Failure::Action(error @ (ActionError::Refused(_) | ActionError::Changed))) => {
            Ok(redirect_warning("/outbox", &error.message()))
        }
        Err(failure) => Err(failure),
    }
}
