//! Loading what the report needs, and counting it.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{About, DonationLine, DonorGifts, GroupLine, NeedsLine, Purpose, Tally, Told};
use crate::codes::Code;
use crate::domain::catalogue::{Catalogue, GroupCode, ProductCode};
use crate::domain::disclosure::{Audience, Counted, Reach, Shown, ShownLine, ShownTable};
use crate::domain::{DonationId, DonorId, ItemId};
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

/// What follows from it: exact numbers, and lists that say who has how much. Nobody sees either.
pub(super) struct Sums {
    total: Tally,
    announced: i64,
    median_days: Option<i64>,
    groups: BTreeMap<Group, Tally>,
    by_donation: HashMap<DonationId, Tally>,
    /// By group, by purpose, by donation: the same pieces.
    lists: [Counted; 3],
}

/// The names of the lists, as they are kept.
const LISTS: [&str; 3] = ["group", "purpose", "donation"];

/// Who reads the report.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// Whoever works in the house: exact numbers, also for each donation.
    House,
    /// The donor, and whoever gets it from there: rounded numbers, by group and by purpose only (item 6).
    Donor,
}

/// The line that a product stands in.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::reports) enum Group {
    Known(usize, GroupCode),
    Special,
    /// The catalogue has lost it.
    Unknown,
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

    pub fn count(&self, catalogue: &Catalogue, zone: &TimeZone) -> Sums {
        let mut total = Tally::default();
        let mut groups: BTreeMap<Group, Tally> = BTreeMap::new();
        let mut by_donation: HashMap<DonationId, Tally> = HashMap::new();
        for gift in &self.gifts {
            let pieces = gift.pieces.unwrap_or_default();
            total.add(gift.state, pieces);
            groups.entry(group_of(catalogue, &gift.product)).or_default().add(gift.state, pieces);
            if let Some(donation) = gift.donation {
                by_donation.entry(donation).or_default().add(gift.state, pieces);
            }
        }
        let mut lists = LISTS.map(|name| Counted::new(name, Audience::Donor));
        for (group, tally) in &groups {
            let line = lists[0].line(&group.key());
            line.special = *group == Group::Special;
            line.beside = tally.received - tally.handed_out;
        }
        for (row, _) in &self.donations {
            let tally = by_donation.get(&row.id).copied().unwrap_or_default();
            lists[2].line(&row.id.to_string()).beside = tally.received - tally.handed_out;
        }
        let mut reached: Vec<(Purpose, Group, &Reached)> = self
            .reached
            .iter()
            .map(|reached| {
                let group = group_of(catalogue, &reached.product);
                (Purpose::of(reached.occasion, group == Group::Special), group, reached)
            })
            .collect();
        reached.sort_by_key(|(purpose, ..)| *purpose);
        for (purpose, group, reached) in reached {
            let pieces = reached.pieces.unwrap_or_default();
            lists[0].add(&group.key(), reached.household, pieces);
            lists[1].line(purpose.word()).special = purpose == Purpose::Special;
            lists[1].add(purpose.word(), reached.household, pieces);
            if let Some(donation) = reached.donation {
                lists[2].add(&donation.to_string(), reached.household, pieces);
            }
        }
        let announced = self.donations.iter().filter_map(|(row, _)| row.pieces_announced).map(i64::from).sum();
        Sums { total, announced, median_days: self.median_days(zone), groups, by_donation, lists }
    }

    /// The report as a reader may see it. `shown`: what was decided over [`Sums::lists`].
    pub fn told(
        &self,
        catalogue: &Catalogue,
        sums: &Sums,
        shown: &[ShownTable],
        reader: Reader,
        about: About,
    ) -> DonorGifts {
        let nothing = ShownLine { key: String::new(), items: Shown::Zero, reach: Reach::None, all: Shown::Zero };
        let line = |list: usize, key: &str| shown.get(list).and_then(|list| list.line(key)).unwrap_or(&nothing);
        let total = shown.first().map_or(&nothing, |list| &list.total);
        let groups = sums.groups.iter().map(|(group, tally)| {
            let shown = line(0, &group.key());
            let (code, names) = group.named(catalogue);
            GroupLine { group: code, names, tally: Told::of(tally, shown, reader), reach: shown.reach }
        });
        let donations = self.donations.iter().map(|(row, code)| {
            let tally = sums.by_donation.get(&row.id).copied().unwrap_or_default();
            DonationLine {
                id: Some(row.id),
                code: *code,
                received_on: row.received_on.0,
                state: row.state,
                announced: row.pieces_announced,
                told: match reader {
                    Reader::House => Told::of(&tally, line(2, &row.id.to_string()), reader),
                    Reader::Donor => Told { received: Shown::number(tally.received).told(), ..Told::default() },
                },
                tally,
            }
        });
        let needs = sums.lists[1].lines.iter().filter_map(|counted| {
            let shown = line(1, &counted.key);
            let pieces = match reader {
                Reader::House if !shown.items.is_hidden() => Some(counted.cell().items),
                _ => shown.items.told(),
            };
            Some(NeedsLine { purpose: Purpose::of_word(&counted.key)?, pieces, reach: shown.reach })
        });
        DonorGifts {
            donor: about.donor,
            donor_code: about.donor_code,
            from: about.from,
            to: about.to,
            as_of: about.as_of,
            given_out: reader == Reader::Donor,
            total: Told::of(&sums.total, total, reader),
            announced: sums.announced,
            reach: total.reach,
            median_days: sums.median_days.filter(|_| !total.items.is_hidden()),
            groups: groups.collect(),
            donations: donations.collect(),
            needs: needs.collect(),
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

pub(in crate::reports) fn group_of(catalogue: &Catalogue, product: &ProductCode) -> Group {
    let Some(product) = catalogue.product(product.as_str()) else { return Group::Unknown };
    if product.special {
        return Group::Special;
    }
    let sort = catalogue.groups().iter().position(|group| group.code == product.group);
    sort.map_or(Group::Unknown, |sort| Group::Known(sort, product.group.clone()))
}

impl Group {
    /// The line's key in published tables.
    fn key(&self) -> String {
        match self {
            Group::Known(_, code) => code.to_string(),
            Group::Special => "special".to_owned(),
            Group::Unknown => "unknown".to_owned(),
        }
    }

    fn named(&self, catalogue: &Catalogue) -> (Option<GroupCode>, Words) {
        let both = |said: fn(&Texts) -> String| Words::new(said(Texts::of(Lang::De)), said(Texts::of(Lang::En)));
        match self {
            Group::Known(_, code) => {
                let names = catalogue.group(code.as_str()).map(|group| group.names.clone()).unwrap_or_default();
                (Some(code.clone()), names)
            }
            Group::Special => (None, both(Texts::purpose_special)),
            Group::Unknown => (None, both(Texts::group_unknown)),
        }
    }
}

impl Sums {
    /// What is decided over: for the donor without the donations, which are finer than a quarter.
    pub fn lists(&self, reader: Reader) -> &[Counted] {
        match reader {
            Reader::House => &self.lists,
            Reader::Donor => &self.lists[..2],
        }
    }
}

/// What a line is called.
pub(in crate::reports) fn group_names(catalogue: &Catalogue, group: &Group) -> Words {
    group.named(catalogue).1
}
