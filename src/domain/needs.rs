//! A household's needs list: its lines, when one is met, and which line a piece meets.

use jiff::Timestamp;

use super::catalogue::{Catalogue, Cut, ProductCode};
use super::ids::{MemberId, NeedId};
use super::sizes::{self, Fit};
use super::text_enum::text_enum;

text_enum! {
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

text_enum! {
    /// How much the person lacks it (law reference 5.3): 80, 40 or 0 points.
    pub enum Urgency {
        /// Has none of this product yet.
        None = "none_yet",
        Some = "some",
        Wish = "wish",
    }
}

text_enum! {
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
        .filter(|line| line.is_open() && &line.product == piece.product && cuts_agree(line.cut, piece.cut))
        .filter_map(|line| Some((fit(line, piece, catalogue)?, line)))
        .min_by_key(|(fit, line)| (*fit, line.recorded_at, line.id))
        .map(|(_, line)| line)
}

/// Unisex and unknown fit everybody.
fn cuts_agree(wanted: Option<Cut>, offered: Option<Cut>) -> bool {
    match (wanted, offered) {
        (Some(wanted), Some(offered)) => wanted == offered || wanted == Cut::U || offered == Cut::U,
        _ => true,
    }
}

/// 0 fits exactly, 1 by the fit rules, 2 when a size is unknown; `None` does not fit.
fn fit(line: &NeedLine, piece: &Piece<'_>, catalogue: &Catalogue) -> Option<u8> {
    let (Some(wanted), Some(offered)) = (line.size.as_deref(), piece.size) else { return Some(2) };
    let product = catalogue.product(piece.product)?;
    match sizes::fits(product, wanted, offered) {
        Fit::Exact => Some(0),
        Fit::NextSize => Some(1),
        Fit::Unknown => Some(2),
        Fit::No => None,
    }
}
