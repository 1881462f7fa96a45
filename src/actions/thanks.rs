//! Saying thanks for a gift: a mail through the outbox or a letter on paper, never to whoever wants none, never on a receipt.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::once::once;
use super::{ActionError, Actor, House, typed};
use crate::domain::donation::{CAME, DonorKind, ThanksBy};
use crate::domain::rights::Right;
use crate::domain::session::{LetterKind, LetterState, SendBy};
use crate::domain::treasury::PaperKind;
use crate::domain::{DonationId, LetterId, PaperId, ThanksId};
use crate::store::donations::{self, DonationRow};
use crate::store::donors::{self, DonorRow};
use crate::store::letters::{self, LetterRow};
use crate::store::papers::{self, NewPaper};
use crate::store::share_links::{self, ShareLinkRow};
use crate::store::thanks::{self, Sent, ThanksRow};
use crate::store::{At, Db};
use crate::texts::{Lang, Texts, say};

/// Whoever gave longer ago is not looked for any more.
const LOOKS_BACK_MONTHS: i32 = 12;
const MOST_TEXT: usize = 4_000;
/// Most gifts that thanks for several name by day and goods: the last ones, and how many more there were.
const MOST_TOLD: usize = 12;
/// As long as what is told of one of them may be, in characters; of more only the day is told.
const MOST_OF_ONE: usize = 200;
/// Most donors who are thanked with one click.
pub const MOST_AT_ONCE: usize = 100;

/// Thanks as they are proposed, with all that is known for them.
#[derive(Clone, Debug)]
pub struct Draft {
    pub donation: DonationRow,
    pub donor: DonorRow,
    /// The language of the letter: German or English, as the donor's card says.
    pub lang: Lang,
    pub subject: String,
    pub body: String,
    /// What was sent for this gift before.
    pub sent: Vec<Sent>,
    /// Day and goods of the gift, in the language of the letter.
    told: String,
}

/// Thanks that are to be sent, as somebody read and changed them.
#[derive(Clone, Debug)]
pub struct NewThanks {
    pub donation: DonationId,
    /// More gifts of the same donor that these thanks are for.
    pub also: Vec<DonationId>,
    pub subject: String,
    pub body: String,
    /// The letter, drawn; only for who gets one.
    pub paper: Option<Vec<u8>>,
    /// The link that the words lead to; it opens when the thanks are sent.
    pub link: Option<ShareLinkRow>,
}

/// What became of many at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub mails: usize,
    pub letters: usize,
    /// Not possible: thanked meanwhile, or an address is missing.
    pub left: usize,
}

/// Since when gifts are looked at.
pub fn since(house: &House) -> Date {
    house.today().saturating_sub(LOOKS_BACK_MONTHS.months())
}

/// Proposes the words of thanks for a gift, in the donor's language. `site` signs them.
///
/// # Errors
/// Without the right, or when the gift is not there.
pub fn draft(house: &House, actor: &Actor, site: &str, donation: DonationId) -> Result<Draft, ActionError> {
    actor.must(Right::ThankDonors)?;
    let catalogue = house.catalogue();
    house.store().read(|db| {
        let donation = donations::find(db, donation)?.ok_or(ActionError::NotFound)?;
        let donor = donors::find(db, donation.donor_id)?.ok_or(ActionError::NotFound)?;
        let groups = thanks::pieces_by_group(db, donation.id)?;
        let sent = thanks::of_donation(db, donation.id)?;
        let lang = Lang::from_tag(&donor.lang).filter(|lang| matches!(lang, Lang::De | Lang::En)).unwrap_or_default();
        let t = Texts::of(lang);
        let goods = groups.iter().filter_map(|(code, pieces)| {
            let group = catalogue.group(code.as_str())?;
            Some(t.thanks_goods(*pieces, group.names.get(lang)))
        });
        let goods = t.listed(goods);
        let day = donation.received_on.0;
        let is_told = !goods.is_empty() && goods.chars().count() <= MOST_OF_ONE;
        let told = if is_told { format!("{}: {goods}", t.day(day)) } else { t.day(day) };
        let said = if goods.is_empty() { t.thanks_mail_plain(day) } else { t.thanks_mail_goods(day, goods) };
        let body = words(t, &donor, &[said], site);
        Ok(Draft { lang, subject: t.thanks_mail_subject(), body, sent, donor, donation, told })
    })
}

