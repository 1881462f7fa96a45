//! The treasurer's home: what is to do and where, this year's donations, companies.

use actix_web::HttpResponse;
use askama::Template;
use jiff::civil::date;

use super::charts::{self, Days};
use super::todo::Todo;
use super::{Tile, waiting};
use crate::actions::{ActionError, Actor};
use crate::domain::donation::DonorKind;
use crate::domain::rights::Right;
use crate::store::home;
use crate::texts::Texts;
use crate::web::pages::shown::donor_kind;
use crate::web::{Failure, Page, Shared, act, html};

/// Donations of companies that are shown.
const COMPANIES: i64 = 6;

#[derive(Template)]
#[template(path = "home/treasurer.html")]
struct TreasurerHome {
    page: Page,
    t: &'static Texts,
    day: String,
    name: String,
    year: i32,
    /// What is to do.
    todo: Vec<Tile>,
    tiles: Vec<Tile>,
    kinds: Vec<KindRow>,
    companies: Vec<Company>,
    days: Days,
}

struct KindRow {
    name: String,
    donations: i64,
    receipts: i64,
}

struct Company {
    href: String,
    name: String,
    day: String,
    announced: String,
}

pub(super) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let (by_kind, addresses, companies, waits, days, today, todo) = act(&app, move |house| {
        actor.must(Right::SeeDonors)?;
        let new_year = date(house.today().year(), 1, 1);
        let days = charts::count(house)?;
        let todo = Todo::count(house, &actor)?;
        house.store().read(|db| {
            let by_kind = home::donations_by_kind(db, new_year)?;
            let addresses = home::donors_without_address(db, new_year)?;
            let (companies, waits) = (home::company_donations(db, COMPANIES)?, home::donations_waiting(db)?);
            Ok::<_, ActionError>((by_kind, addresses, companies, waits, days, house.today(), todo))
        })
    })
    .await?;
    let t = page.t();
    let count = |wanted: &dyn Fn(DonorKind, bool) -> bool| -> i64 {
        by_kind.iter().filter(|(kind, receipt, _)| wanted(*kind, *receipt)).map(|(_, _, count)| count).sum()
    };
    let kinds = DonorKind::ALL.iter().map(|kind| KindRow {
        name: t.say(&donor_kind(*kind)),
        donations: count(&|one, _| one == *kind),
        receipts: count(&|one, receipt| one == *kind && receipt && one != DonorKind::Anonymous),
    });
    // Nobody can confirm anything to somebody without a name.
    let (all, receipts) = (count(&|_, _| true), count(&|kind, receipt| receipt && kind != DonorKind::Anonymous));
    let companies = companies.into_iter().map(|donation| Company {
        href: format!("/donations/{}", donation.id),
        name: donation.company,
        day: t.day(donation.received_on.0),
        announced: donation.announced.map_or_else(String::new, |pieces| t.home_announced(pieces)),
    });
    let (of_year, wanted) =
        (format!("/donations?year={}", today.year()), format!("/donations?year={}&receipt=wanted", today.year()));
    html(&TreasurerHome {
        day: t.home_day(today),
        name: page.user().map(|user| user.name).unwrap_or_default(),
        year: today.year().into(),
        kinds: kinds.filter(|row| row.donations > 0).collect(),
        companies: companies.collect(),
        days: Days::of(t, &days, page.may(Right::SeeHouseholds)),
        todo: waiting(todo.tiles(t)),
        tiles: waiting([
            Tile::new(
                "alert",
                addresses,
                t.home_tile_addresses(addresses),
                "/donors?only=receipt_no_address",
                t.home_tile_addresses_link(),
            )
            .urgent(),
            Tile::new(
                "gift",
                waits,
                t.home_tile_donations(waits),
                "/donations?only=waiting",
                t.home_tile_donations_link(),
            ),
            Tile::new("gift", all, t.home_tile_year(all), of_year, t.home_tile_year_link()),
            Tile::new("report", receipts, t.home_tile_receipts(receipts), wanted, t.home_tile_receipts_link()),
        ]),
        page,
        t,
    })
}
