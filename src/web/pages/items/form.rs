//! `GET` and `POST` of `/items/{id}/edit`: correcting what an item is.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use crate::actions::edit_item::{self, Correction};
use crate::actions::{ActionError, Actor};
use crate::codes::Kind;
use crate::domain::ItemId;
use crate::domain::catalogue::Cut;
use crate::domain::item::Condition;
use crate::domain::rights::Right;
use crate::store::{Db, items};
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html, redirect_done};

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Typed {
    product: String,
    cut: String,
    size: String,
    condition: String,
    version: i32,
}

#[derive(Template)]
#[template(path = "items/form.html")]
struct FormPage {
    page: Page,
    t: &'static Texts,
    id: ItemId,
    typed: Typed,
    groups: Vec<(String, Vec<Choice>)>,
    cuts: Vec<Choice>,
    conditions: Vec<Choice>,
    wrong: Wrong,
}

impl FormPage {
    fn new(page: Page, app: &Shared, id: ItemId, typed: Typed, wrong: Wrong) -> FormPage {
        let (t, catalogue) = (page.t(), app.house.catalogue());
        let product = |product: &crate::domain::catalogue::Product| {
            Choice::new(&product.code, product.names.get(t.lang()).to_owned(), product.code.as_str() == typed.product)
        };
        let groups = catalogue.groups().iter().map(|group| {
            let products = catalogue.products_of(&group.code).map(product).collect();
            (group.names.get(t.lang()).to_owned(), products)
        });
        let mut cuts = vec![Choice::new("", t.item_cut_none(), typed.cut.is_empty())];
        cuts.extend(Cut::ALL.iter().map(|cut| Choice::new(cut, t.say(&shown::cut(*cut)), cut.word() == typed.cut)));
        let condition =
            |one: &Condition| Choice::new(one, t.say(&shown::condition(*one)), one.word() == typed.condition);
        let groups = groups.collect();
        let conditions = Condition::ALL.iter().map(condition).collect();
        FormPage { page, t, id, groups, cuts, conditions, typed, wrong }
    }

    fn error(&self, field: &str) -> &str {
        self.wrong.at(field)
    }
}

pub(in crate::web) async fn filled(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
) -> Result<HttpResponse, Failure> {
    let item = act(&app, move |house| {
        actor.must(Right::EditItems)?;
        house.store().read(|db| {
            let id = shown::id_in_address(db, &id, Kind::Item)?;
            items::find(db, id)?.ok_or(ActionError::NotFound)
        })
    })
    .await?;
    let typed = Typed {
        product: item.product_code.to_string(),
        cut: item.cut.map(|cut| cut.to_string()).unwrap_or_default(),
        size: item.size.unwrap_or_default(),
        condition: item.item_condition.to_string(),
        version: item.version,
    };
    html(&FormPage::new(page, &app, item.id, typed, Wrong::default()))
}

pub(in crate::web) async fn change(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<ItemId>,
    form: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), form.into_inner());
    let input = typed.clone();
    let done = act(&app, move |house| edit_item::correct(house, &actor, id, input.version, read(&input)?)).await;
    match done {
        Ok(deed) => Ok(redirect_done(&format!("/items/{id}"), &say::item_changed(), deed)),
        Err(failure) => {
            let (t, mine, catalogue) = (page.t(), typed.clone(), app.house.catalogue());
            let now = move |db: &mut Db| {
                let row = items::find(db, id)?.ok_or(ActionError::NotFound)?;
                let name = |code: &str| {
                    catalogue.product(code).map(|product| product.names.get(t.lang()).to_owned()).unwrap_or_default()
                };
                let cut = |word: &str| word.parse().map(|cut| t.say(&shown::cut(cut))).unwrap_or_default();
                let condition = |word: &str| word.parse().map(|one| t.say(&shown::condition(one))).unwrap_or_default();
                let row_cut = row.cut.map(|cut| cut.to_string()).unwrap_or_default();
                let fields = vec![
                    (t.item_product(), name(row.product_code.as_str()), name(&mine.product)),
                    (t.item_size(), row.size.unwrap_or_default(), mine.size),
                    (t.item_cut(), cut(&row_cut), cut(&mine.cut)),
                    (t.item_condition(), condition(row.item_condition.word()), condition(&mine.condition)),
                ];
                Ok((row.version, fields))
            };
            let (wrong, version) = Wrong::of_change(failure, &app, t, id.to_string(), now).await?;
            let typed = Typed { version: version.unwrap_or(typed.version), ..typed };
            again(&FormPage::new(page, &app, id, typed, wrong))
        }
    }
}

fn read(typed: &Typed) -> Result<Correction, ActionError> {
    let unknown = || ActionError::field("product", say::verdict_product_unknown(&typed.product));
    Ok(Correction {
        product: typed.product.parse().map_err(|_| unknown())?,
        cut: typed.cut.parse().ok(),
        size: typed.size.clone(),
        condition: typed.condition.parse().unwrap_or(Condition::Good),
    })
}
