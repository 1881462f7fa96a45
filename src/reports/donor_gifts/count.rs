//! Loading what the report needs, and counting it.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{DonationLine, GroupLine, NeedsLine, Purpose, Tally};
use crate::codes::Code;
use crate::domain::catalogue::{Catalogue, GroupCode, ProductCode};
use crate::domain::{DonationId, DonorId, HouseholdId, ItemId};
use crate::reports::Reach;
use crate::store::donations::DonationRow;
use crate::store::reports::{self, Gifts, HandedOut, Reached};
use crate::store::{Db, StoreError, labels};
use crate::texts::{Lang, Texts, Words};

/// What the database says.
pub(super) struct Facts {
    donations: Vec<(DonationRow, Option<Code>)>,
    gifts: Vec<Gifts>,
    reached: Vec<Reached>,
    handed_out: Vec<HandedOut>,
}

/// What follows from it.
pub(super) struct Counted {
    pub total: Tally,
    pub announced: i64,
    pub reach: Reach,
    pub median_days: Option<i64>,
    pub groups: Vec<GroupLine>,
    pub donations: Vec<DonationLine>,
    pub needs: Vec<NeedsLine>,
}

/// The line that a product stands in.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Group {
    Known(usize, GroupCode),
    Special,
    /// The catalogue has lost it.
    Unknown,
}

/// Pieces and households, as they are added up.
#[derive(Default)]
struct Sum {
    tally: Tally,
    pieces: i64,
    on_list: i64,
    households: HashSet<HouseholdId>,
}

impl Facts {
    pub fn load(db: &mut Db, donor: DonorId, from: Date, to: Date) -> Result<Facts, StoreError> {
        let rows = reports::donations_between(db, donor, from, to)?;
        let ids: Vec<DonationId> = rows.iter().map(|row| row.id).collect();
        let mut donations = Vec::with_capacity(rows.len());
        for row in rows {
            let code = labels::bound_to(db, &row.id.to_string())?;
            donations.push((row, code));
        }
        Ok(Facts {
            gifts: reports::gifts(db, &ids)?,
            reached: reports::reached(db, &ids)?,
            handed_out: reports::handed_out(db, &ids)?,
            donations,
        })
    }

    pub fn count(&self, catalogue: &Catalogue, zone: &TimeZone) -> Counted {
        let mut total = Sum::default();
        let mut groups: BTreeMap<Group, Sum> = BTreeMap::new();
        let mut needs: BTreeMap<Purpose, Sum> = BTreeMap::new();
        let mut by_donation: HashMap<DonationId, Tally> = HashMap::new();
        for gift in &self.gifts {
            let pieces = gift.pieces.unwrap_or_default();
            total.tally.add(gift.state, pieces);
            groups.entry(group_of(catalogue, &gift.product)).or_default().tally.add(gift.state, pieces);
            if let Some(donation) = gift.donation {
                by_donation.entry(donation).or_default().add(gift.state, pieces);
            }
        }
        for reached in &self.reached {
            let pieces = reached.pieces.unwrap_or_default();
            let group = group_of(catalogue, &reached.product);
            let purpose = Purpose::of(reached.occasion, group == Group::Special);
            for sum in [groups.entry(group).or_default(), needs.entry(purpose).or_default(), &mut total] {
                sum.pieces += pieces;
                sum.on_list += if reached.occasion.is_some() { pieces } else { 0 };
                sum.households.extend(reached.household);
            }
        }
        let donations = self.donations.iter().map(|(row, code)| DonationLine {
            id: row.id,
            code: *code,
            received_on: row.received_on.0,
            state: row.state,
            announced: row.pieces_announced,
            tally: by_donation.get(&row.id).copied().unwrap_or_default(),
        });
        Counted {
            total: total.tally,
            announced: self.donations.iter().filter_map(|(row, _)| row.pieces_announced).map(i64::from).sum(),
            reach: Reach::of(total.households.len() as i64),
            median_days: self.median_days(zone),
            donations: donations.collect(),
            groups: groups.into_iter().map(|(group, sum)| group_line(catalogue, group, &sum)).collect(),
            needs: needs
                .into_iter()
                .map(|(purpose, sum)| NeedsLine {
                    purpose,
                    pieces: sum.pieces,
                    reach: match purpose {
                        Purpose::Special => Reach::of_special(sum.households.len() as i64),
                        _ => Reach::of(sum.households.len() as i64),
                    },
                })
                .collect(),
        }
    }

    /// The day by which half of the pieces that are handed out now were; a lot counts for each of its pieces.
    fn median_days(&self, zone: &TimeZone) -> Option<i64> {
        let mut last: HashMap<ItemId, (i64, i64)> = HashMap::new();
        for given in &self.handed_out {
            let day = given.at.0.to_zoned(zone.clone()).date();
            let days = i64::from((day - given.received_on.0).get_days()).max(0);
            last.insert(given.item, (days, i64::from(given.quantity)));
        }
        let mut days: Vec<(i64, i64)> = last.into_values().collect();
        days.sort_unstable();
        let half = (days.iter().map(|(_, pieces)| pieces).sum::<i64>() + 1) / 2;
        let mut seen = 0;
        days.iter()
            .find(|(_, pieces)| {
                seen += pieces;
                seen >= half
            })
            .map(|(days, _)| *days)
    }
}

fn group_of(catalogue: &Catalogue, product: &ProductCode) -> Group {
    let Some(product) = catalogue.product(product.as_str()) else { return Group::Unknown };
    if product.special {
        return Group::Special;
    }
    let sort = catalogue.groups().iter().position(|group| group.code == product.group);
    sort.map_or(Group::Unknown, |sort| Group::Known(sort, product.group.clone()))
}

fn group_line(catalogue: &Catalogue, group: Group, sum: &Sum) -> GroupLine {
    let both = |said: fn(&Texts) -> String| Words::new(said(Texts::of(Lang::De)), said(Texts::of(Lang::En)));
    let reach = Reach::of(sum.households.len() as i64);
    let (group, names, reach) = match group {
        Group::Known(_, code) => {
            let names = catalogue.group(code.as_str()).map(|group| group.names.clone()).unwrap_or_default();
            (Some(code), names, reach)
        }
        Group::Special => (None, both(Texts::purpose_special), Reach::of_special(sum.households.len() as i64)),
        Group::Unknown => (None, both(Texts::group_unknown), reach),
    };
    GroupLine { group, names, tally: sum.tally, on_list: sum.on_list, reach }
}
