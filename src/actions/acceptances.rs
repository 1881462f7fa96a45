//! The acceptance record of a donation: written at the table, changed until it is signed, and then never again.

use std::sync::Arc;

use jiff::civil::Date;

use super::deeds::Doing;
use super::once::once;
use super::{ActionError, Actor, House, custody, typed};
use crate::domain::acceptance::{self, Line, Proposed, fold, propose, propose_written};
use crate::domain::rights::Right;
use crate::domain::treasury::{AcceptanceState, Marketability, PaperKind};
use crate::domain::{AcceptanceId, AcceptanceLineId, DonationId, PaperId};
use crate::store::acceptances::{self, AcceptanceLineRow, AcceptanceRow, Signing, Written};
use crate::store::donations::DonationRow;
use crate::store::donors::DonorRow;
use crate::store::papers::{self, NewPaper};
use crate::store::{At, Day, Db, announced, donations, donors, value_lines};
use crate::texts::say;

/// Most lines of a record: three pages of paper.
pub const MOST_LINES: usize = 100;
/// Most characters of a line's description.
const MOST_WORDS: usize = 160;
/// Most pieces and most grams (20 tonnes) of one line.
pub const MOST_PIECES: i32 = 1_000_000;
pub const MOST_GRAMS: i64 = 20_000_000;
/// Years that a signed record is kept, from the end of its year: as long as the receipt that rests on it.
const KEPT_YEARS: i32 = 10;

/// A record as it was typed. Lines without a class say so with `None`.
#[derive(Clone, Debug)]
pub struct NewAcceptance {
    pub made_on: Date,
    /// Printed names.
    pub giver: String,
    pub taker: String,
    pub remarks: String,
    pub lines: Vec<NewLine>,
}

#[derive(Clone, Debug)]
pub struct NewLine {
    pub description: String,
    /// A group's code; empty for none.
    pub group: String,
    pub pieces: i32,
    pub weight_g: Option<i64>,
    pub class: Option<Marketability>,
    pub reason: String,
}

/// What a record begins with.
#[derive(Clone, Debug)]
pub struct Proposal {
    pub donation: DonationRow,
    pub donor: DonorRow,
    pub lines: Vec<Proposed>,
}

/// A record as it stands.
#[derive(Clone, Debug)]
pub struct Seen {
    pub row: AcceptanceRow,
    pub lines: Vec<Line>,
    pub donation: DonationRow,
    pub donor: DonorRow,
}

/// What makes a record final: signatures as PNG, or none where it was signed on paper, and the paper itself.
#[derive(Clone, Debug)]
pub struct Signed {
    pub giver: Option<Vec<u8>>,
    pub taker: Option<Vec<u8>>,
    pub file_name: String,
    pub pdf: Vec<u8>,
}

/// What to propose for a new record of this donation.
///
/// # Errors
/// Without the right, or when there is no such donation.
pub fn proposal(house: &House, actor: &Actor, donation: DonationId) -> Result<Proposal, ActionError> {
    actor.must(Right::EditDonors)?;
    house.store().read(|db| {
        let (donation, donor) = of_donation(db, donation)?;
        let awaited: Vec<_> = announced::of_donation(db, donation.id)?
            .into_iter()
            .map(|line| (line.product_code, i64::from(line.pieces)))
            .collect();
        let mut lines = propose(&awaited, &acceptances::scanned(db, donation.id)?, &house.catalogue());
        if lines.is_empty() {
            lines = propose_written(&written_of(db, &donation)?, &house.catalogue());
        }
        Ok(Proposal { donation, donor, lines: fold(lines, MOST_LINES, MOST_WORDS) })
    })
}

/// A record with its donation and donor.
///
/// # Errors
/// Without the right, or when there is no such record.
pub fn see(house: &House, actor: &Actor, id: AcceptanceId) -> Result<Seen, ActionError> {
    actor.must(Right::SeeDonors)?;
    house.store().read(|db| {
        let row = acceptances::find(db, id)?.ok_or(ActionError::NotFound)?;
        let (donation, donor) = of_donation(db, row.donation_id)?;
        Ok(Seen { lines: acceptances::lines(db, id)?, row, donation, donor })
    })
}

