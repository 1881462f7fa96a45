//! `GET` and `POST /allocation`: what the rule proposes, each with its numbers; a person confirms.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Form, Query};
use askama::Template;
use jiff::SignedDuration;
use serde::Deserialize;

use super::{named, sentence, words};
use crate::actions::allocate::{self, MOST, Proposals};
use crate::actions::{Actor, hashed, see_household};
use crate::domain::catalogue::Catalogue;
use crate::domain::turn::{FIRST, Row};
use crate::domain::{ItemId, LocationId, NeedId};
use crate::store::{allocation, shelf_checks};
use crate::texts::{Texts, say};
use crate::web::pages::desk::places;
use crate::web::pages::shown::{Choice, ROWS, link};
use crate::web::{Failure, Page, Shared, act, html, redirect_done, redirect_warning};

/// Kinds of free choice that are listed.
const FREE: usize = 40;
/// For so long the page says what expired, and counts what was decided otherwise.
const LATELY: SignedDuration = SignedDuration::from_hours(24);
const MONTH: SignedDuration = SignedDuration::from_hours(30 * 24);

#[derive(Template)]
#[template(path = "allocation/list.html")]
struct AllocationPage {
    page: Page,
    t: &'static Texts,
    lot: String,
    otherwise: String,
    expired: String,
    products: Vec<Choice>,
    orders: Vec<Choice>,
    card: String,
    first_only: bool,
    is_filtered: bool,
    groups: Vec<Group>,
    count: usize,
    summary: String,
    previous: String,
    next: String,
    /// The same page with no box ticked, or with all.
    tick_link: String,
    ticked: bool,
    /// All that the filter finds, as it was when the page was drawn.
    seen: String,
    at_once: usize,
    asked: Asked,
    free: Vec<(String, String)>,
    free_more: usize,
}

struct Group {
    title: String,
    rows: Vec<View>,
}

struct View {
    pair: String,
    name: String,
    picto: String,
    card: String,
    household: String,
    sentence: String,
    code: String,
    item: String,
    place: String,
    instead: String,
    was_expired: bool,
    label: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(in crate::web) struct Asked {
    #[serde(default)]
    pub product: String,
    #[serde(default)]
    pub card: String,
    /// Not empty: only pieces that somebody has none of.
    #[serde(default)]
    pub first: String,
    /// `product`, `household` or `place`; by rank without it.
    #[serde(default)]
    pub order: String,
    /// How many rows stand before the page.
    #[serde(default)]
    pub from: usize,
    /// `none`: no box is ticked.
    #[serde(default)]
    pub tick: String,
}

impl Asked {
    fn address(&self, from: usize, tick: &str) -> String {
        let from = if from == 0 { String::new() } else { from.to_string() };
        let asked = [
            ("product", self.product.as_str()),
            ("card", &self.card),
            ("first", &self.first),
            ("order", &self.order),
            ("from", &from),
            ("tick", tick),
        ];
        link("/allocation", &asked)
    }

    /// The rows that are meant, in the order that is wanted.
    fn rows<'p>(&self, proposals: &'p Proposals, paths: &Paths) -> Vec<&'p Row> {
        let card = self.card.to_uppercase().replace([' ', '-'], "");
        let mut rows: Vec<&Row> = proposals
            .solved
            .rows
            .iter()
            .filter(|row| self.product.is_empty() || proposals.supply.items[row.item].product.as_str() == self.product)
            .filter(|row| card.is_empty() || party(proposals, row).card.as_str().starts_with(&card))
            .filter(|row| self.first.is_empty() || row.waits.score.u == FIRST)
            .collect();
        match self.order.as_str() {
            "product" => rows.sort_by_key(|row| {
                let item = &proposals.supply.items[row.item];
                (item.product.clone(), item.size.clone(), row.place)
            }),
            "household" => rows.sort_by_key(|row| party(proposals, row).card.to_string()),
            "place" => rows.sort_by_key(|row| {
                paths.get(&proposals.supply.items[row.item].location?).map(|(order, _)| order.clone())
            }),
            _ => {}
        }
        rows
    }
}

