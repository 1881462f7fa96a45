//! The paper of a record: `GET /acceptances/{id}/paper.pdf` before it is signed, and drawing it for the file.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::{Path, block};

use crate::actions::acceptances::{self as action, Seen, Signed};
use crate::actions::{ActionError, Actor, House};
use crate::domain::AcceptanceId;
use crate::paper::acceptance::{Record, Signature, draw};
use crate::paper::signature::Strokes;
use crate::store::donors::DonorRow;
use crate::store::{donations, labels};
use crate::texts::{Lang, Texts, say};
use crate::web::{Failure, Shared, act};

/// The language of a donor's papers: English, or German, which the house can vouch for.
pub(super) fn language(donor: &DonorRow) -> Lang {
    if Lang::from_tag(&donor.lang) == Some(Lang::En) { Lang::En } else { Lang::De }
}

/// The number of a record, short enough to be read out: its day and the end of its id.
fn number(seen: &Seen) -> String {
    let id = seen.row.id.to_string();
    format!("{}-{}", seen.row.made_on.0, &id[id.len() - 6..])
}

/// A name for the file of a record, by its number.
fn file_name(seen: &Seen) -> String {
    format!("uebergabeprotokoll-{}.pdf", number(seen))
}

/// The record with everything that is printed of it.
fn record(house: &House, site: &str, seen: &Seen, signature: Signature) -> Result<Record, ActionError> {
    let donation = seen.donation.id;
    let (code, issuer) = house.store().read(|db| {
        let issuer = seen.donation.issuer_id.map(|id| donations::issuer_name(db, id)).transpose()?.flatten();
        Ok::<_, ActionError>((labels::bound_to(db, &donation.to_string())?, issuer))
    })?;
    let (donor, lang) = (&seen.donor, language(&seen.donor));
    let town = format!("{} {}", donor.postcode, donor.city);
    let address = [donor.name.trim(), donor.street.trim(), town.trim()];
    let now = house.now().to_zoned(house.zone().clone()).datetime();
    Ok(Record {
        lang,
        // The gift is taken by whoever receives it; the house only where nobody is named.
        site: issuer.unwrap_or_else(|| site.to_owned()),
        made_on: seen.row.made_on.0,
        donor: address.into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        donation: code.map(|code| code.printed()).unwrap_or_default(),
        reference: number(seen),
        lines: seen.lines.clone(),
        remarks: seen.row.remarks.clone(),
        giver: seen.row.giver.clone(),
        taker: seen.row.taker.clone(),
        signature,
        signed: Texts::of(lang).moment(now),
    })
}

/// What [`action::sign`] takes: the paper drawn with these signatures.
pub(in crate::web) fn signed(house: &House, site: &str, seen: &Seen, signature: Signature) -> Result<Signed, Failure> {
    let unprintable = |error: crate::paper::PaperError| Failure::Unreadable(error.to_string());
    let (giver, taker) = match &signature {
        Signature::Drawn { giver, taker } => {
            let png =
                |strokes: &Strokes| strokes.png().map_err(|error| unprintable(crate::paper::PaperError::from(error)));
            (Some(png(giver)?), Some(png(taker)?))
        }
        Signature::Open | Signature::OnPaper => (None, None),
    };
    let record = record(house, site, seen, signature)?;
    let pdf = draw(&record, &house.catalogue()).map_err(unprintable)?;
    Ok(Signed { giver, taker, file_name: file_name(seen), pdf })
}

/// Signs a record with two PNG pictures, for a town that is tried out.
///
/// # Errors
/// When a picture is no signature, or as [`action::sign`].
pub(crate) fn sign_acceptance(
    house: &Arc<House>,
    actor: &Actor,
    site: &str,
    id: AcceptanceId,
    giver: &[u8],
    taker: &[u8],
) -> Result<(), ActionError> {
    let unreadable = || ActionError::Refused(say::paper_sign_unreadable());
    let read = |png: &[u8]| Strokes::read(png).map_err(|_| unreadable());
    let seen = action::see(house, actor, id)?;
    let signature = Signature::Drawn { giver: read(giver)?, taker: read(taker)? };
    let signed = signed(house, site, &seen, signature).map_err(|failure| match failure {
        Failure::Action(error) => error,
        _ => unreadable(),
    })?;
    action::sign(house, actor, id, seen.row.version, signed).map(drop)
}

/// `GET /acceptances/{id}/paper.pdf`: the record as it stands, to be signed by hand.
pub(in crate::web) async fn draft(app: Shared, actor: Actor, id: Path<AcceptanceId>) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let seen = act(&app, move |house| action::see(house, &actor, id)).await?;
    let name = file_name(&seen);
    let pdf = block(move || signed(&app.house, &app.site, &seen, Signature::Open).map(|drawn| drawn.pdf));
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(pdf.await.map_err(|_| Failure::Busy)??))
}
