//! Stating that nobody wanted the rest of a company's gift (Delegated Reg. (EU) 2026/296, Art. 2(i); law reference 1.5,
//! item 3): counted and weighed by group of products, frozen as a paper with a number.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::offers::{address_of, language_of};
use super::{ActionError, Actor, House, typed};
use crate::domain::catalogue::Catalogue;
use crate::domain::donation::{DonationState, DonorKind};
use crate::domain::item::ItemState;
use crate::domain::offer::keep_until;
use crate::domain::rights::Right;
use crate::domain::treasury::PaperKind;
use crate::domain::{DonationId, PaperId};
use crate::paper::espr::{self, LeftLine, Letterhead, NoRecipientPaper};
use crate::store::papers::{self, NewPaper, PaperRow};
use crate::store::remainders::{self, Left};
use crate::store::{Db, StoreError, donations, donors, labels};
use crate::texts::{Texts, Words, say};

/// What lay on the shelf for so many weeks found nobody, unless somebody says another number.
pub const USUAL_WEEKS: i64 = 12;
/// The least and the most weeks that may be said. The company must wait eight for its own offer (law reference 1.5).
pub const WEEKS: std::ops::RangeInclusive<i64> = 8..=520;

/// What is left of one group of products.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupLeft {
    pub code: String,
    pub names: Words,
    pub in_stock: i64,
    pub discarded: i64,
    /// As the catalogue says, in grams.
    pub weight_g: i64,
}

impl GroupLeft {
    pub fn pieces(&self) -> i64 {
        self.in_stock + self.discarded
    }
}

/// The rest of a gift, as the page shows it before anything is stated.
#[derive(Clone, Debug)]
pub struct Rest {
    pub donor: String,
    pub groups: Vec<GroupLeft>,
    /// Pieces that those statements name. They are in no group here.
    pub stated: i64,
    /// Statements about this gift so far, the latest first.
    pub papers: Vec<PaperRow>,
}

/// What is stated.
#[derive(Clone, Debug)]
pub struct Statement {
    pub weeks: i64,
    /// Codes of the groups.
    pub groups: Vec<String>,
    /// Pieces of these groups, as they stood on the page: another number now is looked at first.
    pub seen: i64,
    pub remark: String,
}

fn before(house: &House, weeks: i64) -> Result<Timestamp, ActionError> {
    if !WEEKS.contains(&weeks) {
        return Err(ActionError::field("weeks", say::company_error_weeks(*WEEKS.start(), *WEEKS.end())));
    }
    Ok(house.now() - SignedDuration::from_hours(24 * 7 * weeks))
}

fn by_group(catalogue: &Catalogue, left: &[Left]) -> Vec<GroupLeft> {
    let mut groups: BTreeMap<usize, GroupLeft> = BTreeMap::new();
    for one in left {
        let product = catalogue.product(one.product.as_str());
        let group = product.and_then(|product| catalogue.groups().iter().position(|group| group.code == product.group));
        let (Some(product), Some(at)) = (product, group) else { continue };
        let pieces = one.pieces;
        let known = &catalogue.groups()[at];
        let line = groups.entry(at).or_insert_with(|| GroupLeft {
            code: known.code.to_string(),
            names: known.names.clone(),
            in_stock: 0,
            discarded: 0,
            weight_g: 0,
        });
        match one.state {
            ItemState::Discarded => line.discarded += pieces,
            _ => line.in_stock += pieces,
        }
        line.weight_g += pieces * i64::from(product.weight_g);
    }
    groups.into_values().collect()
}

/// What found nobody within so many weeks.
///
/// # Errors
/// Without the right, for an unknown gift, or for a number of weeks that cannot be.
pub fn rest(house: &House, actor: &Actor, donation: DonationId, weeks: i64) -> Result<Rest, ActionError> {
    actor.must(Right::AnswerOffers)?;
    let before = before(house, weeks)?;
    let catalogue = house.catalogue();
    house.store().read(|db| {
        let (_, donor) = donations::with_donor(db, donation)?.ok_or(ActionError::NotFound)?;
        let (left, stated) = remainders::of_donation(db, donation, before)?;
        Ok(Rest { donor, groups: by_group(&catalogue, &left), stated, papers: statements(db, donation)? })
    })
}

