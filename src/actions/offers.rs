//! What a company offers, and the answer that it needs: frozen as a paper, with the gift that follows from it.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::once::once;
use super::{ActionError, Actor, House, make_codes, typed};
use crate::codes::Kind;
use crate::domain::catalogue::{Catalogue, ProductCode};
use crate::domain::donation::{Came, DonationState, DonorKind, Origin, Source};
use crate::domain::offer::{self, MOST_GRAMS, MOST_LINES, MOST_PIECES, Reason};
use crate::domain::rights::Right;
use crate::domain::treasury::{OfferState, PaperKind};
use crate::domain::{AnnouncedId, DonationId, DonorId, OfferId, OfferLineId, PaperId};
use crate::paper::espr::{self, AnswerLine, AnswerPaper, Letterhead};
use crate::store::announced::{self, AnnouncedRow, STILL_TO_COME};
use crate::store::donations::{self, DonationRow};
use crate::store::donors::{self, DonorRow};
use crate::store::offers::{self, OfferLineRow, OfferRow};
use crate::store::papers::{self, NewPaper};
use crate::store::{At, Day, Db, StoreError};
use crate::texts::{Lang, Texts, say};

/// Offers of this age may still be written down.
const OLDEST_YEARS: i32 = 5;

/// What a company offers.
#[derive(Clone, Debug)]
pub struct NewOffer {
    pub donor: DonorId,
    pub offered_on: Date,
    pub reference: String,
    pub description: String,
    pub lines: Vec<NewLine>,
}

/// One line of it.
#[derive(Clone, Debug)]
pub struct NewLine {
    /// The row of the form, from 1, so that a sentence can name it.
    pub row: usize,
    /// May be empty when there is a product, which has its own.
    pub group: String,
    pub product: Option<ProductCode>,
    pub description: String,
    pub pieces: i32,
    /// All pieces together, in grams; `None`: as the catalogue says.
    pub weight_g: Option<i64>,
}

/// What is answered.
#[derive(Clone, Debug)]
pub struct Answer {
    pub lines: Vec<LineAnswer>,
    /// What is to be said besides.
    pub remark: String,
}

#[derive(Clone, Debug)]
pub struct LineAnswer {
    pub line: OfferLineId,
    pub accepted: i32,
    pub reason: Option<Reason>,
    pub words: String,
}

/// What an answer made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    pub state: OfferState,
    pub donation: Option<DonationId>,
    pub paper: PaperId,
}

/// Grams of so many pieces, as the catalogue says: of the product, or of what is usual in its group (the median).
pub fn usual_weight(catalogue: &Catalogue, group: &str, product: Option<&str>, pieces: i32) -> i64 {
    let one = match product.and_then(|code| catalogue.product(code)) {
        Some(product) => product.weight_g,
        None => {
            let all = catalogue.products().iter().filter(|product| product.group.as_str() == group && product.active);
            let mut all: Vec<u32> = all.map(|product| product.weight_g).collect();
            all.sort_unstable();
            all.get(all.len() / 2).copied().unwrap_or_default()
        }
    };
    i64::from(one) * i64::from(pieces)
}