/// A letter around what is said of the gifts.
fn words(t: &Texts, donor: &DonorRow, said: &[String], site: &str) -> String {
    // "Frau Beispiel, Einkauf": whoever is greeted has no department.
    let contact = donor.contact.split([',', '(', ';']).next().unwrap_or_default().trim();
    let name = if contact.is_empty() { donor.name.as_str() } else { contact };
    let mut body = vec![t.thanks_mail_hello(name), String::new()];
    body.extend_from_slice(said);
    body.extend([t.thanks_mail_why(), String::new(), t.thanks_mail_bye(), site.to_owned()]);
    body.join("\n")
}

/// One text for several gifts of a donor: nobody gets six letters on one day. Nothing when there is no gift.
pub fn together(drafts: Vec<Draft>, site: &str) -> Option<(Draft, Vec<DonationId>)> {
    let also: Vec<DonationId> = drafts.iter().skip(1).map(|draft| draft.donation.id).collect();
    let more = drafts.len().saturating_sub(MOST_TOLD);
    let told: Vec<String> = drafts.iter().skip(more).map(|draft| format!("– {}", draft.told)).collect();
    let mut first = drafts.into_iter().next()?;
    if !also.is_empty() {
        let t = Texts::of(first.lang);
        let said: Vec<String> = [t.thanks_mail_many()]
            .into_iter()
            .chain(told)
            .chain((more > 0).then(|| t.thanks_mail_more(more)))
            .chain([String::new()])
            .collect();
        first.body = words(t, &first.donor, &said, site);
    }
    Some((first, also))
}

/// Why this donor is not thanked for this gift; nothing when it can be done.
///
/// # Errors
/// With the sentence.
pub fn fits(draft: &Draft) -> Result<(), ActionError> {
    fit(&draft.donation, &draft.donor, &draft.sent)
}

fn fit(donation: &DonationRow, donor: &DonorRow, sent: &[Sent]) -> Result<(), ActionError> {
    let missing = |text: &str| text.trim().is_empty();
    Err(ActionError::Refused(match donor.thanks {
        _ if donor.kind == DonorKind::Anonymous => say::thanks_error_not_wanted(),
        ThanksBy::None => say::thanks_error_not_wanted(),
        _ if !CAME.contains(&donation.state) || donation.only_offered => say::thanks_error_not_come(),
        _ if sent.iter().any(Sent::counts) => say::thanks_error_already(),
        ThanksBy::Mail if missing(&donor.email) => say::thanks_error_mail(),
        ThanksBy::Letter if missing(&donor.street) || missing(&donor.city) => say::thanks_error_address(),
        ThanksBy::Mail | ThanksBy::Letter => return Ok(()),
    }))
}

/// Sends thanks for one gift.
///
/// # Errors
/// Without the right, to a donor who wants none or cannot be reached, twice for one gift, or without words.
pub fn send(house: &Arc<House>, actor: &Actor, new: NewThanks) -> Result<ThanksId, ActionError> {
    actor.must(Right::ThankDonors)?;
    let new = checked(new)?;
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| once(db, &actor, "thanks", in_house.now(), |db| write(db, &in_house, &actor, &new)))
}

/// Sends thanks for many gifts; whoever cannot be thanked is left out. `letters` are all the letters of them in one file.
///
/// # Errors
/// Without the right, or without anybody. [`ActionError::Changed`] when the file would hold a letter that is not sent.
pub fn send_many(
    house: &Arc<House>,
    actor: &Actor,
    all: Vec<NewThanks>,
    letters: Option<Vec<u8>>,
) -> Result<Tally, ActionError> {
    actor.must(Right::ThankDonors)?;
    if all.is_empty() {
        return Err(ActionError::Refused(say::thanks_error_none()));
    }
    let all = all.into_iter().map(checked).collect::<Result<Vec<_>, _>>()?;
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        let mut tally = Tally::default();
        for new in all.iter().take(MOST_AT_ONCE) {
            match write(db, &in_house, &actor, new) {
                Ok(_) if new.paper.is_some() => tally.letters += 1,
                Ok(_) => tally.mails += 1,
                Err(ActionError::Refused(_)) if new.paper.is_none() || letters.is_none() => {
                    tally.left += 1 + new.also.len();
                }
                Err(ActionError::Refused(_)) => return Err(ActionError::Changed),
                Err(other) => return Err(other),
            }
        }
        if let Some(bytes) = &letters {
            let day = in_house.today();
            let name = format!("Dank-alle-{day}.pdf");
            // It is there to be printed. Each donor's letter is kept by itself, and goes when its donor goes.
            freeze(db, &in_house, &actor, &letters_of(day), &name, bytes, Some(day))?;
        }
        Ok(tally)
    })
}

/// Under what the letters of a day are filed that were made together.
pub fn letters_of(day: Date) -> String {
    format!("thanks {day}")
}