/// What the lines of its value say of a gift; without any, what was said when it was recorded.
fn written_of(db: &mut Db, donation: &DonationRow) -> Result<Vec<acceptance::Written>, ActionError> {
    let valued = value_lines::of_donation(db, donation.id)?.into_iter().map(|line| acceptance::Written {
        description: line.description.chars().take(MOST_WORDS).collect(),
        product: line.product_code,
        group: line.group_code,
        condition: line.condition,
        pieces: line.quantity,
    });
    let valued: Vec<_> = valued.collect();
    let told = donation.description.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(match donation.pieces_announced {
        Some(pieces) if valued.is_empty() => vec![acceptance::Written {
            description: told.chars().take(MOST_WORDS).collect(),
            product: None,
            group: None,
            condition: None,
            pieces,
        }],
        _ => valued,
    })
}

fn of_donation(db: &mut Db, id: DonationId) -> Result<(DonationRow, DonorRow), ActionError> {
    let donation = donations::find(db, id)?.ok_or(ActionError::NotFound)?;
    let donor = donors::find(db, donation.donor_id)?.ok_or(ActionError::NotFound)?;
    Ok((donation, donor))
}

/// Writes a record down. It can be changed until it is signed.
///
/// # Errors
/// Without the right, for an unknown donation, or naming the field that cannot be taken as it is.
pub fn write(
    house: &Arc<House>,
    actor: &Actor,
    donation: DonationId,
    new: NewAcceptance,
) -> Result<AcceptanceId, ActionError> {
    actor.must(Right::EditDonors)?;
    let (written, lines) = checked(house, &new)?;
    let id = AcceptanceId(house.uuid());
    let lines = rows(house, id, &lines);
    let (in_house, doing) = (Arc::clone(house), Doing::by(house, actor));
    let actor = actor.clone();
    house.store().write(move |db| {
        once(db, &actor, "acceptance", doing.now, |db| {
            let gift = donations::find(db, donation)?.ok_or(ActionError::NotFound)?;
            not_before(&in_house, &gift, written.made_on)?;
            acceptances::insert(
                db,
                &AcceptanceRow {
                    id,
                    donation_id: donation,
                    state: AcceptanceState::Draft,
                    made_on: Day(written.made_on),
                    giver: written.giver.clone(),
                    taker: written.taker.clone(),
                    remarks: written.remarks.clone(),
                    made_by: doing.actor,
                    made_at: At(doing.now),
                    signed_at: None,
                    paper_id: None,
                    version: 1,
                },
            )?;
            acceptances::set_lines(db, id, &lines)?;
            Ok(id)
        })
    })
}

/// Changes a record that was at `version` when the page was opened.
///
/// # Errors
/// Without the right, when it is signed, naming the field that cannot be taken, or [`ActionError::Changed`].
pub fn change(
    house: &Arc<House>,
    actor: &Actor,
    id: AcceptanceId,
    version: i32,
    new: NewAcceptance,
) -> Result<(), ActionError> {
    actor.must(Right::EditDonors)?;
    let (written, lines) = checked(house, &new)?;
    let lines = rows(house, id, &lines);
    let (in_house, doing) = (Arc::clone(house), Doing::by(house, actor));
    house.store().write(move |db| {
        let donation = draft(db, id)?.donation_id;
        let (gift, _) = of_donation(db, donation)?;
        not_before(&in_house, &gift, written.made_on)?;
        if !acceptances::update(db, id, version, &written)? {
            return Err(ActionError::Changed);
        }
        acceptances::set_lines(db, id, &lines)?;
        doing.note(db, &say::paper_changed(), id, None)?;
        Ok(())
    })
}

/// Makes a record final with its signatures and freezes its paper, drawn from what stood there at `version`.
///
/// # Errors
/// Without the right, when it is signed already, or [`ActionError::Changed`].
pub fn sign(
    house: &Arc<House>,
    actor: &Actor,
    id: AcceptanceId,
    version: i32,
    signed: Signed,
) -> Result<PaperId, ActionError> {
    actor.must(Right::EditDonors)?;
    let paper = PaperId(house.uuid());
    let (in_house, doing) = (Arc::clone(house), Doing::by(house, actor));
    house.store().write(move |db| {
        let row = draft(db, id)?;
        if row.version != version {
            return Err(ActionError::Changed);
        }
        papers::insert(
            db,
            &NewPaper {
                id: paper,
                kind: PaperKind::Acceptance,
                subject: &row.id.to_string(),
                file_name: &signed.file_name,
                media_type: "application/pdf",
                bytes: &signed.pdf,
                by: doing.actor,
                at: doing.now,
                keep_until: papers::keep_until(row.made_on.0, KEPT_YEARS),
            },
        )?;
        let signing = Signing { giver: signed.giver.clone(), taker: signed.taker.clone(), paper, at: doing.now };
        if !acceptances::sign(db, id, version, &signing)? {
            return Err(ActionError::Changed);
        }
        custody::signed(db, &in_house, row.donation_id, row.made_on.0)?;
        doing.note(db, &say::paper_signed(), id, None)?;
        Ok(paper)
    })
}