/// Writes down what a company offers.
///
/// # Errors
/// Without the right, for a donor who is no company or institution, or naming the field or row that cannot be taken.
pub fn new(house: &Arc<House>, actor: &Actor, new: NewOffer) -> Result<OfferId, ActionError> {
    actor.must(Right::AnswerOffers)?;
    let today = house.today();
    if new.offered_on > today {
        return Err(ActionError::field("offered_on", say::error_day_in_future()));
    }
    if new.offered_on < today.saturating_sub(OLDEST_YEARS.years()) {
        return Err(ActionError::field("offered_on", say::error_day_too_old(OLDEST_YEARS)));
    }
    if new.lines.is_empty() {
        return Err(ActionError::field("lines", say::company_error_no_line()));
    }
    if new.lines.len() > MOST_LINES {
        return Err(ActionError::field("lines", say::company_error_lines(MOST_LINES)));
    }
    let catalogue = house.catalogue();
    let id = OfferId(house.uuid());
    let mut lines = Vec::with_capacity(new.lines.len());
    for (at, line) in new.lines.iter().enumerate() {
        let wrong = |message| ActionError::field("lines", say::company_error_row(line.row, message));
        let product = match &line.product {
            Some(code) => Some(catalogue.product(code.as_str()).ok_or_else(|| wrong(say::error_no_such_product()))?),
            None => None,
        };
        let group = product.map_or(line.group.as_str(), |product| product.group.as_str());
        let group = catalogue.group(group).ok_or_else(|| wrong(say::company_error_group()))?;
        if !(1..=MOST_PIECES).contains(&line.pieces) {
            return Err(wrong(say::company_error_pieces(MOST_PIECES)));
        }
        let usual = || usual_weight(&catalogue, group.code.as_str(), product.map(|one| one.code.as_str()), line.pieces);
        let weight = line.weight_g.unwrap_or_else(usual);
        if !(0..=MOST_GRAMS).contains(&weight) {
            return Err(wrong(say::company_error_weight(MOST_GRAMS / 1000)));
        }
        lines.push(OfferLineRow {
            id: OfferLineId(house.uuid()),
            offer_id: id,
            position: i32::try_from(at).unwrap_or(i32::MAX),
            group_code: group.code.to_string(),
            product_code: product.map(|product| product.code.clone()),
            description: typed::line("lines", &line.description, 200)?,
            pieces: line.pieces,
            weight_g: weight,
            pieces_accepted: None,
            reason: String::new(),
            words: String::new(),
        });
    }
    let row = OfferRow {
        id,
        donor_id: new.donor,
        offered_on: Day(new.offered_on),
        reference: typed::line("reference", &new.reference, 80)?,
        description: typed::lines("description", &new.description, 500)?,
        state: OfferState::Open,
        reason: String::new(),
        answered_on: None,
        answered_by: None,
        donation_id: None,
        paper_id: None,
        made_at: At(house.now()),
        version: 1,
    };
    let (now, actor) = (house.now(), actor.clone());
    house.store().write(move |db| {
        once(db, &actor, "offer", now, |db| {
            let donor = donors::find(db, row.donor_id)?;
            let donor = donor.ok_or_else(|| ActionError::field("donor", say::error_donor_unknown()))?;
            if !matches!(donor.kind, DonorKind::Company | DonorKind::Institution) {
                return Err(ActionError::Refused(say::company_error_no_company()));
            }
            offers::insert(db, &row, &lines)?;
            Ok(row.id)
        })
    })
}

/// The language that a donor's papers are in.
pub fn language_of(donor: &DonorRow) -> Lang {
    match Lang::from_tag(&donor.lang) {
        Some(Lang::En) => Lang::En,
        _ => Lang::De,
    }
}

