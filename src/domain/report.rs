//! The reports of the book by name: who may see each, and over which time it may be asked for.

use super::rights::Right;
use crate::texts::{Message, say};

stable_words! {
    /// What can be asked for, as addresses, files and the command line name it.
    pub enum Report {
        Donations = "donations",
        CompanyDonations = "company-donations",
        Receipts = "receipts",
        Value = "value",
        StockAge = "stock-age",
        NeedsMet = "needs-met",
        HouseholdsServed = "households-served",
        SessionFigures = "session-figures",
        VolunteerScans = "volunteer-scans",
        Council = "council",
    }
}

/// Over which time a report may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodKind {
    /// From any day to any day.
    Free,
    /// Whole quarters and whole years, because it counts households: two periods that differ by a day could tell who came on
    /// that day (law reference 2.4, item 7).
    Fixed,
    /// As it is today.
    Today,
}

impl Report {
    /// Who may see it.
    pub fn right(self) -> Right {
        match self {
            Report::Receipts => Right::SeeReceipts,
            Report::VolunteerScans => Right::SeeVolunteers,
            Report::Donations
            | Report::CompanyDonations
            | Report::Value
            | Report::StockAge
            | Report::NeedsMet
            | Report::HouseholdsServed
            | Report::SessionFigures
            | Report::Council => Right::SeeReports,
        }
    }

    pub fn period(self) -> PeriodKind {
        match self {
            Report::NeedsMet | Report::HouseholdsServed | Report::SessionFigures => PeriodKind::Fixed,
            Report::StockAge => PeriodKind::Today,
            _ => PeriodKind::Free,
        }
    }

    /// Whether it may be asked for one donor.
    pub fn by_donor(self) -> bool {
        matches!(self, Report::Donations | Report::CompanyDonations)
    }

    pub fn title(self) -> Message {
        match self {
            Report::Donations => say::book_donations(),
            Report::CompanyDonations => say::book_company_donations(),
            Report::Receipts => say::book_receipts(),
            Report::Value => say::book_value(),
            Report::StockAge => say::book_stock_age(),
            Report::NeedsMet => say::book_needs_met(),
            Report::HouseholdsServed => say::book_households_served(),
            Report::SessionFigures => say::book_session_figures(),
            Report::VolunteerScans => say::book_volunteer_scans(),
            Report::Council => say::book_council(),
        }
    }

    /// What it counts, in one sentence.
    pub fn sentence(self) -> Message {
        match self {
            Report::Donations => say::book_donations_sentence(),
            Report::CompanyDonations => say::book_company_donations_sentence(),
            Report::Receipts => say::book_receipts_sentence(),
            Report::Value => say::book_value_sentence(),
            Report::StockAge => say::book_stock_age_sentence(),
            Report::NeedsMet => say::book_needs_met_sentence(),
            Report::HouseholdsServed => say::book_households_served_sentence(),
            Report::SessionFigures => say::book_session_figures_sentence(),
            Report::VolunteerScans => say::book_volunteer_scans_sentence(),
            Report::Council => say::book_council_sentence(),
        }
    }
}
