//! `gabentisch report`: the reports of the pages as files.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::{Failure, Place, open_house, the_house};
use crate::actions::{Actor, House};
use crate::domain::catalogue::GroupCode;
use crate::domain::disclosure::difference::Period;
use crate::reports::book::{self, Csv, Made};
use crate::reports::days::Days;
use crate::reports::donor_gifts;
use crate::reports::figures::{Asked, Figure, FigureName};
use crate::reports::missing;
use crate::texts::{Lang, Texts, say};
use crate::web::report_files::{FileKind, written_file};

/// Write a report into a file
///
/// Example: gabentisch report in-out --from 2026-01-01 --to 2026-06-30 --format csv -o in-out.csv
///
/// Example: gabentisch report donor-gifts --donor "Modehaus Muster GmbH" --from 2026-07-01 --to 2026-09-30 --format csv -o gifts.csv
///
/// Example: gabentisch report company-donations --from 2026-01-01 --to 2026-12-31 --format xlsx -o companies.xlsx
#[derive(Args)]
pub(super) struct Report {
    name: Name,
    /// Donor, for donor-gifts, donations and company-donations: the code on the donor's page, or the whole name
    #[arg(long, value_name = "CODE|NAME", required_if_eq("name", "donor-gifts"))]
    donor: Option<String>,
    /// Group of products, for the figures: its code, such as OUT; without it, all
    #[arg(long, value_name = "CODE")]
    group: Option<String>,
    /// First day, as 2026-01-01; without it: 26 weeks before the last (donor-gifts: the last quarter that is over)
    #[arg(long, value_name = "DAY")]
    from: Option<Date>,
    /// Last day, included; without it, today (donor-gifts: whole quarters and years that are over)
    #[arg(long, value_name = "DAY")]
    to: Option<Date>,
    /// Season, for missing: now, next, or all
    #[arg(long, value_name = "SEASON", default_value = "now")]
    season: missing::When,
    /// csv or xlsx for a spreadsheet, pdf for paper, json for a program
    #[arg(long)]
    format: Format,
    /// CSV begins with the mark of UTF-8, which Excel wants; so it is without this flag, too
    #[arg(long, overrides_with = "no_bom")]
    bom: bool,
    /// CSV begins without that mark, for programs that stumble over it
    #[arg(long)]
    no_bom: bool,
    /// File to write; - for standard output
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    /// Language of the headings
    #[arg(long, default_value = "de", value_parser = |text: &str| Lang::from_tag(text).ok_or("de or en"))]
    lang: Lang,
    #[command(flatten)]
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Name {
    /// What became of a donor's gifts
    DonorGifts,
    /// What is in the house now, by group of products
    Stock,
    /// Pieces that came in and went out, by week
    InOut,
    /// Lines of needs lists, open now and met in the period
    Needs,
    /// How long lines of needs lists have waited
    Waiting,
    /// What households wait for and neither the stock nor what comes can meet
    Missing,
    /// Days of handing out with the figures of those that are closed
    Sessions,
    /// Donors, and what each gave in each year
    Donations,
    /// Donations of companies with receipt, value and state
    CompanyDonations,
    /// The register of receipts
    Receipts,
    /// Value of goods that came and went, by group
    Value,
    /// Stock by age, as it is today
    StockAge,
    /// What households got, by occasion and by group; whole quarters and years that are over
    NeedsMet,
    /// How many households got something; whole quarters and years that are over
    HouseholdsServed,
    /// Closed days of handing out, without what would be about one or two households
    SessionFigures,
    /// Scans of each person in each month
    VolunteerScans,
    /// What the council decided on gifts
    Council,
}

impl Name {
    /// The report of the book that it is; `None` for the others.
    fn of_book(self) -> Option<book::Report> {
        use book::Report::*;
        Some(match self {
            Name::Donations => Donations,
            Name::CompanyDonations => CompanyDonations,
            Name::Receipts => Receipts,
            Name::Value => Value,
            Name::StockAge => StockAge,
            Name::NeedsMet => NeedsMet,
            Name::HouseholdsServed => HouseholdsServed,
            Name::SessionFigures => SessionFigures,
            Name::VolunteerScans => VolunteerScans,
            Name::Council => Council,
            _ => return None,
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Csv,
    Json,
    Pdf,
    Xlsx,
}

impl Format {
    fn kind(self) -> FileKind {
        match self {
            Format::Csv => FileKind::Csv,
            Format::Json => FileKind::Json,
            Format::Pdf => FileKind::Pdf,
            Format::Xlsx => FileKind::Xlsx,
        }
    }
}

impl Report {
    pub(super) fn run(self) -> Result<(), Failure> {
        let settings = self.place.settings()?;
        let house = open_house(&settings, false)?;
        let actor = the_house(&house)?;
        let bytes = match self.name.of_book() {
            Some(report) => self.of_book(&house, &actor, report, &settings.site)?,
            None => self.file(self.text(&house, &actor)?, &house, &settings.site)?,
        };
        if self.output.as_os_str() == "-" {
            return std::io::stdout().write_all(&bytes).map_err(Failure::failed);
        }
        let shown = self.output.display().to_string();
        std::fs::write(&self.output, bytes)
            .map_err(|error| Failure::failed(format!("cannot write {shown}: {error}; choose another place with -o")))
    }

    /// A report of the book.
    fn of_book(&self, house: &Arc<House>, actor: &Actor, report: book::Report, site: &str) -> Result<Vec<u8>, Failure> {
        if self.group.is_some() {
            return Err(Failure::usage("--group belongs to the figures; this report tells of all groups"));
        }
        let donor = match &self.donor {
            Some(_) if !report.by_donor() => {
                return Err(Failure::usage("--donor belongs to donor-gifts, donations and company-donations"));
            }
            Some(donor) => Some(donor_gifts::donor_meant(house, actor, donor)?),
            None => None,
        };
        let made = book::report(house, actor, report, &book::Asked { from: self.from, to: self.to, donor })?;
        self.written(&made, site)
    }

    fn written(&self, made: &Made, site: &str) -> Result<Vec<u8>, Failure> {
        written_file(Texts::of(self.lang), made, self.format.kind(), self.csv(), site).map_err(Failure::failed)
    }

    fn csv(&self) -> Csv {
        Csv { bom: !self.no_bom }
    }

    /// The other reports, as CSV or JSON.
    fn text(&self, house: &Arc<House>, actor: &Actor) -> Result<String, Failure> {
        match self.name {
            Name::DonorGifts => self.donor_gifts(house, actor),
            Name::Stock => self.figure(house, actor, FigureName::Stock),
            Name::InOut => self.figure(house, actor, FigureName::InOut),
            Name::Needs => self.figure(house, actor, FigureName::Needs),
            Name::Waiting => self.figure(house, actor, FigureName::Waiting),
            Name::Missing => self.missing(house, actor),
            _ => {
                let days = Days::of(house, actor, self.from, self.to)?;
                Ok(if self.format == Format::Json { days.json() + "\n" } else { days.csv(Texts::of(self.lang)) })
            }
        }
    }

    /// CSV and JSON as they are; for paper and Excel, the table that the CSV is.
    fn file(&self, text: String, house: &House, site: &str) -> Result<Vec<u8>, Failure> {
        match self.format {
            Format::Json => Ok(text.into_bytes()),
            Format::Csv if self.no_bom => Ok(text.trim_start_matches('\u{feff}').as_bytes().to_vec()),
            Format::Csv => Ok(text.into_bytes()),
            Format::Pdf | Format::Xlsx => {
                let (name, title) = match self.name {
                    Name::DonorGifts => ("donor-gifts", say::donor_report_title()),
                    Name::Stock => ("stock", say::figures_stock()),
                    Name::InOut => ("in-out", say::figures_in_out()),
                    Name::Needs => ("needs", say::figures_needs()),
                    Name::Waiting => ("waiting", say::figures_waiting()),
                    Name::Missing => ("missing", say::wanted_nav()),
                    _ => ("sessions", say::nav_sessions()),
                };
                let table = book::of_csv(name, title, &text);
                let made = Made::of_today(table, house.today());
                self.written(&made, site)
            }
        }
    }

    fn donor_gifts(&self, house: &Arc<House>, actor: &Actor) -> Result<String, Failure> {
        let donor = donor_gifts::donor_meant(house, actor, self.donor.as_deref().unwrap_or_default())?;
        // What is written into a file leaves the house: a quarter or a year that is over, without days the last quarter.
        let quarter = Period::before(house.today());
        let to = self.to.unwrap_or(quarter.last());
        let from = self.from.unwrap_or(if self.to.is_some() { to.first_of_year() } else { quarter.first() });
        let report = donor_gifts::give_out(house, actor, donor, from, to)?;
        Ok(match self.format {
            Format::Csv => report.csv(Texts::of(self.lang)),
            _ => report.json() + "\n",
        })
    }

    fn figure(&self, house: &Arc<House>, actor: &Actor, name: FigureName) -> Result<String, Failure> {
        if self.donor.is_some() {
            return Err(Failure::usage("--donor belongs to donor-gifts; the other reports count everybody's gifts"));
        }
        let asked = Asked { from: self.from, to: self.to, group: self.group_meant(house)?, site: None, leaves: true };
        let figure = Figure::count(house, actor, name, &asked)?;
        Ok(match self.format {
            Format::Csv => figure.csv(Texts::of(self.lang)),
            _ => figure.json() + "\n",
        })
    }

    fn missing(&self, house: &House, actor: &Actor) -> Result<String, Failure> {
        if self.donor.is_some() || self.from.is_some() || self.to.is_some() {
            return Err(Failure::usage("missing counts what is open today; it takes --season and --group"));
        }
        let asked = missing::Asked { when: self.season, group: self.group_meant(house)?, product: None };
        let report = missing::told(house, actor, &asked)?;
        Ok(match self.format {
            Format::Csv => report.csv(Texts::of(self.lang), &house.catalogue()),
            _ => report.json() + "\n",
        })
    }

    fn group_meant(&self, house: &House) -> Result<Option<GroupCode>, Failure> {
        let Some(code) = &self.group else { return Ok(None) };
        let catalogue = house.catalogue();
        let group = catalogue.group(&code.to_uppercase()).map(|group| group.code.clone());
        group.map(Some).ok_or_else(|| {
            let codes: Vec<&str> = catalogue.groups().iter().map(|group| group.code.as_str()).collect();
            Failure::usage(format!("there is no group {code:?}; groups are {}", codes.join(", ")))
        })
    }
}