/// Name and address of a donor, as they stand in a window.
pub fn address_of(donor: &DonorRow) -> Vec<String> {
    let place = format!("{} {}", donor.postcode, donor.city);
    let lines =
        [donor.name.as_str(), donor.contact.as_str(), donor.street.as_str(), place.trim(), donor.country.as_str()];
    lines.into_iter().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Answers an offer that was at `version` when the page was opened: freezes the answer as a paper, and writes down the gift
/// that is to come. An answer that was given before is replaced by one that says so; both papers stay.
///
/// # Errors
/// Without the right, naming what cannot be taken, [`ActionError::Changed`] when somebody else was faster, and when the
/// accepted pieces have come already.
pub fn answer(
    house: &Arc<House>,
    actor: &Actor,
    id: OfferId,
    version: i32,
    answer: &Answer,
    site: &str,
) -> Result<Answered, ActionError> {
    actor.must(Right::AnswerOffers)?;
    let (offer, mut lines, donor, former) = house.store().read(|db| {
        let offer = offers::find(db, id)?.ok_or(ActionError::NotFound)?;
        let donor = donors::find(db, offer.donor_id)?.ok_or(ActionError::NotFound)?;
        let former = papers::of_subject(db, &id.to_string())?;
        Ok::<_, ActionError>((offer, offers::lines(db, id)?, donor, former))
    })?;
    if offer.version != version {
        return Err(ActionError::Changed);
    }
    let remark = typed::lines("remark", &answer.remark, 500)?;
    for (at, line) in lines.iter_mut().enumerate() {
        let wrong = |message| ActionError::field("answer", say::company_error_row(at + 1, message));
        let given = answer.lines.iter().find(|given| given.line == line.id);
        let given = given.ok_or_else(|| wrong(say::company_error_unanswered()))?;
        if !(0..=line.pieces).contains(&given.accepted) {
            return Err(wrong(say::company_error_accepted(line.pieces)));
        }
        line.words = typed::line("answer", &given.words, 200)?;
        let all = given.accepted == line.pieces;
        line.reason = given.reason.filter(|_| !all).map(|reason| reason.to_string()).unwrap_or_default();
        if !all && line.reason.is_empty() && line.words.is_empty() {
            return Err(wrong(say::company_error_reason()));
        }
        if given.reason == Some(Reason::Other) && !all && line.words.is_empty() {
            return Err(wrong(say::company_error_reason()));
        }
        line.pieces_accepted = Some(given.accepted);
    }
    let accepted = |line: &OfferLineRow| line.pieces_accepted.unwrap_or_default();
    let state = offer::answer(lines.iter().map(|line| (line.pieces, accepted(line))));
    let (catalogue, today, paper) = (house.catalogue(), house.today(), PaperId(house.uuid()));
    let lang = language_of(&donor);
    let t = Texts::of(lang);
    let replaces = former.iter().find(|paper| paper.kind == PaperKind::OfferAnswer);
    let file = espr::answer(&AnswerPaper {
        lang,
        letterhead: Letterhead { site: site.to_owned(), receiver: address_of(&donor), day: today },
        offered_on: offer.offered_on.0,
        reference: offer.reference.clone(),
        description: offer.description.clone(),
        state,
        lines: lines.iter().map(|line| paper_line(line, &catalogue, t)).collect(),
        remark: remark.clone(),
        replaces: replaces.map(|former| house.day_of(former.made_at.0)),
        signed: actor.name().to_owned(),
        keep_until: offer::keep_until(today),
    });
    let file = file.map_err(|error| StoreError::Content(error.to_string()))?;
    let answered = OfferRow {
        state,
        reason: remark,
        answered_on: Some(Day(today)),
        answered_by: actor.user(),
        paper_id: Some(paper),
        ..offer
    };
    let (in_house, by) = (Arc::clone(house), actor.user());
    house.store().write(move |db| {
        let now = in_house.now();
        let donation = gift(db, &in_house, &answered, &donor, &lines)?;
        papers::insert(
            db,
            &NewPaper {
                id: paper,
                kind: PaperKind::OfferAnswer,
                subject: &id.to_string(),
                file_name: &format!("{}_{today}.pdf", Texts::of(lang).company_answer_file()),
                media_type: "application/pdf",
                bytes: &file,
                by,
                at: now,
                keep_until: Some(offer::keep_until(today)),
            },
        )?;
        if !offers::answer(db, &OfferRow { donation_id: donation, ..answered.clone() }, &lines)? {
            return Err(ActionError::Changed);
        }
        Ok(Answered { state, donation, paper })
    })
}

fn paper_line(line: &OfferLineRow, catalogue: &Catalogue, t: &Texts) -> AnswerLine {
    let product = line.product_code.as_ref().and_then(|code| catalogue.product(code.as_str()));
    let name = product.map(|product| product.names.get(t.lang()).to_owned()).unwrap_or_default();
    let parts = [name, line.description.clone()].into_iter().filter(|part| !part.is_empty());
    let group = catalogue.group(&line.group_code);
    let reason = line.reason.parse::<Reason>().ok().filter(|reason| *reason != Reason::Other);
    let reasons = [reason.map(|reason| t.say(&reason_words(reason))), Some(line.words.clone())];
    let accepted = line.pieces_accepted.unwrap_or_default();
    AnswerLine {
        group: group.map_or(line.group_code.as_str(), |group| group.names.get(t.lang())).to_owned(),
        goods: parts.collect::<Vec<_>>().join(", "),
        pieces: line.pieces,
        weight_g: line.weight_g,
        accepted,
        accepted_weight_g: offer::share_of_weight(line.weight_g, line.pieces, accepted),
        reason: reasons.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": "),
    }
}

