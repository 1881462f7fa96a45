//! The two pictures of the coordinator's home: pieces in and out by week, and the stock by group. Each has its table.

use jiff::civil::Date;
use jiff::{Span, Timestamp};

use crate::actions::{ActionError, House};
use crate::store::home::{self, Flow};
use crate::texts::{Lang, Texts};

/// Weeks in the picture.
pub(super) const WEEKS: i64 = 12;
/// Width of a week in the picture, and of each of its two bars.
const WEEK_WIDE: i64 = 10;
const BAR_WIDE: i64 = 4;
/// Groups that have a bar of their own.
const GROUPS: usize = 8;

/// From the first moment of a day to that of the day `days` later, by the site's clock.
pub(super) fn moments_of_day(house: &House, day: Date, days: i64) -> (Timestamp, Timestamp) {
    let start = |day: Date| day.to_zoned(house.zone().clone()).map_or(Timestamp::MAX, |start| start.timestamp());
    (start(day), start(day.checked_add(Span::new().days(days)).unwrap_or(Date::MAX)))
}

/// Pieces in and out of the last weeks, the present one last. Weeks begin on Monday.
pub(super) fn weeks(house: &House) -> Result<Vec<(Date, Flow)>, ActionError> {
    let today = house.today();
    let monday = today.checked_sub(Span::new().days(today.weekday().to_monday_zero_offset())).unwrap_or(today);
    let mondays = (0..WEEKS).rev().filter_map(|ago| monday.checked_sub(Span::new().weeks(ago)).ok());
    house.store().read(|db| {
        mondays
            .map(|monday| {
                let (from, to) = moments_of_day(house, monday, 7);
                Ok((monday, home::flow(db, from, to)?))
            })
            .collect()
    })
}

/// The picture of the weeks. Its view box is as high as the highest bar, so a bar's height is its number.
pub(super) struct WeekChart {
    pub high: i64,
    pub wide: i64,
    pub bars: Vec<Bar>,
    pub rows: Vec<WeekRow>,
    pub first: String,
    pub total: Flow,
}

pub(super) struct Bar {
    pub class: &'static str,
    pub x: i64,
    pub y: i64,
    pub high: i64,
}

pub(super) struct WeekRow {
    pub day: String,
    pub flow: Flow,
}

impl WeekChart {
    pub fn of(weeks: &[(Date, Flow)], t: &Texts) -> WeekChart {
        let high = weeks.iter().map(|(_, flow)| flow.taken_in.max(flow.handed_out)).max().unwrap_or_default();
        let mut bars = Vec::new();
        for (at, (_, flow)) in (0..).zip(weeks) {
            for (class, shift, pieces) in [("part-2", 0, flow.taken_in), ("part-1", BAR_WIDE, flow.handed_out)] {
                bars.push(Bar { class, x: at * WEEK_WIDE + 1 + shift, y: high - pieces, high: pieces });
            }
        }
        let total = weeks.iter().fold(Flow::default(), |sum, (_, flow)| Flow {
            taken_in: sum.taken_in + flow.taken_in,
            handed_out: sum.handed_out + flow.handed_out,
        });
        let rows: Vec<WeekRow> =
            weeks.iter().map(|(monday, flow)| WeekRow { day: t.day(*monday), flow: *flow }).collect();
        let first = rows.first().map_or_else(String::new, |row| row.day.clone());
        WeekChart { high, wide: WEEK_WIDE * rows.len() as i64, bars, rows, first, total }
    }
}

/// The picture of the stock: one bar for each of the largest groups, and the sum of the others, which is no bar.
pub(super) struct StockChart {
    pub most: i64,
    pub total: i64,
    pub bars: Vec<GroupBar>,
    /// All groups that have something.
    pub rows: Vec<GroupBar>,
}

#[derive(Clone)]
pub(super) struct GroupBar {
    /// The group's picture; empty for the others together.
    pub picture: String,
    pub name: String,
    pub pieces: i64,
}

impl StockChart {
    pub fn of(house: &House, lang: Lang) -> Result<StockChart, ActionError> {
        let (catalogue, stock) = (house.catalogue(), house.store().read(home::stock)?);
        let mut rows: Vec<GroupBar> = Vec::new();
        for group in catalogue.groups() {
            let of_group = stock.iter().filter(|(code, _)| {
                catalogue.product(code.as_str()).is_some_and(|product| product.group == group.code)
            });
            let pieces = of_group.map(|(_, pieces)| pieces).sum();
            let (picture, name) = (group.code.as_str().to_lowercase(), group.names.get(lang).to_owned());
            rows.push(GroupBar { picture, name, pieces });
        }
        rows.retain(|row| row.pieces > 0);
        rows.sort_by_key(|row| std::cmp::Reverse(row.pieces));
        let mut bars = rows.clone();
        if bars.len() > GROUPS + 1 {
            let others = bars.split_off(GROUPS).iter().map(|row| row.pieces).sum();
            let name = Texts::of(lang).home_stock_others();
            bars.push(GroupBar { picture: String::new(), name, pieces: others });
        }
        let most = rows.first().map_or(0, |row| row.pieces);
        Ok(StockChart { most, total: rows.iter().map(|row| row.pieces).sum(), bars, rows })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_bars_height_is_its_number() {
        let weeks = [
            (date(2026, 11, 9), Flow { taken_in: 12, handed_out: 5 }),
            (date(2026, 11, 16), Flow { taken_in: 0, handed_out: 20 }),
        ];
        let chart = WeekChart::of(&weeks, Texts::of(Lang::De));
        assert_eq!((chart.high, chart.wide), (20, 20));
        let sizes: Vec<(i64, i64, i64)> = chart.bars.iter().map(|bar| (bar.x, bar.y, bar.high)).collect();
        assert_eq!(sizes, [(1, 8, 12), (5, 15, 5), (11, 20, 0), (15, 0, 20)]);
        assert_eq!(chart.total, Flow { taken_in: 12, handed_out: 25 });
    }
}