/// Throws a draft away.
///
/// # Errors
/// Without the right, when it is signed, or [`ActionError::Changed`].
pub fn discard(house: &Arc<House>, actor: &Actor, id: AcceptanceId, version: i32) -> Result<DonationId, ActionError> {
    actor.must(Right::EditDonors)?;
    house.store().write(move |db| {
        let row = draft(db, id)?;
        match acceptances::remove(db, id, version)? {
            true => Ok(row.donation_id),
            false => Err(ActionError::Changed),
        }
    })
}

/// Nothing is handed over before it is given.
fn not_before(house: &House, gift: &DonationRow, day: Date) -> Result<(), ActionError> {
    let first = custody::first_day(house, gift);
    if day < first {
        return Err(ActionError::field("made_on", say::paper_error_before_gift(first)));
    }
    Ok(())
}

/// A record that is not signed yet.
fn draft(db: &mut Db, id: AcceptanceId) -> Result<AcceptanceRow, ActionError> {
    let row = acceptances::find(db, id)?.ok_or(ActionError::NotFound)?;
    match row.state {
        AcceptanceState::Draft => Ok(row),
        AcceptanceState::Signed => Err(ActionError::Refused(say::paper_error_signed())),
    }
}

fn checked(house: &House, new: &NewAcceptance) -> Result<(Written, Vec<Line>), ActionError> {
    if new.made_on > house.today() {
        return Err(ActionError::field("made_on", say::error_day_in_future()));
    }
    let name = |field: &'static str, text: &str| match typed::line(field, text, 120)? {
        name if name.is_empty() => Err(ActionError::field(field, say::paper_error_name())),
        name => Ok(name),
    };
    let written = Written {
        made_on: new.made_on,
        giver: name("giver", &new.giver)?,
        taker: name("taker", &new.taker)?,
        remarks: typed::lines("remarks", &new.remarks, 1_000)?,
    };
    if new.lines.is_empty() {
        return Err(ActionError::field("lines", say::paper_error_no_lines()));
    }
    if new.lines.len() > MOST_LINES {
        return Err(ActionError::field("lines", say::paper_error_lines(MOST_LINES)));
    }
    let catalogue = house.catalogue();
    let mut lines = Vec::with_capacity(new.lines.len());
    for (at, line) in new.lines.iter().enumerate() {
        let wrong = |message| Err(ActionError::field("lines", message));
        let at = at + 1;
        let description = typed::line("lines", &line.description, MOST_WORDS)?;
        let reason = typed::line("lines", &line.reason, 160)?;
        if description.is_empty() {
            return wrong(say::paper_error_description(at));
        }
        if !(1..=MOST_PIECES).contains(&line.pieces) {
            return wrong(say::paper_error_pieces(at, MOST_PIECES));
        }
        if line.weight_g.is_some_and(|grams| !(1..=MOST_GRAMS).contains(&grams)) {
            return wrong(say::paper_error_weight(at, MOST_GRAMS / 1000));
        }
        let Some(class) = line.class else { return wrong(say::paper_error_class(at)) };
        if class != Marketability::Full && reason.is_empty() {
            return wrong(say::paper_error_reason(at));
        }
        let group = catalogue.group(&line.group).map(|group| group.code.clone());
        lines.push(Line { description, group, pieces: line.pieces, weight_g: line.weight_g, class, reason });
    }
    Ok((written, lines))
}

fn rows(house: &House, id: AcceptanceId, lines: &[Line]) -> Vec<AcceptanceLineRow> {
    let row = |(position, line): (i32, &Line)| AcceptanceLineRow {
        id: AcceptanceLineId(house.uuid()),
        acceptance_id: id,
        position,
        description: line.description.clone(),
        group_code: line.group.clone(),
        pieces: line.pieces,
        weight_g: line.weight_g,
        marketability: line.class,
        reason: line.reason.clone(),
    };
    (1..).zip(lines).map(row).collect()
}