fn statements(db: &mut Db, donation: DonationId) -> Result<Vec<PaperRow>, StoreError> {
    let all = papers::of_subject(db, &donation.to_string())?;
    Ok(all.into_iter().filter(|paper| paper.kind == PaperKind::NoRecipient).collect())
}

/// Freezes the statement.
///
/// # Errors
/// Without the right, for a gift of nobody who needs such a paper or that is not ours, naming what cannot be taken, and
/// [`ActionError::Changed`] when pieces moved meanwhile.
pub fn state(
    house: &Arc<House>,
    actor: &Actor,
    donation: DonationId,
    said: &Statement,
    site: &str,
) -> Result<PaperId, ActionError> {
    actor.must(Right::AnswerOffers)?;
    let before = before(house, said.weeks)?;
    let remark = typed::lines("remark", &said.remark, 500)?;
    let (catalogue, today) = (house.catalogue(), house.today());
    let chosen = {
        let groups = said.groups.clone();
        let catalogue = Arc::clone(&catalogue);
        move |db: &mut Db| {
            let (mut left, stated) = remainders::of_donation(db, donation, before)?;
            left.retain(|one| {
                let product = catalogue.product(one.product.as_str());
                product.is_some_and(|product| groups.iter().any(|code| code == product.group.as_str()))
            });
            Ok::<_, StoreError>((by_group(&catalogue, &left), left, stated))
        }
    };
    let (gift, donor, code, earlier, (lines, left, stated)) = house.store().read(|db| {
        let gift = donations::find(db, donation)?.ok_or(ActionError::NotFound)?;
        let donor = donors::find(db, gift.donor_id)?.ok_or(ActionError::NotFound)?;
        let code = labels::bound_to(db, &donation.to_string())?.ok_or(ActionError::NotFound)?;
        Ok::<_, ActionError>((gift, donor, code, statements(db, donation)?, chosen(db)?))
    })?;
    if !matches!(donor.kind, DonorKind::Company | DonorKind::Institution) {
        return Err(ActionError::Refused(say::company_error_no_company()));
    }
    if !gift.state.is_ours() || gift.state == DonationState::Draft {
        return Err(ActionError::Refused(say::company_error_not_ours()));
    }
    if lines.is_empty() {
        return Err(ActionError::field("groups", say::company_error_nothing_left()));
    }
    if lines.iter().map(GroupLeft::pieces).sum::<i64>() != said.seen {
        return Err(ActionError::Refused(say::company_error_rest_changed()));
    }
    let same_day = earlier.iter().filter(|paper| house.day_of(paper.made_at.0) == today).count();
    let number = match same_day {
        0 => format!("{today}-{code}"),
        some => format!("{today}-{code}-{}", some + 1),
    };
    let lang = language_of(&donor);
    let file = espr::no_recipient(&NoRecipientPaper {
        lang,
        letterhead: Letterhead { site: site.to_owned(), receiver: address_of(&donor), day: today },
        number: number.clone(),
        donation: code.printed(),
        received_on: gift.received_on.0,
        weeks: said.weeks,
        lines: lines.iter().map(|line| left_line(line, lang)).collect(),
        remark,
        earlier: earlier.iter().map(|paper| house.day_of(paper.made_at.0)).collect(),
        stated,
        signed: actor.name().to_owned(),
        keep_until: keep_until(today),
    });
    let file = file.map_err(|error| StoreError::Content(error.to_string()))?;
    let (id, by, now, known) = (PaperId(house.uuid()), actor.user(), house.now(), earlier.len());
    house.store().write(move |db| {
        // What is frozen is what holds when it is frozen, and each number is given once.
        if chosen(db)?.1 != left || statements(db, donation)?.len() != known {
            return Err(ActionError::Changed);
        }
        let paper = NewPaper {
            id,
            kind: PaperKind::NoRecipient,
            subject: &donation.to_string(),
            file_name: &format!("{}_{number}.pdf", Texts::of(lang).company_rest_file()),
            media_type: "application/pdf",
            bytes: &file,
            by,
            at: now,
            keep_until: Some(keep_until(today)),
        };
        papers::insert(db, &paper)?;
        remainders::keep(db, id, &left)?;
        Ok(id)
    })
}

fn left_line(line: &GroupLeft, lang: crate::texts::Lang) -> LeftLine {
    LeftLine {
        group: line.names.get(lang).to_owned(),
        in_stock: line.in_stock,
        discarded: line.discarded,
        weight_g: line.weight_g,
    }
}
