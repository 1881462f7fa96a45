//! `GET /items`: every labelled piece, in the order and with the filters that the address says; the same as a table, and the
//! way from one piece to the next.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;

use super::asked::{Asked, Names, names};
use super::many::Bulk;
use super::told::Sees;
use crate::actions::bulk::{self, MOST_ITEMS};
use crate::actions::{ActionError, Actor};
use crate::codes::{Code, Kind};
use crate::domain::ItemId;
use crate::domain::desk::state_name;
use crate::domain::item::ItemState;
use crate::domain::lists::ItemOrder;
use crate::domain::rights::Right;
use crate::store::items::{self, Count, Counts, ItemRow};
use crate::store::paging::{Cursor, MANY};
use crate::texts::{Texts, say};
use crate::web::pages::donations::show::item_address;
use crate::web::pages::lists::{self, Frame, PORTION};
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html, redirect, redirect_with};

#[derive(Template)]
#[template(path = "items/list.html")]
struct ItemsPage {
    page: Page,
    t: &'static Texts,
    q: String,
    /// What is searched instead of what was typed.
    understood: String,
    states: Vec<Choice>,
    groups: Vec<Choice>,
    /// What else narrows the list: name of the field, value.
    narrowed: Vec<(&'static str, String)>,
    is_filtered: bool,
    may_scan: bool,
    rows: Vec<Row>,
    /// What can be done with many items at once; `None` for whoever may not.
    bulk: Option<Bulk>,
    frame: Frame,
}

struct Row {
    id: ItemId,
    version: i32,
    href: String,
    name: String,
    picture: String,
    cut: String,
    state: ItemState,
    state_label: String,
    quantity: i32,
    code: String,
    place: String,
    moved: String,
}

/// What a page of the list, or a portion of the table, is made from.
struct Found {
    rows: crate::store::paging::Page<ItemRow>,
    lots: HashMap<ItemId, Option<Code>>,
    names: Names,
    sees: Sees,
    /// All that the filter finds, for doing something with all of it; `None` for whoever may not, and for too many.
    fingerprint: Option<String>,
}

/// Counts, when they are wanted, and one page of rows.
async fn load(
    app: &Shared,
    actor: Actor,
    asked: Asked,
    lang: crate::texts::Lang,
    cursor: Cursor<ItemId>,
    size: i64,
    counted: bool,
) -> Result<(Found, Option<Counts>, Option<String>), Failure> {
    act(app, move |house| {
        actor.must(Right::SeeItems)?;
        let catalogue = house.catalogue();
        house.store().read(|db| {
            let names = names(db, &asked, &actor)?;
            let (filter, understood) = asked.filter(&actor, &catalogue, &names.places);
            let counts = counted.then(|| items::counts(db, &filter)).transpose()?;
            let many = match &counts {
                Some(counts) => counts.of(filter.state) == Count::Many,
                None => items::is_many(db, &filter, filter.state)?,
            };
            let order = asked.order(&catalogue, &names.places, lang);
            let rows = items::page(db, &filter, &order, &cursor, size, many)?;
            let few = |count: Count| matches!(count, Count::Exact { items, .. } if items <= MOST_ITEMS as i64);
            let all_at_once = counts.as_ref().is_some_and(|counts| few(counts.of(filter.state)));
            let fingerprint = match all_at_once && actor.may(Right::EditItems) {
                true => bulk::fingerprint(db, &filter)?,
                false => None,
            };
            let lots: Vec<ItemId> = rows.rows.iter().filter_map(|item| item.split_from).collect();
            let lots: HashMap<ItemId, Option<Code>> = items::labels_of(db, &lots)?.into_iter().collect();
            Ok::<_, ActionError>((
                Found { rows, lots, names, sees: Sees::of(|right| actor.may(right)), fingerprint },
                counts,
                understood,
            ))
        })
    })
    .await
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let asked = asked.into_inner();
    let (catalogue, t, size) = (app.house.catalogue(), page.t(), lists::rows_asked(&asked.rows));
    let cursor = shown::cursor::<ItemId>(&asked.after, &asked.before);
    let (found, counts, understood) = load(&app, actor, asked.clone(), t.lang(), cursor, size, true).await?;
    let counts = counts.unwrap_or(Counts { all: Count::Many, states: Vec::new() });
    let state: Option<ItemState> = asked.state.parse().ok();
    let is_silent = asked.is_silent(|right| page.may(right));
    let chip = |one: Option<ItemState>| {
        let name = one.map_or_else(|| t.choice_all(), |one| t.say(&state_name(one)));
        let label = match counts.of(one) {
            _ if is_silent && one.is_some() => name,
            Count::Exact { items, .. } => t.items_in_state(name, items),
            Count::Many => t.list_in_state_many(name, MANY),
        };
        Choice::new(one.map_or("", ItemState::word), label, state == one)
    };
    let none = Count::Exact { items: 0, pieces: 0 };
    let worth_a_chip = |one: &&ItemState| counts.of(Some(**one)) != none || state == Some(**one);
    let mut states = vec![chip(None)];
    states.extend(ItemState::ALL.iter().filter(worth_a_chip).map(|one| chip(Some(*one))));
    let summary = match counts.of(state) {
        _ if is_silent && state.is_some() => String::new(),
        Count::Exact { items, pieces } => t.items_count(items, pieces),
        Count::Many => t.list_more_than(MANY),
    };
    let ends = found.rows.rows.first().zip(found.rows.rows.last()).map(|(a, b)| (a.id.to_string(), b.id.to_string()));
    let in_address = asked.in_address();
    let said = asked.said(t, &catalogue, &found.names);
    let narrowed = said.iter().map(|(name, _)| *name).filter(|name| matches!(*name, "donation" | "donor" | "place"));
    let narrowed = narrowed.map(|name| (name, asked.value(name).to_owned())).collect();
    let chosen: ItemOrder = asked.order.parse().unwrap_or_default();
    let orders = ItemOrder::ALL
        .iter()
        .map(|one| {
            Choice::new(if *one == ItemOrder::default() { "" } else { one.word() }, order_name(t, *one), *one == chosen)
        })
        .collect();
    let is_filtered = !said.is_empty();
    let frame = in_address.frame(said, orders, size, &found.rows, ends, summary);
    // A table of one state is as long as the number that is not said.
    let frame = if is_silent && state.is_some() { frame } else { frame.with_csv("/items.csv", &in_address) };
    let rows = found.rows.rows.iter().map(|item| Row::new(t, &app, &found, item, &frame.list)).collect();
    let bulk = page.may(Right::EditItems).then(|| {
        Bulk::new(
            t,
            app.house.uuid(),
            counts.of(state),
            found.fingerprint.clone(),
            &in_address.all,
            &found.names.places,
        )
    });
    let response = html(&ItemsPage {
        bulk,
        groups: catalogue
            .groups()
            .iter()
            .map(|group| {
                Choice::new(&group.code, group.names.get(t.lang()).to_owned(), group.code.as_str() == asked.group)
            })
            .collect(),
        understood: understood.map(|meant| t.list_understood(meant, asked.q.trim())).unwrap_or_default(),
        narrowed,
        is_filtered,
        may_scan: page.may(Right::ScanIntake),
        states,
        rows,
        frame,
        q: asked.q.clone(),
        page,
        t,
    })?;
    Ok(in_address.remember(response))
}

impl Row {
    fn new(t: &Texts, app: &Shared, found: &Found, item: &ItemRow, list: &str) -> Row {
        let catalogue = app.house.catalogue();
        let place = item.location_id.and_then(|id| found.names.place(id));
        Row {
            id: item.id,
            version: item.version,
            href: format!("{}{list}", item_address(item)),
            name: shown::item_name(t, &catalogue, item),
            picture: shown::picture(&catalogue, item),
            cut: item.cut.map(|cut| t.say(&shown::cut(cut))).unwrap_or_default(),
            state: item.state,
            state_label: t.say(&state_name(item.state)),
            quantity: item.quantity,
            code: label(item, &found.lots).map(|code| code.printed()).unwrap_or_default(),
            place: place.unwrap_or_default().to_owned(),
            moved: found.sees.moved(t, item.state, app.house.day_of(item.moved_at.0)),
        }
    }
}

fn order_name(t: &Texts, order: ItemOrder) -> String {
    t.say(&match order {
        ItemOrder::Newest => say::order_newest(),
        ItemOrder::Moved => say::order_moved(),
        ItemOrder::Waiting => say::order_waiting(),
        ItemOrder::Kind => say::order_kind(),
        ItemOrder::Place => say::order_place(),
    })
}

/// `GET /items.csv`: the whole list with its filters, in its order; of one gift or donor without states for whoever may not
/// know how many of its pieces are where.
pub(in crate::web) async fn csv(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    actor.must(Right::SeeItems)?;
    let (mut asked, t) = (asked.into_inner(), page.t());
    let is_silent = asked.is_silent(|right| page.may(right));
    let head = match is_silent {
        true => vec![t.item_label(), t.item(), t.item_cut(), t.item_quantity()],
        false => vec![
            t.item_label(),
            t.item(),
            t.item_cut(),
            t.item_state(),
            t.item_quantity(),
            t.item_location(),
            t.item_moved(),
        ],
    };
    if is_silent {
        asked.state.clear();
    }
    Ok(lists::download("items.csv", head, move |after| {
        let (app, actor, asked) = (app.clone(), actor.clone(), asked.clone());
        async move {
            let cursor = after.map_or(Cursor::Start, Cursor::After);
            let (found, ..) = load(&app, actor, asked, t.lang(), cursor, PORTION, false).await?;
            let next = found.rows.rows.last().map(|item| item.id).filter(|_| found.rows.has_next);
            let cells = |item: &ItemRow| {
                let Row { name, cut, state_label, quantity, code, place, moved, .. } =
                    Row::new(t, &app, &found, item, "");
                match is_silent {
                    true => vec![code, name, cut, quantity.to_string()],
                    false => vec![code, name, cut, state_label, quantity.to_string(), place, moved],
                }
            };
            Ok((found.rows.rows.iter().map(cells).collect(), next))
        }
    }))
}

/// `GET /items/{id}/next`: on to the piece that follows in the list, or back to the list behind the last.
pub(in crate::web) async fn next(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let (asked, id) = (asked.into_inner(), id.into_inner());
    let id: ItemId = act(&app, move |house| house.store().read(|db| shown::id_in_address(db, &id, Kind::Item))).await?;
    let (found, ..) = load(&app, actor, asked.clone(), page.t().lang(), Cursor::After(id), 1, false).await?;
    let in_address = asked.in_address();
    Ok(match found.rows.rows.first() {
        Some(item) => redirect(&format!("{}{}", item_address(item), in_address.of_rows())),
        None => redirect_with(&in_address.address(), &say::list_end()),
    })
}

/// The item's own label or, for a piece of a lot, the lot's.
fn label(item: &ItemRow, lots: &HashMap<ItemId, Option<Code>>) -> Option<Code> {
    item.label.or_else(|| lots.get(&item.split_from?).copied().flatten())
}
