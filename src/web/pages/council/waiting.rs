//! `GET` and `POST /council`: gifts to the city that wait for a list, and the lists.

use actix_web::HttpResponse;
use actix_web::web::{Form, Query};
use askama::Template;
use serde::Deserialize;

use super::{decider_name, listed_words, state_name, value_words};
use crate::actions::council_lists::{self, NewList};
use crate::actions::{ActionError, Actor};
use crate::domain::council::{beyond, decider, is_city};
use crate::domain::rights::Right;
use crate::domain::treasury::{CouncilListState, Decider};
use crate::domain::{CouncilListId, DonationId, IssuerId};
use crate::store::council_lists::{self as store, CityRow, CouncilListRow, Renewed};
use crate::store::donations::DonationRow;
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::pages::shown::{self, Choice, Neighbours, ROWS, link};
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

/// Gifts on one page: more than a session decides on.
const GIFTS: i64 = 100;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Asked {
    issuer: String,
    /// The last gift that was seen.
    gifts: String,
    after: String,
    before: String,
}

#[derive(Template)]
#[template(path = "council/waiting.html")]
struct CouncilPage {
    page: Page,
    t: &'static Texts,
    cities: Vec<Choice>,
    city: String,
    limit: String,
    /// What waits: for the council, and for the mayor alone.
    groups: Vec<Group>,
    missing: Vec<Gift>,
    more: String,
    lists: Vec<Line>,
    neighbours: Neighbours,
    typed: Typed,
    wrong: Wrong,
}

struct Group {
    decider: Decider,
    title: String,
    gifts: Vec<Gift>,
    /// Lists that nobody has decided on.
    open: Vec<Choice>,
}

struct Gift {
    id: String,
    href: String,
    day: String,
    donor: String,
    words: String,
    value: String,
    pick: String,
    chosen: bool,
}

struct Line {
    href: String,
    title: String,
    detail: String,
    state: &'static str,
    state_label: String,
}

/// The form as it was sent.
#[derive(Clone, Default)]
struct Typed {
    issuer: String,
    decider: String,
    list: String,
    title: String,
    purpose: String,
    once: String,
    gifts: Vec<DonationId>,
}

impl Typed {
    fn of(pairs: Vec<(String, String)>) -> Typed {
        let mut typed = Typed::default();
        for (name, value) in pairs {
            match name.as_str() {
                "issuer" => typed.issuer = value,
                "decider" => typed.decider = value,
                "list" => typed.list = value,
                "title" => typed.title = value,
                "purpose" => typed.purpose = value,
                "once" => typed.once = value,
                "gift" => typed.gifts.extend(value.parse::<DonationId>()),
                _ => {}
            }
        }
        typed
    }
}

struct Found {
    cities: Vec<CityRow>,
    city: Option<CityRow>,
    gifts: crate::store::paging::Page<(DonationRow, String)>,
    /// Accepted ones that are worth more than was decided on.
    raised: Vec<(DonationRow, String, Renewed)>,
    values: std::collections::HashMap<DonationId, i64>,
    open: Vec<(Decider, Vec<CouncilListRow>)>,
    lists: crate::store::paging::Page<(CouncilListRow, String)>,
    sums: std::collections::HashMap<CouncilListId, (i64, i64)>,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    html(&drawn(page, app, actor, asked.into_inner(), Typed::default(), Wrong::default()).await?)
}

