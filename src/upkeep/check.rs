//! Recomputes every state from the ledger and verifies the chain, entry by entry.

use std::collections::HashMap;
use std::fmt;

use crate::domain::desk::Fields;
use crate::domain::item::{Condition, ItemState, MovementKind};
use crate::domain::ledger::{Flaw, GENESIS, Movement, Standing, brings_back, follows};
use crate::domain::needs::{NeedState, state_with};
use crate::domain::{DonationId, EventId, ItemId, MovementId, NeedId, StocktakeId, TerminalId};
use crate::store::ledger::{self, MovementRow};
use crate::store::{Db, StoreError, check as queries, contradictions, stocktakes};

/// Entries read at once.
const PAGE: i64 = 5000;

/// What the check found.
#[derive(Debug, Default)]
pub struct Report {
    pub movements: i64,
    pub items: usize,
    pub scans: i64,
    pub needs: usize,
    pub findings: Vec<Finding>,
}

/// One thing that is wrong, and where.
#[derive(Debug)]
pub enum Finding {
    Movement { position: i64, id: MovementId, flaw: String },
    Head { stored: i64, last: i64 },
    HeadHash { position: i64 },
    Item { id: ItemId, field: &'static str, row: String, ledger: String },
    ItemWithoutMovement { id: ItemId },
    MissingItem { id: ItemId },
    Need { id: NeedId, got: i32, ledger: i32 },
    NeedStateWrong { id: NeedId, state: NeedState, expected: NeedState },
    Reversal { position: i64, id: MovementId },
    SequenceGap { terminal: TerminalId, scans: i64, highest: i64 },
    Label { code: String, problem: &'static str },
    Stocktake { id: StocktakeId, problem: &'static str },
    UnaskedConflict { event: EventId },
    Paper(super::papers::Finding),
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Finding::Movement { position, id, flaw } => write!(f, "movement {position} ({id}): {flaw}"),
            Finding::Head { stored, last } => write!(
                f,
                "ledger head: it says that the last movement is {stored}, but the last one found is {last}: movements were removed or added"
            ),
            Finding::HeadHash { position } => {
                write!(f, "ledger head: its hash is not that of movement {position}: the end of the ledger was changed")
            }
            Finding::Item { id, field, row, ledger } => {
                write!(f, "item {id}: its row says {field} {row}, the ledger says {ledger}")
            }
            Finding::ItemWithoutMovement { id } => write!(f, "item {id}: it has a row but no movement"),
            Finding::MissingItem { id } => write!(f, "item {id}: it has movements but no row"),
            Finding::Need { id, got, ledger } => {
                write!(f, "need {id}: its row says {got} pieces were given, the ledger says {ledger}")
            }
            Finding::NeedStateWrong { id, state, expected } => {
                write!(f, "need {id}: its state is {state}, from the pieces it must be {expected}")
            }
            Finding::Reversal { position, id } => {
                write!(f, "movement {position} ({id}): it does not bring back what it says it reverses")
            }
            Finding::SequenceGap { terminal, scans, highest } => {
                write!(
                    f,
                    "terminal {terminal}: {scans} scans, but the highest number is {highest}: scans were removed or added"
                )
            }
            Finding::Label { code, problem } => write!(f, "label {code}: {problem}"),
            Finding::Stocktake { id, problem } => write!(f, "stocktake {id}: {problem}"),
            Finding::Paper(finding) => finding.fmt(f),
            Finding::UnaskedConflict { event } => {
                write!(f, "scan {event}: it contradicts what the house knew, but nobody is asked about it")
            }
        }
    }
}

struct Known {
    standing: Standing,
    donation: Option<DonationId>,
    /// What the piece is, by the last entry that says so.
    fields: Fields,
    /// The standing after each version, for reversals.
    history: Vec<Standing>,
}

/// Checks everything; the findings come in the order of the ledger.
///
/// # Errors
/// Only when the database cannot be read at all.
pub fn check(db: &mut Db) -> Result<Report, StoreError> {
    let mut report = Report::default();
    let mut items: HashMap<ItemId, Known> = HashMap::new();
    let mut versions: HashMap<MovementId, (ItemId, i32)> = HashMap::new();
    let (mut position, mut hash) = (0, GENESIS.to_owned());
    loop {
        let rows = ledger::after(db, position, PAGE)?;
        let Some(last) = rows.last() else { break };
        let next = last.position;
        for row in rows {
            walk(&row, &mut position, &mut hash, &mut items, &mut versions, &mut report);
        }
        position = next;
    }
    let head = ledger::head(db)?;
    if head.position != position {
        report.findings.push(Finding::Head { stored: head.position, last: position });
    } else if head.hash != hash {
        report.findings.push(Finding::HeadHash { position });
    }
    report.items = items.len();
    compare_items(db, &items, &mut report)?;
    compare_needs(db, &items, &mut report)?;
    for (terminal, scans, highest) in queries::sequences(db)? {
        report.scans += scans;
        if scans != highest {
            report.findings.push(Finding::SequenceGap { terminal, scans, highest });
        }
    }
    for (code, problem) in queries::labels_out_of_step(db)? {
        report.findings.push(Finding::Label { code, problem });
    }
    for (id, problem) in stocktakes::out_of_step(db)? {
        report.findings.push(Finding::Stocktake { id, problem });
    }
    for event in contradictions::missing(db)? {
        report.findings.push(Finding::UnaskedConflict { event });
    }
    let of_papers = super::papers::verify(db, |_| {})?.into_iter().chain(super::papers::register(db)?);
    report.findings.extend(of_papers.map(Finding::Paper));
    Ok(report)
}

fn walk(
    row: &MovementRow,
    position: &mut i64,
    hash: &mut String,
    items: &mut HashMap<ItemId, Known>,
    versions: &mut HashMap<MovementId, (ItemId, i32)>,
    report: &mut Report,
) {
    report.movements += 1;
    let movement = row.movement();
    let mut blame = |flaw: String| {
        report.findings.push(Finding::Movement { position: row.position, id: row.id, flaw });
    };
    if row.position != *position + 1 {
        blame(Flaw::Gap { expected: *position + 1 }.to_string());
    }
    if row.previous_hash != *hash {
        blame(Flaw::Unlinked.to_string());
    }
    if movement.hash(&row.previous_hash) != row.hash {
        blame(Flaw::Changed.to_string());
    }
    let before = items.get(&row.item_id).map(|known| &known.standing);
    if let Err(flaw) = follows(before, &movement) {
        blame(flaw.to_string());
    }
    if movement.kind == MovementKind::Reversal && !reversal_fits(&movement, items, versions) {
        report.findings.push(Finding::Reversal { position: row.position, id: row.id });
    }
    let fields = match movement.details.as_deref().map(serde_json::from_str::<Fields>) {
        None => None,
        Some(Ok(fields)) => Some(fields).filter(|fields| fields.product.is_some()),
        Some(Err(cause)) => {
            let flaw = format!("its details cannot be read: {cause}");
            report.findings.push(Finding::Movement { position: row.position, id: row.id, flaw });
            None
        }
    };
    versions.insert(row.id, (row.item_id, row.version));
    *position = row.position;
    hash.clone_from(&row.hash);
    let known = items.entry(row.item_id).or_insert_with(|| Known {
        standing: movement.after.clone(),
        donation: movement.donation_id,
        fields: Fields::default(),
        history: Vec::new(),
    });
    known.standing = movement.after.clone();
    known.donation = movement.donation_id;
    if let Some(fields) = fields {
        known.fields = fields;
    }
    known.history.push(movement.after);
}

/// Whether a reversal leaves the item as it was before the entry that it names.
fn reversal_fits(
    movement: &Movement,
    items: &HashMap<ItemId, Known>,
    versions: &HashMap<MovementId, (ItemId, i32)>,
) -> bool {
    let Some((item, version)) = movement.reverses.and_then(|reversed| versions.get(&reversed)) else { return false };
    if *item != movement.item_id {
        return false;
    }
    let Some(known) = items.get(item) else { return false };
    let before = usize::try_from(*version - 2).ok().and_then(|before| known.history.get(before));
    (before.is_some() || *version == 1) && brings_back(before, &movement.after)
}

fn compare_items(db: &mut Db, items: &HashMap<ItemId, Known>, report: &mut Report) -> Result<(), StoreError> {
    let rows = queries::items(db)?;
    let mut seen = 0;
    for item in rows {
        let (id, row) = (item.id, item.standing());
        let Some(known) = items.get(&id) else {
            report.findings.push(Finding::ItemWithoutMovement { id });
            continue;
        };
        seen += 1;
        let mut differs = |field: &'static str, row: String, ledger: String| {
            if row != ledger {
                report.findings.push(Finding::Item { id, field, row, ledger });
            }
        };
        let ledger = &known.standing;
        differs("state", row.state.to_string(), ledger.state.to_string());
        differs("quantity", row.quantity.to_string(), ledger.quantity.to_string());
        differs("version", row.version.to_string(), ledger.version.to_string());
        differs("household", format!("{:?}", row.household), format!("{:?}", ledger.household));
        differs("need", format!("{:?}", row.need), format!("{:?}", ledger.need));
        differs("location", format!("{:?}", row.location), format!("{:?}", ledger.location));
        differs("donation", format!("{:?}", item.donation_id), format!("{:?}", known.donation));
        let fields = &known.fields;
        differs("product", item.product_code.to_string(), or_none(fields.product.as_ref()));
        differs("cut", or_none(item.cut.as_ref()), or_none(fields.cut.as_ref()));
        differs("size", or_none(item.size.as_ref()), or_none(fields.size.as_ref()));
        let condition = fields.condition.unwrap_or(Condition::Good);
        differs("condition", item.item_condition.to_string(), condition.to_string());
    }
    if seen < items.len() {
        for id in items.keys() {
            if !queries::item_exists(db, *id)? {
                report.findings.push(Finding::MissingItem { id: *id });
            }
        }
    }
    Ok(())
}

