//! The report as one flat table: the total, then each group, each donation, each purpose.

use super::{DonorGifts, Tally};
use crate::domain::desk::state_name;
use crate::reports::sheet;
use crate::texts::Texts;

impl DonorGifts {
    /// The report as CSV, with headings in the language of `t`.
    pub fn csv(&self, t: &Texts) -> String {
        let mut rows = vec![heading(t)];
        let period = format!("{}, {}–{}", self.donor, t.day(self.from), t.day(self.to));
        let announced = if self.announced > 0 { self.announced.to_string() } else { String::new() };
        let on_list = self.groups.iter().map(|line| line.on_list).sum::<i64>();
        let reach = t.say(&self.reach.words());
        rows.push(row([t.csv_total(), period, code(self.donor_code)], announced, &self.total, Some(on_list), reach));
        for line in &self.groups {
            let name = line.names.get(t.lang()).to_owned();
            let code = line.group.as_ref().map(ToString::to_string).unwrap_or_default();
            let reach = t.say(&line.reach.words());
            rows.push(row([t.csv_group(), name, code], String::new(), &line.tally, Some(line.on_list), reach));
        }
        for line in &self.donations {
            let announced = line.announced.map(|pieces| pieces.to_string()).unwrap_or_default();
            let cells = [t.csv_donation(), line.received_on.to_string(), code(line.code)];
            rows.push(row(cells, announced, &line.tally, None, String::new()));
        }
        for line in &self.needs {
            let tally = Tally { handed_out: line.pieces, ..Tally::default() };
            let cells = [t.csv_purpose(), t.say(&line.purpose.words()), String::new()];
            let mut cells = row(cells, String::new(), &tally, None, t.say(&line.reach.words()));
            // Only what was handed out has a purpose: the other columns stay empty rather than say 0.
            let other_columns =
                (FIRST_COUNT..FIRST_COUNT + 1 + tally.parts().len()).filter(|at| *at != FIRST_COUNT + 1);
            for at in other_columns {
                cells[at].clear();
            }
            rows.push(cells);
        }
        sheet::csv(rows)
    }
}

/// The column "received", after section, name, code and announced; "handed out" follows it.
const FIRST_COUNT: usize = 4;

fn heading(t: &Texts) -> Vec<String> {
    let mut cells = vec![t.csv_section(), t.csv_name(), t.csv_code(), t.csv_announced(), t.csv_received()];
    cells.extend(Tally::default().parts().map(|(state, _)| t.say(&state_name(state))));
    cells.extend([t.csv_on_list(), t.csv_households()]);
    cells
}

fn row(
    [section, name, code]: [String; 3],
    announced: String,
    tally: &Tally,
    on_list: Option<i64>,
    reach: String,
) -> Vec<String> {
    let mut cells = vec![section, name, code, announced, tally.received.to_string()];
    cells.extend(tally.parts().map(|(_, pieces)| pieces.to_string()));
    cells.extend([on_list.map(|pieces| pieces.to_string()).unwrap_or_default(), reach]);
    cells
}

fn code(code: Option<crate::codes::Code>) -> String {
    code.map(|code| code.to_string()).unwrap_or_default()
}
