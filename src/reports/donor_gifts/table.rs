//! The report as one flat table: the total, then each group, each donation, each purpose.

use super::{DonorGifts, Tally, Told, dotted};
use crate::domain::desk::state_name;
use crate::reports::sheet;
use crate::texts::Texts;

impl DonorGifts {
    /// The report as CSV, with headings in the language of `t`.
    pub fn csv(&self, t: &Texts) -> String {
        let mut rows = vec![heading(t)];
        let period = format!("{}, {}–{}", self.donor, t.day(self.from), t.day(self.to));
        let announced = if self.announced > 0 { self.announced.to_string() } else { String::new() };
        let reach = t.say(&self.reach.words());
        rows.push(row([t.csv_total(), period, code(self.donor_code)], announced, &self.total, reach));
        for line in &self.groups {
            let name = line.names.get(t.lang()).to_owned();
            let code = line.group.as_ref().map(ToString::to_string).unwrap_or_default();
            rows.push(row([t.csv_group(), name, code], String::new(), &line.tally, t.say(&line.reach.words())));
        }
        for line in &self.donations {
            let announced = line.announced.map(|pieces| pieces.to_string()).unwrap_or_default();
            let cells = [t.csv_donation(), line.received_on.to_string(), code(line.code)];
            let mut cells = row(cells, announced, &line.told, String::new());
            if self.given_out {
                // What became of one hand-over is told to nobody outside: empty rather than dotted, nothing is hidden there.
                cells[FIRST_COUNT + 1..].iter_mut().for_each(String::clear);
            }
            rows.push(cells);
        }
        for line in &self.needs {
            let cells = [t.csv_purpose(), t.say(&line.purpose.words()), String::new()];
            let told = Told { handed_out: line.pieces, ..Told::default() };
            let mut cells = row(cells, String::new(), &told, t.say(&line.reach.words()));
            // Only what was handed out has a purpose: the other columns stay empty rather than say 0.
            let other_columns = (FIRST_COUNT..FIRST_COUNT + 1 + told.parts().len()).filter(|at| *at != FIRST_COUNT + 1);
            for at in other_columns {
                cells[at].clear();
            }
            rows.push(cells);
        }
        if self.hides_anything() {
            let why = if self.given_out { t.disclosure_why() } else { t.disclosure_why_exact() };
            rows.push([why].into_iter().chain(std::iter::repeat_n(String::new(), rows[0].len() - 1)).collect());
        }
        sheet::csv(rows)
    }
}

/// The column "received", after section, name, code and announced; "handed out" follows it.
const FIRST_COUNT: usize = 4;

fn heading(t: &Texts) -> Vec<String> {
    let mut cells = vec![t.csv_section(), t.csv_name(), t.csv_code(), t.csv_announced(), t.csv_received()];
    cells.extend(Tally::default().parts().map(|(state, _)| t.say(&state_name(state))));
    cells.push(t.csv_households());
    cells
}

fn row([section, name, code]: [String; 3], announced: String, told: &Told, reach: String) -> Vec<String> {
    let mut cells = vec![section, name, code, announced, dotted(told.received)];
    cells.extend(told.parts().map(|(_, pieces)| dotted(pieces)));
    cells.push(reach);
    cells
}

fn code(code: Option<crate::codes::Code>) -> String {
    code.map(|code| code.to_string()).unwrap_or_default()
}