type Paths = HashMap<LocationId, (String, String)>;

fn party<'p>(proposals: &'p Proposals, row: &Row) -> &'p crate::domain::turn::Party {
    &proposals.supply.parties[proposals.supply.lines[row.waits.line].party]
}

/// One word for all pairs: when it is another, the page has changed since.
fn fingerprint(proposals: &Proposals, rows: &[&Row]) -> String {
    let pairs = rows.iter().take(MOST).map(|row| {
        let (need, item) = proposals.pair(row);
        format!("{need}:{item} ")
    });
    hashed(&pairs.collect::<String>())
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let asked = asked.into_inner();
    let looked = asked.clone();
    let (proposals, paths, expired, (otherwise, total)) = act(&app, move |house| {
        let proposals = allocate::proposal(house, &actor)?;
        let now = house.now();
        let paths = house.store().read(places::paths)?;
        let rows = looked.rows(&proposals, &paths);
        let from = if looked.from < rows.len() { looked.from } else { 0 };
        let seen = rows.iter().skip(from).take(ROWS as usize).map(|row| proposals.household(row.waits.line));
        let mut seen: Vec<_> = seen.collect();
        seen.sort_unstable();
        seen.dedup();
        see_household::note_looks(house, &actor, seen, "allocation")?;
        house.store().read(|db| {
            let expired = allocation::expired_since(db, now - LATELY)?;
            Ok((proposals, paths, expired, shelf_checks::decided_otherwise(db, now - MONTH)?))
        })
    })
    .await?;
    let (t, catalogue) = (page.t(), app.house.catalogue());
    let rows = asked.rows(&proposals, &paths);
    let expired: HashSet<ItemId> = expired.into_iter().collect();
    let passed_on = |row: &&Row| expired.contains(&proposals.supply.items[row.item].id);
    let offered = proposals.solved.rows.iter().filter(passed_on).count();
    let (count, rows_of_page) = (rows.len(), ROWS as usize);
    let from = if asked.from < count { asked.from } else { 0 };
    let until = (from + rows_of_page).min(count);
    let ticked = asked.tick != "none";
    let mut groups: Vec<Group> = Vec::new();
    for row in &rows[from..until] {
        let view = view(t, &catalogue, &proposals, &paths, row, &expired);
        let title = match asked.order.as_str() {
            "product" => words(&catalogue, &proposals.supply.items[row.item].product).get(t.lang()).to_owned(),
            "household" => view.card.clone(),
            "place" => view.place.clone(),
            _ => String::new(),
        };
        match groups.last_mut().filter(|group| group.title == title) {
            Some(group) => group.rows.push(view),
            None => groups.push(Group { title, rows: vec![view] }),
        }
    }
    let free = proposals.solved.free.iter().take(FREE).map(|free| {
        let name = named(t, &catalogue, &free.product, free.size.as_ref());
        (name, t.allocation_free_line(free.stock, free.open))
    });
    html(&AllocationPage {
        lot: t.allocation_lot(&proposals.week, &proposals.seed),
        otherwise: t.allocation_otherwise(total, otherwise),
        expired: if expired.is_empty() { String::new() } else { t.allocation_expired(expired.len(), offered) },
        products: products(t, &catalogue, &proposals, &asked),
        orders: [
            ("", t.allocation_by_rank()),
            ("product", t.allocation_by_product()),
            ("household", t.allocation_by_household()),
            ("place", t.allocation_by_place()),
        ]
        .map(|(value, label)| Choice::new(value, label, asked.order == value))
        .into(),
        card: asked.card.clone(),
        first_only: !asked.first.is_empty(),
        is_filtered: !(asked.product.is_empty() && asked.card.is_empty() && asked.first.is_empty()),
        groups,
        count,
        summary: t.allocation_range(from + 1, until, count),
        previous: if from > 0 { asked.address(from.saturating_sub(rows_of_page), &asked.tick) } else { String::new() },
        next: if until < count { asked.address(until, &asked.tick) } else { String::new() },
        tick_link: asked.address(from, if ticked { "none" } else { "" }),
        ticked,
        seen: fingerprint(&proposals, &rows),
        at_once: count.min(MOST),
        free: free.collect(),
        free_more: proposals.solved.free.len().saturating_sub(FREE),
        asked,
        t,
        page,
    })
}

