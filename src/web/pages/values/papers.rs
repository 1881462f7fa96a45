//! The papers of a gift: put in, handed out as files only, removed, and the note that the donor was asked.

use std::time::Duration;

use actix_multipart::{Field, Multipart};
use actix_web::HttpResponse;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, Charset, ContentDisposition, DispositionParam, DispositionType,
    ExtendedValue, X_CONTENT_TYPE_OPTIONS,
};
use actix_web::web::{Form, Path};
use futures_util::StreamExt;
use serde::Deserialize;

use super::show::{self, Again};
use crate::actions::evidence::{self, Incoming, LARGEST_IN, MOST_FILES};
use crate::actions::{ActionError, Actor};
use crate::domain::treasury::EvidenceKind;
use crate::domain::{DonationId, EvidenceId};
use crate::texts::say;
use crate::web::pages::forms::{Wrong, again};
use crate::web::{Failure, Page, Shared, act, redirect_done, redirect_warning};

/// All files of one form together, and a field beside them; in bytes.
const LARGEST_FORM: usize = 48 << 20;
const LARGEST_FIELD: usize = 1024;
/// A form may take so long to come in.
const LONGEST: Duration = Duration::from_secs(180);

/// What a form brought.
#[derive(Default)]
struct Sent {
    kind: String,
    line: String,
    once: String,
    files: Vec<Incoming>,
}

/// Reads the form to its end; what is too large is read on and thrown away, so that the browser hears the answer.
async fn receive(mut form: Multipart) -> Result<Sent, ActionError> {
    let broken = || ActionError::field("files", say::values_error_upload());
    let (mut sent, mut heard, mut too_large) = (Sent::default(), 0, None);
    while let Some(part) = form.next().await {
        let mut part = part.map_err(|_| broken())?;
        let name = part.name().unwrap_or_default().to_owned();
        let disposition = part.content_disposition();
        let file = disposition.and_then(|disposition| disposition.get_filename()).map(str::to_owned);
        let most = if name == "files" { LARGEST_IN } else { LARGEST_FIELD };
        let Some(bytes) = read(&mut part, most, &mut heard).await.map_err(|()| broken())? else {
            too_large = too_large.or(file);
            continue;
        };
        let text = || String::from_utf8_lossy(&bytes).into_owned();
        match name.as_str() {
            "kind" => sent.kind = text(),
            "line" => sent.line = text(),
            "once" => sent.once = text(),
            // An empty part is a field in which no file was chosen.
            "files" if !bytes.is_empty() => {
                if sent.files.len() >= MOST_FILES {
                    return Err(ActionError::field("files", say::values_error_files(MOST_FILES)));
                }
                sent.files.push(Incoming { name: file.unwrap_or_default(), bytes });
            }
            _ => {}
        }
    }
    match too_large {
        Some(name) => Err(ActionError::field("files", say::values_error_file_large(name, LARGEST_IN >> 20))),
        None => Ok(sent),
    }
}

/// One part; `None` when it is larger than `most`.
async fn read(part: &mut Field, most: usize, heard: &mut usize) -> Result<Option<Vec<u8>>, ()> {
    let (mut bytes, mut fits) = (Vec::new(), true);
    while let Some(chunk) = part.next().await {
        let chunk = chunk.map_err(|_| ())?;
        *heard += chunk.len();
        if *heard > 3 * LARGEST_FORM {
            return Err(());
        }
        fits &= bytes.len() + chunk.len() <= most && *heard <= LARGEST_FORM;
        if fits {
            bytes.extend_from_slice(&chunk);
        } else {
            bytes = Vec::new();
        }
    }
    Ok(fits.then_some(bytes))
}

/// `POST /donations/{id}/evidence`
pub(in crate::web) async fn upload(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
    form: Multipart,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let sent = tokio::time::timeout(LONGEST, receive(form)).await;
    let sent = sent.unwrap_or_else(|_| Err(ActionError::field("files", say::values_error_upload())));
    let done = match sent {
        Ok(Sent { kind, line, once, files }) => {
            let (adder, kind) = (actor.clone().sending(&once), kind.parse().unwrap_or(EvidenceKind::Other));
            let (line, many) = (line.parse().ok(), files.len());
            let added = act(&app, move |house| evidence::add(house, &adder, id, line, kind, files)).await;
            added.map(|(_, deed)| (deed, many))
        }
        Err(error) => Err(error.into()),
    };
    match done {
        Ok((deed, many)) => {
            let back = format!("/donations/{id}/values#papers");
            Ok(redirect_done(&back, &say::values_evidence_added(many), deed))
        }
        Err(failure) => refused(page, app, actor, id, failure).await,
    }
}

pub(super) async fn refused(
    page: Page,
    app: Shared,
    actor: Actor,
    id: DonationId,
    failure: Failure,
) -> Result<HttpResponse, Failure> {
    let shown = Again { wrong: Wrong::of(failure, page.t())?, ..Again::default() };
    again(&show::shown(page, app, actor, id.to_string(), shown).await?)
}

#[derive(Deserialize)]
pub(in crate::web) struct AskedForm {
    #[serde(default)]
    asked_on: String,
    #[serde(default)]
    how: String,
    #[serde(default)]
    once: String,
}

/// `POST /donations/{id}/evidence/asked`
pub(in crate::web) async fn asked(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
    sent: Form<AskedForm>,
) -> Result<HttpResponse, Failure> {
    let (id, AskedForm { asked_on, how, once }) = (id.into_inner(), sent.into_inner());
    let by = actor.clone().sending(&once);
    let done = act(&app, move |house| {
        let day = asked_on.parse().map_err(|_| ActionError::field("asked_on", say::error_day()))?;
        evidence::asked(house, &by, id, day, &how)
    });
    match done.await {
        Ok(deed) => {
            let back = format!("/donations/{id}/values#papers");
            Ok(redirect_done(&back, &say::values_evidence_added(1), deed))
        }
        Err(failure) => refused(page, app, actor, id, failure).await,
    }
}

/// `GET /evidence/{id}`: a file to be saved; whatever it is, the browser shows and runs nothing of it here.
pub(in crate::web) async fn download(app: Shared, actor: Actor, id: Path<EvidenceId>) -> Result<HttpResponse, Failure> {
    let (row, bytes) = act(&app, move |house| evidence::file(house, &actor, *id)).await?;
    let plain: String = row.name.chars().map(|c| if c.is_ascii() { c } else { '_' }).collect();
    let disposition = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![
            DispositionParam::Filename(plain),
            DispositionParam::FilenameExt(ExtendedValue {
                charset: Charset::Ext("UTF-8".to_owned()),
                language_tag: None,
                value: row.name.into_bytes(),
            }),
        ],
    };
    Ok(HttpResponse::Ok()
        .content_type(row.media_type)
        .insert_header(disposition)
        .insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'; frame-ancestors 'none'"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(bytes))
}

/// `POST /evidence/{id}/remove`
pub(in crate::web) async fn remove(app: Shared, actor: Actor, id: Path<EvidenceId>) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let (looker, by) = (actor.clone(), actor);
    match act(&app, move |house| evidence::remove(house, &by, id)).await {
        Ok((donation, deed)) => {
            let back = format!("/donations/{donation}/values#papers");
            Ok(redirect_done(&back, &say::values_evidence_removed(), deed))
        }
        Err(Failure::Action(error @ ActionError::Refused(_))) => {
            let donation = act(&app, move |house| evidence::donation_of(house, &looker, id)).await?;
            Ok(redirect_warning(&format!("/donations/{donation}/values#papers"), &error.message()))
        }
        Err(other) => Err(other),
    }
}
