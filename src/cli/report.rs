//! `gabentisch report`: the reports of the pages as files.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::{Failure, Place, open_house, the_house};
use crate::reports::donor_gifts;
use crate::texts::{Lang, Texts};

/// Write a report into a file
///
/// Example: gabentisch report donor-gifts --donor "Modehaus Muster GmbH" --from 2026-01-01 --to 2026-12-31 --format csv -o gifts.csv
#[derive(Args)]
pub(super) struct Report {
    name: Name,
    /// Donor: the code on the donor's page, or the whole name
    #[arg(long, value_name = "CODE|NAME")]
    donor: String,
    /// First day, as 2026-01-01; without it, the first of January of the last day's year
    #[arg(long, value_name = "DAY")]
    from: Option<Date>,
    /// Last day, included; without it, today
    #[arg(long, value_name = "DAY")]
    to: Option<Date>,
    /// csv for a spreadsheet, json for a program
    #[arg(long)]
    format: Format,
    /// File to write; - for standard output
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    /// Language of the headings
    #[arg(long, default_value = "de", value_parser = |text: &str| Lang::from_tag(text).ok_or("de or en"))]
    lang: Lang,
    #[command(flatten)]
    place: Place,
}

#[derive(Clone, Copy, ValueEnum)]
enum Name {
    /// What became of a donor's gifts
    DonorGifts,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Json,
    #[value(hide = true)]
    Pdf,
    #[value(hide = true)]
    Xlsx,
}

impl Report {
    pub(super) fn run(self) -> Result<(), Failure> {
        let Name::DonorGifts = self.name;
        if matches!(self.format, Format::Pdf | Format::Xlsx) {
            return Err(Failure::usage(
                "this version writes reports as csv and json; for paper, open the report's page and print it",
            ));
        }
        let house = open_house(&self.place.settings()?, false)?;
        let actor = the_house(&house)?;
        let donor = donor_gifts::donor_meant(&house, &actor, &self.donor)?;
        let to = self.to.unwrap_or_else(|| house.today());
        let from = self.from.unwrap_or_else(|| to.first_of_year());
        let report = donor_gifts::report(&house, &actor, donor, from, to)?;
        let text = match self.format {
            Format::Csv => report.csv(Texts::of(self.lang)),
            _ => report.json() + "\n",
        };
        if self.output.as_os_str() == "-" {
            return std::io::stdout().write_all(text.as_bytes()).map_err(Failure::failed);
        }
        let shown = self.output.display().to_string();
        std::fs::write(&self.output, text)
            .map_err(|error| Failure::failed(format!("cannot write {shown}: {error}; choose another place with -o")))
    }
}
