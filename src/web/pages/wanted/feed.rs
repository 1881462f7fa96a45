//! `GET /wanted.rss`: what changed with each publication.

use actix_web::web::Query;
use actix_web::{HttpRequest, HttpResponse};
use jiff::fmt::rfc2822;
use rss::{Channel, Guid, Item};

use super::list::{level_name, product_word};
use super::{Asked, language, open, place};
use crate::domain::catalogue::Catalogue;
use crate::domain::wanted::Level;
use crate::reports::wanted::{self as public, News};
use crate::texts::Texts;
use crate::web::{Failure, Shared, act};

/// `GET /wanted.rss`
pub(in crate::web) async fn rss(req: HttpRequest, app: Shared, asked: Query<Asked>) -> Result<HttpResponse, Failure> {
    let news = act(&app, |house| public::news(house)).await?;
    let lang = language(&req, &asked);
    let (t, catalogue) = (Texts::of(lang), app.house.catalogue());
    let page = format!("{}/wanted?lang={}", place(&req, &app), lang.tag());
    let channel = Channel {
        title: format!("{} · {}", t.wanted_title(), app.site),
        link: page.clone(),
        description: t.wanted_lead(),
        language: Some(lang.tag().to_owned()),
        pub_date: news.first().map(when),
        ttl: Some("720".to_owned()),
        items: news.iter().map(|one| item(one, &page, &catalogue, t)).collect(),
        ..Channel::default()
    };
    Ok(open("application/rss+xml; charset=utf-8", channel.to_string()))
}

fn when(news: &News) -> String {
    rfc2822::to_string(&news.at.to_zoned(jiff::tz::TimeZone::UTC)).unwrap_or_default()
}

/// One publication: “Dringend gebraucht: Socken, Mützen.”, one sentence for each level.
fn item(news: &News, page: &str, catalogue: &Catalogue, t: &Texts) -> Item {
    let names = |level: Option<Level>| -> Vec<String> {
        let changed = news.changes.iter().filter(|change| change.level == level);
        let products = changed.filter_map(|change| catalogue.product(change.product.as_str()));
        products.map(|product| product_word(product, t.lang()).0).collect()
    };
    let levels = [Some(Level::Urgent), Some(Level::Needed), Some(Level::Enough), None];
    let sentences: Vec<String> = levels
        .into_iter()
        .map(|level| (level, names(level)))
        .filter(|(_, names)| !names.is_empty())
        .map(|(level, names)| {
            let head = level.map_or_else(|| t.wanted_no_longer(), |level| t.say(&level_name(level)));
            t.wanted_news_line(head, names.join(", "))
        })
        .collect();
    Item {
        title: Some(t.wanted_news_title(news.day)),
        link: Some(page.to_owned()),
        description: Some(sentences.join("\n")),
        guid: Some(Guid { value: format!("{page}#{}", news.day), permalink: false }),
        pub_date: Some(when(news)),
        ..Item::default()
    }
}