async fn drawn(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Asked,
    mut typed: Typed,
    wrong: Wrong,
) -> Result<impl Template, Failure> {
    let t = page.t();
    let wanted = if typed.issuer.is_empty() { asked.issuer.clone() } else { typed.issuer.clone() };
    let cursor = shown::cursor::<CouncilListId>(&asked.after, &asked.before);
    let after = asked.gifts.parse().ok();
    let (found, today) = act(&app, move |house| {
        actor.must(Right::RunCouncil)?;
        let found = house.store().read(|db| {
            let mut cities = store::receivers(db)?;
            cities.retain(|city| is_city(&city.form));
            let wanted: Option<IssuerId> = wanted.parse().ok();
            let city = cities.iter().find(|city| Some(city.id) == wanted).or(cities.first()).cloned();
            let none = crate::store::paging::Page { rows: Vec::new(), has_previous: false, has_next: false };
            let gifts = match &city {
                Some(city) => store::waiting(db, city.id, after, GIFTS)?,
                None => none,
            };
            // Once, before all pages of the others.
            let mut raised = match &city {
                Some(city) if after.is_none() => store::raised(db, city.id, GIFTS)?,
                _ => Vec::new(),
            };
            let ids: Vec<DonationId> = gifts.rows.iter().map(|(gift, _)| gift.id).collect();
            let mut values = store::values(db, &ids)?;
            let more: Vec<DonationId> = raised.iter().map(|(gift, ..)| gift.id).collect();
            values.extend(store::worth(db, &more)?);
            raised.retain(|(gift, _, first)| {
                let (list, decided) = (&first.list, first.line.value_cents);
                values.get(&gift.id).is_some_and(|now| beyond(list.decider, list.limit_cents, decided, *now).is_some())
            });
            let mut open = Vec::new();
            if let Some(city) = &city {
                for decider in Decider::ALL {
                    open.push((*decider, store::open(db, city.id, *decider)?));
                }
            }
            let lists = store::page(db, &cursor, ROWS)?;
            let ids: Vec<CouncilListId> = lists.rows.iter().map(|(list, _)| list.id).collect();
            let sums = store::sums(db, &ids)?;
            Ok::<_, ActionError>(Found { cities, city, gifts, raised, values, open, lists, sums })
        })?;
        Ok((found, house.today()))
    })
    .await?;
    if typed.purpose.is_empty() {
        typed.purpose = t.council_purpose_usual();
    }
    if typed.title.is_empty() && typed.once.is_empty() {
        // Two lists of one day can be told apart.
        let usual = t.council_list_title_usual(today);
        let taken = |title: &String| found.lists.rows.iter().any(|(list, _)| list.title == *title);
        let names = std::iter::once(usual.clone()).chain((2..100).map(|number| format!("{usual} ({number})")));
        typed.title = names.into_iter().find(|title| !taken(title)).unwrap_or(usual);
    }
    let limit = found.city.as_ref().and_then(|city| city.council_from_cents);
    let (mut missing, mut council, mut mayor) = (Vec::new(), Vec::new(), Vec::new());
    let raised = found.raised.iter().map(|(gift, donor, first)| (gift, donor, Some(first)));
    for (gift, donor, first) in raised.chain(found.gifts.rows.iter().map(|(gift, donor)| (gift, donor, None))) {
        let value = found.values.get(&gift.id).copied();
        let line = Gift {
            id: gift.id.to_string(),
            href: format!("/donations/{}", gift.id),
            day: t.day(gift.received_on.0),
            donor: donor.clone(),
            words: listed_words(t, gift, first),
            value: value_words(t, value),
            pick: t.council_pick(donor),
            chosen: typed.gifts.contains(&gift.id),
        };
        match decider(value, limit) {
            _ if gift.receipt_wanted && value.is_none() => missing.push(line),
            Decider::Council => council.push(line),
            Decider::Mayor => mayor.push(line),
        }
    }
    let open_of = |decider: Decider| {
        let lists = found.open.iter().filter(|(of, _)| *of == decider).flat_map(|(_, lists)| lists);
        lists.map(|list| Choice::new(list.id, list.title.clone(), list.id.to_string() == typed.list)).collect()
    };
    let groups = [(Decider::Council, t.council_for_council(), council), (Decider::Mayor, t.council_for_mayor(), mayor)];
    let groups = groups
        .into_iter()
        .filter(|(.., gifts)| !gifts.is_empty())
        .map(|(decider, title, gifts)| Group { decider, title, gifts, open: open_of(decider) })
        .collect();
    let city = found.city.as_ref().map(|city| city.id.to_string()).unwrap_or_default();
    let lists = &found.lists.rows;
    let ends = lists.first().zip(lists.last()).map(|((a, _), (b, _))| (a.id.to_string(), b.id.to_string()));
    let last = found.gifts.rows.last().filter(|_| found.gifts.has_next).map(|(gift, _)| gift.id.to_string());
    Ok(CouncilPage {
        cities: found
            .cities
            .iter()
            .map(|one| Choice::new(one.id, one.name.clone(), one.id.to_string() == city))
            .collect(),
        limit: limit.map_or_else(|| t.council_limit_none(), |limit| t.council_limit(t.euros(limit))),
        groups,
        missing,
        more: last.map_or_else(String::new, |last| link("/council", &[("issuer", &city), ("gifts", &last)])),
        neighbours: Neighbours::new(
            "/council",
            &[("issuer", &city)],
            ends,
            (found.lists.has_previous, found.lists.has_next),
        ),
        lists: lists.iter().map(|(list, issuer)| line(t, list, issuer, found.sums.get(&list.id))).collect(),
        city,
        typed,
        wrong,
        page,
        t,
    })
}

fn line(t: &Texts, list: &CouncilListRow, issuer: &str, sums: Option<&(i64, i64)>) -> Line {
    let (count, cents) = sums.copied().unwrap_or_default();
    let mut detail = vec![t.say(&decider_name(list.decider)), issuer.to_owned(), t.council_gifts_count(count)];
    if cents > 0 {
        detail.push(t.euros(cents));
    }
    detail.extend(list.held_on.map(|day| t.council_decided_on(day.0, &list.reference)));
    Line {
        href: format!("/council/{}", list.id),
        title: list.title.clone(),
        detail: t.dotted(detail),
        state: match list.state {
            CouncilListState::Open => "offered",
            CouncilListState::Decided => "accepted",
        },
        state_label: t.say(&state_name(list.state)),
    }
}

/// `POST /council`: onto a new list, or one that is open.
pub(in crate::web) async fn put(
    page: Page,
    app: Shared,
    actor: Actor,
    sent: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let typed = Typed::of(sent.into_inner());
    let (input, acting) = (typed.clone(), actor.clone().sending(&typed.once));
    let made = act(&app, move |house| put_on(house, &acting, input)).await;
    match made {
        Ok(id) => Ok(redirect_with(&format!("/council/{id}"), &say::council_made())),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&drawn(page, app, actor, Asked::default(), typed, wrong).await?)
        }
    }
}

fn put_on(
    house: &std::sync::Arc<crate::actions::House>,
    actor: &Actor,
    typed: Typed,
) -> Result<CouncilListId, ActionError> {
    if let Ok(id) = typed.list.parse::<CouncilListId>() {
        // The version is that of now: gifts are only added, whatever else is on the list.
        let list = council_lists::see(house, actor, id)?.list;
        council_lists::add(house, actor, id, list.version, &typed.purpose, typed.gifts)?;
        return Ok(id);
    }
    let no_city = || ActionError::field("issuer", say::council_error_no_city());
    let new = NewList {
        issuer: typed.issuer.parse().map_err(|_| no_city())?,
        decider: typed.decider.parse().unwrap_or(Decider::Council),
        title: typed.title,
        purpose: typed.purpose,
        gifts: typed.gifts,
    };
    council_lists::make(house, actor, new)
}