/// A usual reason in words.
pub fn reason_words(reason: Reason) -> crate::texts::Message {
    match reason {
        Reason::NotNeeded => say::company_reason_not_needed(),
        Reason::NoRoom => say::company_reason_no_room(),
        Reason::Season => say::company_reason_season(),
        Reason::NotSuitable => say::company_reason_not_suitable(),
        Reason::Condition => say::company_reason_condition(),
        Reason::NoHands => say::company_reason_no_hands(),
        Reason::Other => say::company_reason_other(),
    }
}

/// The gift that the accepted pieces are to come in, with a line for each product. One that an earlier answer made is made
/// anew, as long as nothing has come.
fn gift(
    db: &mut Db,
    house: &Arc<House>,
    offer: &OfferRow,
    donor: &DonorRow,
    lines: &[OfferLineRow],
) -> Result<Option<DonationId>, ActionError> {
    let accepted = |line: &OfferLineRow| line.pieces_accepted.unwrap_or_default();
    let pieces: i64 = lines.iter().map(|line| i64::from(accepted(line))).sum();
    let known = offer.donation_id.map(|id| donations::find(db, id)).transpose()?.flatten();
    if known.as_ref().is_some_and(|gift| !STILL_TO_COME.contains(&gift.state)) {
        return Err(ActionError::Refused(say::company_error_came()));
    }
    if let Some(gift) = &known {
        for line in announced::of_donation(db, gift.id)? {
            announced::delete(db, gift.id, line.id)?;
        }
    }
    let description = match (offer.reference.as_str(), offer.description.as_str()) {
        ("", said) => said.to_owned(),
        (reference, "") => reference.to_owned(),
        (reference, said) => format!("{reference}: {said}"),
    };
    let description: String = description.chars().take(500).collect();
    let number = i32::try_from(pieces).ok().filter(|pieces| (1..=100_000).contains(pieces));
    let id = match known {
        Some(gift) => {
            if !donations::set_announced(db, gift.id, gift.version, number)? {
                return Err(ActionError::Changed);
            }
            gift.id
        }
        None if pieces == 0 => return Ok(None),
        None => {
            let id = DonationId(house.uuid());
            let row = DonationRow {
                id,
                donor_id: donor.id,
                received_on: Day(house.today()),
                origin: if donor.kind == DonorKind::Company { Origin::Business } else { Origin::Unknown },
                state: DonationState::Draft,
                description,
                pieces_announced: number,
                receipt_wanted: false,
                created_at: At(house.now()),
                version: 1,
                issuer_id: None,
                source: Source::Gift,
                came: Came::Unknown,
                bags: None,
                weight_g: None,
                paid_cents: None,
                council_list_id: None,
                offered_on: None,
                only_offered: false,
            };
            donations::insert(db, &row)?;
            make_codes::new_code(db, house, Kind::Donation, Some(id.to_string()))?;
            id
        }
    };
    for line in lines.iter().filter(|line| accepted(line) > 0) {
        let Some(product) = &line.product_code else { continue };
        announced::insert(
            db,
            &AnnouncedRow {
                id: AnnouncedId(house.uuid()),
                donation_id: id,
                product_code: product.clone(),
                cut: None,
                size: None,
                pieces: accepted(line),
                expected_on: None,
            },
        )?;
    }
    Ok(Some(id))
}
