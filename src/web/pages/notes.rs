//! Notes on a page, and `POST /notes`, `/notes/{id}` and `/notes/{id}/delete`.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use serde::Deserialize;

use crate::actions::{Actor, notes as action};
use crate::domain::NoteId;
use crate::domain::noted::NotedKind;
use crate::domain::rights::Right;
use crate::store::notes::NoteRow;
use crate::texts::say;
use crate::web::pages::shown::moment;
use crate::web::pages::sign_in::own_path;
use crate::web::{Failure, Page, Shared, act, redirect_with};

/// The notes on one thing, as `notes.html` shows them.
pub(super) struct Notes {
    pub kind: NotedKind,
    pub subject: String,
    pub back: String,
    pub rows: Vec<Line>,
    pub shows_at_desk: bool,
    /// What was wrong with a new one.
    pub wrong: String,
}

pub(super) struct Line {
    pub id: NoteId,
    pub body: String,
    pub by: String,
    pub changed: String,
    pub deleted: String,
    pub at_desk: bool,
    pub may_change: bool,
    pub may_delete: bool,
    pub version: i32,
}

impl Notes {
    pub fn new(
        page: &Page,
        app: &Shared,
        kind: NotedKind,
        subject: String,
        rows: Vec<(NoteRow, String, String)>,
    ) -> Notes {
        let (t, zone, me) = (page.t(), app.house.zone(), page.user_id());
        let line = |(row, author, deleter): (NoteRow, String, String)| {
            let mine = me.is_some() && row.author_id == me;
            let young = app.house.now().duration_since(row.written_at.0) <= action::EDIT_SPAN;
            Line {
                id: row.id,
                body: row.body,
                by: t.notes_by(author, moment(t, zone, row.written_at)),
                changed: row.changed_at.map(|at| t.notes_changed(moment(t, zone, at))).unwrap_or_default(),
                deleted: row.deleted_at.map(|at| t.notes_deleted_by(deleter, moment(t, zone, at))).unwrap_or_default(),
                at_desk: row.at_desk,
                may_change: mine && young,
                may_delete: mine || page.may(Right::EditItems),
                version: row.version,
            }
        };
        Notes {
            kind,
            subject,
            back: page.path().to_owned(),
            rows: rows.into_iter().map(line).collect(),
            shows_at_desk: action::shows_at_desk(kind),
            wrong: String::new(),
        }
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct Written {
    kind: NotedKind,
    subject: String,
    body: String,
    at_desk: Option<String>,
    back: String,
}

#[derive(Deserialize)]
pub(in crate::web) struct Changed {
    body: String,
    at_desk: Option<String>,
    version: i32,
    back: String,
}

#[derive(Deserialize)]
pub(in crate::web) struct Deleted {
    version: i32,
    back: String,
}

pub(in crate::web) async fn write(app: Shared, actor: Actor, form: Form<Written>) -> Result<HttpResponse, Failure> {
    let Written { kind, subject, body, at_desk, back } = form.into_inner();
    act(&app, move |house| action::write(house, &actor, kind, &subject, &body, at_desk.is_some())).await?;
    Ok(redirect_with(&format!("{}#notes", own_path(&back)), &say::notes_saved()))
}

pub(in crate::web) async fn change(
    app: Shared,
    actor: Actor,
    id: Path<NoteId>,
    form: Form<Changed>,
) -> Result<HttpResponse, Failure> {
    let (id, Changed { body, at_desk, version, back }) = (*id, form.into_inner());
    act(&app, move |house| action::change(house, &actor, id, version, &body, at_desk.is_some())).await?;
    Ok(redirect_with(&format!("{}#notes", own_path(&back)), &say::notes_saved()))
}

pub(in crate::web) async fn delete(
    app: Shared,
    actor: Actor,
    id: Path<NoteId>,
    form: Form<Deleted>,
) -> Result<HttpResponse, Failure> {
    let (id, Deleted { version, back }) = (*id, form.into_inner());
    act(&app, move |house| action::delete(house, &actor, id, version)).await?;
    Ok(redirect_with(&format!("{}#notes", own_path(&back)), &say::notes_gone()))
}
