//! A household's needs list: its lines, when one is met, and which line a piece meets.

use std::cmp::Reverse;

use jiff::Timestamp;
use jiff::civil::Date;

use super::catalogue::{Catalogue, Cut, ProductCode};
use super::ids::{MemberId, NeedId};
use super::sizes::{Fit, Sizes};

stable_words! {
    /// Where a line of a needs list stands.
    pub enum NeedState {
        Open = "open",
        Reserved = "reserved",
        Partly = "partly",
        Fulfilled = "fulfilled",
        Withdrawn = "withdrawn",
        Expired = "expired",
    }
}

stable_words! {
    /// How much the person lacks it (law reference 5.3): 80, 40 or 0 points.
    pub enum Urgency {
        /// Has none of this product yet.
        None = "none_yet",
        Some = "some",
        Wish = "wish",
    }
}

stable_words! {
    /// What a line is for: the kind of need that a donor's report may name.
    pub enum Occasion {
        Basic = "basic",
        Newborn = "newborn",
        Maternity = "maternity",
        SchoolStart = "school_start",
        FirstHome = "first_home",
        Hygiene = "hygiene",
    }
}

stable_words! {
    /// Who put a line on the list.
    pub enum AskedBy {
        Staff = "staff",
        Mentor = "mentor",
        Household = "household",
    }
}

stable_words! {
    /// Why a coordinator marks a line as urgent (law reference 5.3).
    pub enum UrgentReason {
        /// A birth within eight weeks.
        Birth = "birth",
        /// Moving in within two weeks.
        MovingIn = "moving_in",
        /// Fire, water, flight: what was there is gone.
        Loss = "loss",
    }
}

/// Why a line is marked as urgent on a day. `reason` is the word of an [`UrgentReason`] or empty; the mark counts up to and
/// including `until`, and without an end it never counts: each reason has one (law reference 5.3).
pub fn marked_urgent(reason: &str, until: Option<Date>, today: Date) -> Option<UrgentReason> {
    reason.parse().ok().filter(|_| until.is_some_and(|until| until >= today))
}

/// One line of a needs list, as far as the rules need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedLine {
    pub id: NeedId,
    pub member: Option<MemberId>,
    pub product: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub wanted: i32,
    /// Pieces that the household has got for this line and still has.
    pub got: i32,
    pub state: NeedState,
    pub recorded_at: Timestamp,
}

impl NeedLine {
    pub fn missing(&self) -> i32 {
        (self.wanted - self.got).max(0)
    }

    pub fn is_open(&self) -> bool {
        matches!(self.state, NeedState::Open | NeedState::Partly | NeedState::Reserved) && self.missing() > 0
    }
}

/// The state that follows from the pieces. Lines that a person withdrew or that expired stay so.
pub fn state_after(now: NeedState, wanted: i32, got: i32) -> NeedState {
    match now {
        NeedState::Withdrawn | NeedState::Expired => now,
        _ if got >= wanted => NeedState::Fulfilled,
        _ if got > 0 => NeedState::Partly,
        NeedState::Reserved => NeedState::Reserved,
        _ => NeedState::Open,
    }
}

/// The state when `aside` pieces lie ready for the line besides: it is reserved as long as nothing was handed out.
pub fn state_with(now: NeedState, wanted: i32, got: i32, aside: i64) -> NeedState {
    match state_after(now, wanted, got) {
        NeedState::Open | NeedState::Reserved if aside > 0 => NeedState::Reserved,
        NeedState::Open | NeedState::Reserved => NeedState::Open,
        other => other,
    }
}

/// What a piece is, when one asks which line it meets.
#[derive(Clone, Debug)]
pub struct Piece<'a> {
    pub product: &'a ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<&'a str>,
}

/// The open line that a piece meets best: the best fit first, then the one that has waited longest.
pub fn best_line<'a>(lines: &'a [NeedLine], piece: &Piece<'_>, catalogue: &Catalogue) -> Option<&'a NeedLine> {
    lines
        .iter()
        .filter_map(|line| Some((serves(line, piece, catalogue)?, line)))
        .min_by_key(|(fit, line)| (Reverse(*fit), line.recorded_at, line.id))
        .map(|(_, line)| line)
}

/// How well a piece serves an open line; `None`: not at all.
pub fn serves(line: &NeedLine, piece: &Piece<'_>, catalogue: &Catalogue) -> Option<Fit> {
    let meant = line.is_open() && &line.product == piece.product && cuts_agree(line.cut, piece.cut);
    if meant { fit(line, piece, catalogue) } else { None }
}

/// A piece whose cut nobody noted may fit anybody; so may a line that asks for none.
fn cuts_agree(wanted: Option<Cut>, offered: Option<Cut>) -> bool {
    match (wanted, offered) {
        (Some(wanted), Some(offered)) => wanted.takes(offered),
        _ => true,
    }
}

/// How well the sizes fit; `None` does not fit.
fn fit(line: &NeedLine, piece: &Piece<'_>, catalogue: &Catalogue) -> Option<Fit> {
    let product = catalogue.product(piece.product.as_str())?;
    let sizes = Sizes::shipped();
    let read = |text: Option<&str>, cut| text.and_then(|text| sizes.read(product, cut, text));
    let (wanted, offered) = (read(line.size.as_deref(), line.cut), read(piece.size, piece.cut.or(line.cut)));
    let fit = sizes.fits(product, wanted.as_ref(), offered.as_ref());
    fit.is_possible().then_some(fit)
}
