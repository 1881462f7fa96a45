//! `/h/ready`: what lies ready, until when, and where.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::me::{CollectorView, collector};
use super::{Own, html};
use crate::actions::{Holder, own_page, proxies};
use crate::domain::household::ProxyKind;
use crate::texts::own::OwnTexts;
use crate::web::{Failure, Shared, act};

#[derive(Template)]
#[template(path = "own/ready.html")]
struct ReadyPage {
    own: Own,
    t: &'static OwnTexts,
    pieces: Vec<PieceView>,
    /// Slips that are out: who brings one takes these things.
    vouchers: Vec<CollectorView>,
}

struct PieceView {
    picture: String,
    word: String,
    size: String,
    quantity: i32,
    /// Whom it is for; empty for the household together.
    name: String,
    /// Weekday and day; empty when no end is set.
    until: String,
}

/// `GET /h/ready`
pub(in crate::web) async fn show(req: HttpRequest, app: Shared, holder: Holder) -> Result<HttpResponse, Failure> {
    let own = Own::of(&req);
    let (seen, until, out) = act(&app, move |house| {
        Ok((own_page::see(house, holder)?, own_page::kept_until(house, holder)?, proxies::collectors(house, holder)?))
    })
    .await?;
    let vouchers = out.into_iter().filter(|row| row.kind == ProxyKind::Once);
    let vouchers = vouchers.map(|row| collector(&app, own.t(), row)).collect();
    let whom = |item: &crate::store::items::ItemRow| {
        let need = seen.needs.iter().find(|need| Some(need.id) == item.need_id)?;
        let (at, member) = seen.members.iter().enumerate().find(|(_, member)| Some(member.id) == need.member_id)?;
        Some(own.name(member, at + 1))
    };
    let day = |at: jiff::Timestamp| own.t().weekday_day(app.house.day_of(at));
    let pieces = seen.ready.iter().map(|item| PieceView {
        picture: own.picture(&item.product_code),
        word: own.word(&item.product_code),
        size: item.size.clone().unwrap_or_default(),
        quantity: item.quantity,
        name: whom(item).unwrap_or_default(),
        until: until.get(&item.id).map_or_else(String::new, |at| day(*at)),
    });
    html(&ReadyPage { pieces: pieces.collect(), vouchers, t: own.t(), own }, StatusCode::OK)
}