/// Takes away the files of all letters of days before today: they hold many donors at once, and no donor's card leads there.
///
/// # Errors
/// When the database cannot be written.
pub fn forget_files(house: &House) -> Result<(), ActionError> {
    let (first, today) = ("thanks ", letters_of(house.today()));
    let old = house.store().read(|db| papers::between(db, PaperKind::Thanks, first, &today))?;
    if old.is_empty() {
        return Ok(());
    }
    Ok(house.store().write(move |db| papers::forget(db, &old))?)
}

fn freeze(
    db: &mut Db,
    house: &House,
    actor: &Actor,
    subject: &str,
    file_name: &str,
    bytes: &[u8],
    keep_until: Option<Date>,
) -> Result<PaperId, ActionError> {
    let paper = NewPaper {
        id: PaperId(house.uuid()),
        kind: PaperKind::Thanks,
        subject,
        file_name,
        media_type: "application/pdf",
        bytes,
        by: actor.user(),
        at: house.now(),
        keep_until,
    };
    Ok(papers::insert(db, &paper)?)
}

fn checked(new: NewThanks) -> Result<NewThanks, ActionError> {
    let subject = typed::line("subject", &new.subject, 150)?;
    let body = typed::lines("body", &new.body, MOST_TEXT)?;
    if subject.is_empty() {
        return Err(ActionError::field("subject", say::thanks_error_text()));
    }
    if body.is_empty() {
        return Err(ActionError::field("body", say::thanks_error_text()));
    }
    Ok(NewThanks { subject, body, ..new })
}

fn write(db: &mut Db, house: &House, actor: &Actor, new: &NewThanks) -> Result<ThanksId, ActionError> {
    // Held until the end, so that two clicks come one after the other.
    let donation = donations::lock(db, new.donation)?.ok_or(ActionError::NotFound)?;
    let donor = donors::find(db, donation.donor_id)?.ok_or(ActionError::NotFound)?;
    fit(&donation, &donor, &thanks::of_donation(db, donation.id)?)?;
    for id in &new.also {
        let other = donations::lock(db, *id)?.ok_or(ActionError::NotFound)?;
        if other.donor_id != donor.id {
            return Err(ActionError::Changed);
        }
        fit(&other, &donor, &thanks::of_donation(db, *id)?)?;
    }
    if let Some(link) = &new.link {
        if link.donor_id != donor.id {
            return Err(ActionError::Changed);
        }
        share_links::insert(db, link)?;
    }
    let now = house.now();
    let (mut mail, mut paper) = (None, None);
    if donor.thanks == ThanksBy::Mail {
        let row = LetterRow {
            id: LetterId(house.uuid()),
            kind: LetterKind::Thanks.word().to_owned(),
            household_id: None,
            booking_id: None,
            channel: SendBy::Mail,
            address: donor.email.trim().to_owned(),
            lang: donor.lang.clone(),
            subject: new.subject.clone(),
            body: new.body.clone(),
            due_at: At(now),
            state: LetterState::Waiting,
            tries: 0,
            error: String::new(),
            created_at: At(now),
            sent_at: None,
            visit_at: At(now),
        };
        letters::insert(db, &row)?;
        mail = Some(row.id);
    } else {
        // A letter is printed from what was frozen; without it somebody changed the donor's wish meanwhile.
        let bytes = new.paper.as_ref().ok_or(ActionError::Changed)?;
        let name = format!("Dank-{}.pdf", donation.received_on.0);
        paper = Some(freeze(db, house, actor, &donation.id.to_string(), &name, bytes, None)?);
    }
    let first = ThanksId(house.uuid());
    let ids = std::iter::once(first).chain(std::iter::repeat_with(|| ThanksId(house.uuid())));
    for (id, gift) in ids.zip([donation.id].iter().chain(&new.also)) {
        let row = ThanksRow {
            id,
            donor_id: donor.id,
            donation_id: Some(*gift),
            sent_by: donor.thanks,
            outbox_id: mail,
            paper_id: paper,
            made_by: actor.user(),
            made_at: At(now),
        };
        thanks::insert(db, &row)?;
    }
    Ok(first)
}

/// Whether a mail of thanks may still leave: the donor still wants one, at this address.
pub(super) fn may_be_sent(db: &mut Db, row: &LetterRow) -> Result<bool, ActionError> {
    let donor = thanks::donor_of_letter(db, row.id)?;
    Ok(donor.is_some_and(|donor| {
        donor.kind != DonorKind::Anonymous && donor.thanks == ThanksBy::Mail && donor.email.trim() == row.address
    }))
}
