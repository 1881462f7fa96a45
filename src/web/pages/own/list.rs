//! `/h/list`: the needs list in pictures, and the same on paper.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::{Own, figure, html};
use crate::actions::Holder;
use crate::actions::own_page::{self, Seen};
use crate::domain::needs::NeedState;
use crate::domain::{MemberId, NeedId};
use crate::store::needs::NeedRow;
use crate::texts::own::OwnTexts;
use crate::web::{Failure, Shared, act};

/// More pieces than this are a number without dots.
const MOST_DOTS: i32 = 10;

#[derive(Template)]
#[template(path = "own/list.html")]
struct ListPage {
    own: Own,
    t: &'static OwnTexts,
    people: Vec<PersonView>,
}

#[derive(Template)]
#[template(path = "own/print.html")]
struct PrintPage {
    own: Own,
    t: &'static OwnTexts,
    people: Vec<PersonView>,
    day: String,
    card: String,
}

struct PersonView {
    figure: &'static str,
    name: String,
    /// What can be collected, then what is still looked for.
    open: Vec<ThingView>,
    received: Vec<ThingView>,
}

struct ThingView {
    picture: String,
    word: String,
    size: String,
    /// `ready`, `waiting` or `got`; also the name of its sign.
    state: &'static str,
    state_word: String,
    /// One for each piece: `got`, `ready` or `open`.
    dots: Vec<&'static str>,
    got: i32,
    wanted: i32,
}

/// The people with their lines, those that can be collected first; whoever needs nothing is left out.
fn people(own: &Own, seen: &Seen) -> Vec<PersonView> {
    let mut aside: HashMap<NeedId, i32> = HashMap::new();
    for item in &seen.ready {
        if let Some(need) = item.need_id {
            *aside.entry(need).or_default() += item.quantity;
        }
    }
    let needs = as_one(&seen.needs, &mut aside);
    let of = |member: Option<MemberId>| {
        let theirs = needs.iter().filter(|need| need.member_id == member);
        let mut things: Vec<ThingView> = theirs.filter_map(|need| thing(own, need, &aside)).collect();
        things.sort_by_key(|thing| ["ready", "waiting", "got"].iter().position(|state| *state == thing.state));
        let (received, open): (Vec<_>, Vec<_>) = things.into_iter().partition(|thing| thing.state == "got");
        (open, received)
    };
    let person = |figure, name, (open, received)| PersonView { figure, name, open, received };
    let mut people: Vec<PersonView> = (1..)
        .zip(&seen.members)
        .map(|(number, member)| person(figure(member.band()), own.name(member, number), of(Some(member.id))))
        .collect();
    people.push(person("home", own.t().own_everybody(), of(None)));
    people.retain(|person| !person.open.is_empty() || !person.received.is_empty());
    people
}

/// Open lines for the same are one: what was asked for later waits from a later day, which is nothing to look at.
fn as_one(needs: &[NeedRow], aside: &mut HashMap<NeedId, i32>) -> Vec<NeedRow> {
    let mut lines: Vec<NeedRow> = Vec::new();
    for need in needs {
        let same = |line: &&mut NeedRow| {
            line.line().is_open()
                && (line.member_id, &line.product_code) == (need.member_id, &need.product_code)
                && (line.cut, &line.size) == (need.cut, &need.size)
        };
        match lines.iter_mut().find(same).filter(|_| need.line().is_open()) {
            Some(line) => {
                line.wanted += need.wanted;
                line.got += need.got;
                let ready = aside.get(&need.id).copied().unwrap_or_default();
                *aside.entry(line.id).or_default() += ready;
            }
            None => lines.push(need.clone()),
        }
    }
    lines
}

fn thing(own: &Own, need: &NeedRow, aside: &HashMap<NeedId, i32>) -> Option<ThingView> {
    if matches!(need.state, NeedState::Withdrawn | NeedState::Expired) {
        return None;
    }
    let ready = aside.get(&need.id).copied().unwrap_or_default().min((need.wanted - need.got).max(0));
    let (state, state_word) = match () {
        () if ready > 0 => ("ready", own.t().own_state_ready()),
        () if need.got >= need.wanted => ("got", own.t().own_state_got()),
        () => ("waiting", own.t().own_state_waiting()),
    };
    let dot = |piece: i32| match piece {
        piece if piece < need.got => "got",
        piece if piece < need.got + ready => "ready",
        _ => "open",
    };
    Some(ThingView {
        picture: own.picture(&need.product_code),
        word: own.word(&need.product_code),
        size: need.size.clone().unwrap_or_default(),
        state,
        state_word,
        dots: if need.wanted <= MOST_DOTS { (0..need.wanted).map(dot).collect() } else { Vec::new() },
        got: need.got.min(need.wanted),
        wanted: need.wanted,
    })
}

/// `GET /h/list`
pub(in crate::web) async fn show(req: HttpRequest, app: Shared, holder: Holder) -> Result<HttpResponse, Failure> {
    let own = Own::of(&req);
    let seen = act(&app, move |house| own_page::see(house, holder)).await?;
    html(&ListPage { t: own.t(), people: people(&own, &seen), own }, StatusCode::OK)
}

/// `GET /h/print`
pub(in crate::web) async fn print(req: HttpRequest, app: Shared, holder: Holder) -> Result<HttpResponse, Failure> {
    let own = Own::of(&req);
    let (seen, stored) =
        act(&app, move |house| Ok((own_page::see_for_paper(house, holder)?, own_page::stored(house, holder)?))).await?;
    let card = stored.card.map_or_else(String::new, |card| card.printed().to_string());
    let day = own.t().day(app.house.today());
    html(&PrintPage { t: own.t(), people: people(&own, &seen), own, day, card }, StatusCode::OK)
}