fn products(t: &Texts, catalogue: &Catalogue, proposals: &Proposals, asked: &Asked) -> Vec<Choice> {
    let known: HashSet<_> = proposals.solved.rows.iter().map(|row| &proposals.supply.items[row.item].product).collect();
    let mut choices: Vec<Choice> = known
        .into_iter()
        .map(|code| {
            let label = words(catalogue, code).get(t.lang()).to_owned();
            Choice::new(code, label, asked.product == code.as_str())
        })
        .collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}

fn view(
    t: &Texts,
    catalogue: &Catalogue,
    proposals: &Proposals,
    paths: &Paths,
    row: &Row,
    expired: &HashSet<ItemId>,
) -> View {
    let item = &proposals.supply.items[row.item];
    let party = party(proposals, row);
    let (need, _) = proposals.pair(row);
    let name = named(t, catalogue, &item.product, item.size.as_ref());
    let card = party.card.printed();
    let said = sentence(t, catalogue, proposals, &row.waits);
    View {
        pair: format!("{need}:{}", item.id),
        label: t.allocation_tick(&name, &card),
        picto: catalogue.product(item.product.as_str()).map(|product| product.picture()).unwrap_or_default(),
        household: format!("/households/{}", party.id),
        sentence: t.allocation_sentence_place(said, row.place, row.of),
        code: item.label.map_or_else(String::new, |code| code.printed()),
        item: format!("/items/{}", item.id),
        place: item
            .location
            .and_then(|place| paths.get(&place))
            .map_or_else(|| t.allocation_nowhere(), |(_, path)| path.clone()),
        instead: format!("/allocation/{}", item.id),
        was_expired: expired.contains(&item.id),
        name,
        card,
    }
}

/// `POST /allocation`: one `pair` for each box, or `all` with what the page had seen.
pub(in crate::web) async fn confirm(
    app: Shared,
    actor: Actor,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let fields = form.into_inner();
    let value = |name: &str| fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str());
    let asked = Asked {
        product: value("product").to_owned(),
        card: value("card").to_owned(),
        first: value("first").to_owned(),
        order: value("order").to_owned(),
        ..Asked::default()
    };
    let back = asked.address(0, "");
    let (all, seen) = (!value("all").is_empty(), value("seen").to_owned());
    let mut pairs: Vec<(NeedId, ItemId)> = fields
        .iter()
        .filter(|(name, _)| name == "pair")
        .filter_map(|(_, value)| {
            let (need, item) = value.split_once(':')?;
            Some((need.parse().ok()?, item.parse().ok()?))
        })
        .collect();
    let acting = actor.sending(value("once"));
    let done = act(&app, move |house| {
        if all {
            let proposals: Arc<Proposals> = allocate::proposal(house, &acting)?;
            let paths = house.store().read(places::paths)?;
            let rows = asked.rows(&proposals, &paths);
            if fingerprint(&proposals, &rows) != seen {
                return Err(crate::actions::ActionError::Refused(say::error_allocation_changed()));
            }
            pairs = rows.iter().take(MOST).map(|row| proposals.pair(row)).collect();
        }
        allocate::confirm(house, &acting, pairs)
    })
    .await;
    match done {
        Ok(done) => {
            let message = match done.gone {
                0 => say::allocation_done(done.laid_aside),
                gone => say::allocation_done_partly(done.laid_aside, gone),
            };
            Ok(match done.deed {
                Some(deed) => redirect_done(&back, &message, deed),
                None => redirect_warning(&back, &message),
            })
        }
        Err(Failure::Action(crate::actions::ActionError::Refused(message))) => Ok(redirect_warning(&back, &message)),
        Err(other) => Err(other),
    }
}
