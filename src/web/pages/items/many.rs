//! The bar under the list of items: what can be done with all that are ticked.

use super::super::shown::{self, Choice};
use crate::domain::item::{Condition, Disposal, ItemStep};
use crate::store::items::Count;
use crate::store::locations::LocationRow;
use crate::texts::Texts;

pub(super) struct Bulk {
    /// The deed to come: sent twice, it is one.
    pub deed: uuid::Uuid,
    /// How many items the filter finds and their fingerprint, when one deed may change them all.
    pub all: Option<(i64, String)>,
    /// The filter, for "all that match".
    pub filter: Vec<(String, String)>,
    pub steps: Vec<Choice>,
    pub places: Vec<Choice>,
    pub conditions: Vec<Choice>,
}

impl Bulk {
    pub fn new(
        t: &Texts,
        deed: uuid::Uuid,
        count: Count,
        fingerprint: Option<String>,
        filter: &[(&str, &str)],
        places: &[LocationRow],
    ) -> Bulk {
        let count = match count {
            Count::Exact { items, .. } => Some(items),
            Count::Many => None,
        };
        let step = |step: ItemStep, label: String| Choice::new(format!("step:{step}"), label, false);
        let sent_out = |how: Disposal, label| Choice::new(format!("step:{}:{how}", ItemStep::Discard), label, false);
        Bulk {
            deed,
            all: count.zip(fingerprint),
            filter: filter.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            steps: vec![
                step(ItemStep::Restock, t.item_step_restock()),
                step(ItemStep::ToCare, t.item_step_care()),
                step(ItemStep::Missing, t.item_step_missing()),
                sent_out(Disposal::Waste, t.values_dispose_waste()),
                sent_out(Disposal::Recycled, t.values_dispose_recycled()),
                sent_out(Disposal::Sold, t.values_dispose_sold()),
            ],
            places: places
                .iter()
                .map(|place| Choice::new(format!("move:{}", place.id), t.bulk_to_place(&place.name), false))
                .collect(),
            conditions: Condition::ALL
                .iter()
                .map(|one| {
                    let label = t.bulk_to_condition(t.say(&shown::condition(*one)));
                    Choice::new(format!("condition:{one}"), label, false)
                })
                .collect(),
        }
    }
}
