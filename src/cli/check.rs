//! `gabentisch check`: proves that nobody changed the past, and that every state follows from it.

use clap::Args;

use super::{Failure, Place, open_house};
use crate::upkeep::check;

/// Verify the ledger and recompute every state from it
///
/// Exits with 1 and names each row that is wrong.
///
/// Example: gabentisch check --database sqlite:gabentisch-data/gabentisch.db
#[derive(Args)]
pub(super) struct Check {
    #[command(flatten)]
    place: Place,
}

impl Check {
    pub(super) fn run(self) -> Result<(), Failure> {
        let house = open_house(&self.place.settings()?, false)?;
        let report = house.store().read_at_one_moment(check::check).map_err(Failure::failed)?;
        for finding in &report.findings {
            println!("{finding}");
        }
        if report.findings.is_empty() {
            println!(
                "The ledger is sound: {} movements of {} items, {} scans, {} needs.",
                report.movements, report.items, report.scans, report.needs
            );
            return Ok(());
        }
        Err(Failure::failed(format!("the check found wrong: {}, listed above", things(report.findings.len()))))
    }
}

fn things(count: usize) -> String {
    if count == 1 { "1 thing".to_owned() } else { format!("{count} things") }
}
