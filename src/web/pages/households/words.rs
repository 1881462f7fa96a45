//! The words of this room: what people read for states, ages, cuts and urgencies.

use crate::domain::catalogue::Cut;
use crate::domain::household::{Channel, ConsentKind, HouseholdState, ProofKind, SizeFor};
use crate::domain::lists::Only;
use crate::domain::needs::{NeedState, Occasion, Urgency, UrgentReason};
use crate::domain::templates::{AgeBand, Renew};
use crate::store::members::MemberRow;
use crate::store::needs::NeedRow;
use crate::texts::{Message, Texts, say};

pub(super) fn state(state: HouseholdState) -> Message {
    match state {
        HouseholdState::Active => say::household_state_active(),
        HouseholdState::Blocked => say::household_state_blocked(),
        HouseholdState::Left => say::household_state_left(),
    }
}

pub(super) fn age(band: AgeBand) -> Message {
    match band {
        AgeBand::Baby => say::age_baby(),
        AgeBand::ChildSmall => say::age_child_small(),
        AgeBand::Child => say::age_child(),
        AgeBand::Teen => say::age_teen(),
        AgeBand::Adult => say::age_adult(),
    }
}

pub(in crate::web::pages) fn cut(cut: Cut) -> Message {
    match cut {
        Cut::W => say::cut_w(),
        Cut::M => say::cut_m(),
        Cut::K => say::cut_k(),
        Cut::B => say::cut_b(),
        Cut::U => say::cut_u(),
    }
}

pub(super) fn size_for(what: SizeFor) -> Message {
    match what {
        SizeFor::Clothes => say::size_for_clothes(),
        SizeFor::Trousers => say::size_for_trousers(),
        SizeFor::Shoes => say::size_for_shoes(),
        SizeFor::Bra => say::size_for_bra(),
        SizeFor::Head => say::size_for_head(),
    }
}

pub(super) fn urgency(urgency: Urgency) -> Message {
    match urgency {
        Urgency::None => say::urgency_none_yet(),
        Urgency::Some => say::urgency_some(),
        Urgency::Wish => say::urgency_wish(),
    }
}

pub(super) fn occasion(occasion: Occasion) -> Message {
    match occasion {
        Occasion::Basic => say::occasion_basic(),
        Occasion::Newborn => say::occasion_newborn(),
        Occasion::Maternity => say::occasion_maternity(),
        Occasion::SchoolStart => say::occasion_school_start(),
        Occasion::FirstHome => say::occasion_first_home(),
        Occasion::Hygiene => say::occasion_hygiene(),
    }
}

pub(super) fn need_state(state: NeedState) -> Message {
    match state {
        NeedState::Open => say::need_state_open(),
        NeedState::Reserved => say::need_state_reserved(),
        NeedState::Partly => say::need_state_partly(),
        NeedState::Fulfilled => say::need_state_fulfilled(),
        NeedState::Withdrawn => say::need_state_withdrawn(),
        NeedState::Expired => say::need_state_expired(),
    }
}

/// What a person is called: the nickname, else a number.
pub(super) fn called(t: &Texts, member: &MemberRow, number: usize) -> String {
    if member.nickname.is_empty() { t.household_member_number(number) } else { member.nickname.clone() }
}

/// The name of the person that a line is for, or nothing for one that is for all.
pub(super) fn whose(t: &Texts, need: &NeedRow, members: &[MemberRow]) -> String {
    let found = need.member_id.and_then(|id| members.iter().enumerate().find(|(_, member)| member.id == id));
    found.map_or_else(String::new, |(at, member)| called(t, member, at + 1))
}

/// “Ella · Kinder · Gr. 104”.
pub(super) fn need_detail(t: &Texts, need: &NeedRow, members: &[MemberRow]) -> String {
    let mut parts = Vec::new();
    let whose = whose(t, need, members);
    if !whose.is_empty() {
        parts.push(whose);
    }
    parts.extend(need.cut.filter(|cut| *cut != Cut::U).map(|known| t.say(&cut(known))));
    parts.extend(need.size.clone());
    // What tells such a line from one of the same product that stands there anyway.
    if matches!(need.occasion, Occasion::Maternity | Occasion::SchoolStart) {
        parts.push(t.say(&occasion(need.occasion)));
    }
    t.dotted(parts)
}

/// One tick for each wanted piece, when they are few enough to count at a glance.
pub(in crate::web::pages) fn ticks(got: i32, wanted: i32) -> Vec<bool> {
    if wanted > 6 { Vec::new() } else { (0..wanted).map(|at| at < got).collect() }
}

pub(super) fn only(only: Only) -> Message {
    match only {
        Only::Waiting => say::records_filter_waiting(),
        Only::Again => say::records_filter_again(),
        Only::Proof => say::records_filter_proof(),
    }
}

pub(super) fn consent(kind: ConsentKind) -> Message {
    match kind {
        ConsentKind::Maternity => say::records_consent_maternity(),
        ConsentKind::Contact => say::records_consent_contact(),
    }
}

pub(super) fn channel(channel: Channel) -> Message {
    match channel {
        Channel::Said => say::records_channel_said(),
        Channel::Paper => say::records_channel_paper(),
        Channel::OwnPage => say::records_channel_own(),
    }
}

pub(super) fn proof(kind: ProofKind) -> Message {
    match kind {
        ProofKind::Basic => say::records_proof_basic(),
        ProofKind::Asylum => say::records_proof_asylum(),
        ProofKind::Housing => say::records_proof_housing(),
        ProofKind::SmallIncome => say::records_proof_small(),
        ProofKind::Letter => say::records_proof_letter(),
        ProofKind::Told => say::records_proof_told(),
    }
}

/// Why a line is urgent and until when. Whom nobody told of a pregnancy (`knows`) does not read of a birth that is to come.
pub(super) fn urgent(t: &Texts, need: &NeedRow, knows: bool, today: jiff::civil::Date) -> String {
    let (Some(reason), Some(until)) = (need.urgent(today), need.urgent_until) else { return String::new() };
    match reason {
        UrgentReason::Birth if !knows => t.records_urgent_only(until.0),
        UrgentReason::Birth => t.records_urgent_birth(until.0),
        UrgentReason::MovingIn => t.records_urgent_moving(until.0),
        UrgentReason::Loss => t.records_urgent_loss(until.0),
    }
}

/// When the same quantity counts as needed again.
pub(super) fn renew(t: &Texts, renew: Renew) -> String {
    match renew {
        Renew::Months(months) => t.records_renew_months(i64::from(months)),
        Renew::AtNextSize => t.records_renew_size(),
        Renew::Never => t.records_renew_once(),
    }
}
