//! Badges and the command sheet: sign on, finish, undo, yes and no.

use super::*;
use crate::domain::rights::Right;

pub(super) fn sign_on(scan: &Scan, desk: &mut Desk, user: UserId, name: &str, role: Role, active: bool) -> Decision {
    if active && role.may(Right::Override) && is_same_pull(scan, desk) && desk.volunteer != Some(user) {
        // The badge has just answered a question, and the scanner read it twice: whoever stands at the desk stays.
        let verdict = Verdict { tone: Tone::Ok, ..Verdict::again(say::verdict_answered_yes()) };
        return Decision::only(desk.clone(), verdict);
    }
    if !active || !(role.may(Right::ScanIntake) || role.may(Right::ScanHandout)) {
        return Decision::only(desk.clone(), Verdict::refused(say::verdict_badge_refused()));
    }
    desk.volunteer = Some(user);
    let mode = mode_name(desk.mode.unwrap_or(Mode::Handout));
    Decision::only(desk.clone(), Verdict::applied(say::verdict_hello(name, mode)))
}

/// The word for a mode, as it stands huge on the screen.
pub fn mode_name(mode: Mode) -> Message {
    match mode {
        Mode::Intake => say::mode_intake(),
        Mode::Handout => say::mode_handout(),
        Mode::Return => say::mode_return(),
        Mode::Move => say::mode_move(),
        Mode::Stocktake => say::mode_stocktake(),
        Mode::Lookup => say::mode_lookup(),
    }
}

pub(super) fn decide(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, command: Command) -> Decision {
    if desk.question.is_some() && !matches!(command, Command::Yes | Command::Cancel) {
        return questions::answer_first(scan, desk);
    }
    match command {
        Command::Yes if desk.question.is_some() => questions::yes(scan, desk, facts),
        Command::Yes if desk.offer.is_some() => advice::lay_aside(scan, desk, facts),
        Command::Yes => Decision::only(desk.clone(), Verdict::again(say::verdict_no_question())),
        Command::Cancel => cancel(desk),
        Command::Undo if scan.mode == Mode::Stocktake => counting::undo(scan, desk, facts),
        Command::Undo => undo::undo(scan, desk, facts),
        Command::Quantity(count) => line::quantity(scan, desk, facts, i32::from(count)),
        Command::Finish => finish(desk),
        Command::Lock => {
            let closed = desk.visit.take();
            *desk = Desk { mode: desk.mode, ..Desk::default() };
            let visits = closed.into_iter().map(|visit| VisitChange::Close(visit.id)).collect();
            let verdict = Verdict::applied(say::verdict_locked());
            Decision { drafts: Vec::new(), visits, count: None, desk: desk.clone(), verdict }
        }
        Command::ModeHandout => change_mode(desk, Mode::Handout),
        Command::ModeIntake => change_mode(desk, Mode::Intake),
        Command::ModeReturn => change_mode(desk, Mode::Return),
        Command::ModeLookup => change_mode(desk, Mode::Lookup),
        Command::ModeMove => change_mode(desk, Mode::Move),
        Command::ModeStocktake => change_mode(desk, Mode::Stocktake),
        Command::Test => Decision::only(desk.clone(), Verdict::applied(say::verdict_test())),
        Command::Help => Decision::only(desk.clone(), Verdict::applied(say::verdict_help())),
        Command::Print => Decision::only(desk.clone(), Verdict::again(say::verdict_print_on_page())),
    }
}

/// The mode belongs to the screen that scans; the desk only says what it will be from the next scan on.
fn change_mode(desk: &mut Desk, mode: Mode) -> Decision {
    let visits = desk.visit.take().into_iter().map(|visit| VisitChange::Close(visit.id)).collect();
    *desk = Desk { mode: Some(mode), volunteer: desk.volunteer, ..Desk::default() };
    let verdict = Verdict::applied(say::verdict_mode(mode_name(mode)));
    Decision { drafts: Vec::new(), visits, count: None, desk: desk.clone(), verdict }
}

fn finish(desk: &mut Desk) -> Decision {
    let Some(visit) = desk.visit.take() else {
        if desk.mode == Some(Mode::Intake) && desk.intake != Fields::default() {
            desk.intake = Fields::default();
            return Decision::only(desk.clone(), Verdict::applied(say::verdict_intake_finished()));
        }
        if let Some(place) = desk.place.take() {
            return Decision::only(desk.clone(), Verdict::applied(say::verdict_place_finished(place.name)));
        }
        let waiting = std::mem::take(&mut desk.tray).len();
        let headline = if waiting > 0 { say::verdict_tray_emptied(waiting) } else { say::verdict_nothing_open() };
        return Decision::only(desk.clone(), Verdict::again(headline));
    };
    let verdict = Verdict::applied(say::verdict_visit_finished(visit.pieces)).in_visit(visit.id, visit.pieces);
    Decision {
        drafts: Vec::new(),
        visits: vec![VisitChange::Close(visit.id)],
        count: None,
        desk: desk.clone(),
        verdict,
    }
}

fn cancel(desk: &mut Desk) -> Decision {
    let (asked, offered, described) = (desk.question.take(), desk.offer.take(), desk.describes.take());
    let verdict = if asked.is_some() || offered.is_some() || described.is_some() {
        Verdict::applied(say::verdict_answered_no())
    } else if !desk.tray.is_empty() {
        Verdict::applied(say::verdict_tray_emptied(std::mem::take(&mut desk.tray).len()))
    } else {
        Verdict::again(say::verdict_nothing_to_cancel())
    };
    Decision::only(desk.clone(), verdict)
}
