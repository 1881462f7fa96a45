//! A table as JSON for programs. The keys never change; docs/reports.md lists them.

use serde_json::{Map, Value, json};

use super::{Cell, Table};
use crate::texts::Texts;

/// The table as one JSON object. Money is whole cents, days are `2026-03-12`, nothing is `null`, and what too few households
/// stand behind is `{"hidden":true}`.
pub fn json(table: &Table, t: &Texts) -> String {
    let row = |cells: &[Cell]| -> Map<String, Value> {
        table.columns.iter().zip(cells).map(|(column, cell)| (column.key.to_string(), value(cell, t))).collect()
    };
    let columns: Vec<Value> = table
        .columns
        .iter()
        .map(|column| json!({ "key": column.key, "head": column.head.get(t), "kind": column.kind }))
        .collect();
    let whole = json!({
        "report": table.name,
        "title": table.title.get(t),
        "sentence": table.sentence.get(t),
        "from": table.period.map(|(from, _)| from),
        "to": table.period.map(|(_, to)| to),
        "columns": columns,
        "rows": table.rows.iter().map(|cells| row(cells)).collect::<Vec<_>>(),
        "totals": (!table.totals.is_empty()).then(|| row(&table.totals)),
        "notes": table.notes.iter().map(|note| note.get(t)).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}

fn value(cell: &Cell, t: &Texts) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Hidden => json!({ "hidden": true }),
        Cell::Whole(number) | Cell::Cents(number) | Cell::Foreign(number) | Cell::Percent(number) => json!(number),
        Cell::Day(day) => json!(day),
        Cell::Text(said) => json!(said.get(t)),
    }
}