fn or_none(value: Option<&impl fmt::Display>) -> String {
    value.map_or_else(|| "none".to_owned(), ToString::to_string)
}

fn compare_needs(db: &mut Db, items: &HashMap<ItemId, Known>, report: &mut Report) -> Result<(), StoreError> {
    let mut given: HashMap<NeedId, i32> = HashMap::new();
    let mut aside: HashMap<NeedId, i64> = HashMap::new();
    for standing in items.values().map(|known| &known.standing) {
        if let Some((need, pieces)) = standing.fulfils() {
            *given.entry(need).or_default() += pieces;
        }
        if let (ItemState::Reserved, Some(need)) = (standing.state, standing.need) {
            *aside.entry(need).or_default() += i64::from(standing.quantity);
        }
    }
    for need in queries::needs(db)? {
        report.needs += 1;
        let ledger = given.get(&need.id).copied().unwrap_or_default();
        if need.got != ledger {
            report.findings.push(Finding::Need { id: need.id, got: need.got, ledger });
        }
        let aside = aside.get(&need.id).copied().unwrap_or_default();
        let expected = state_with(need.state, need.wanted, need.got, aside);
        if need.state != expected {
            report.findings.push(Finding::NeedStateWrong { id: need.id, state: need.state, expected });
        }
    }
    Ok(())
}
