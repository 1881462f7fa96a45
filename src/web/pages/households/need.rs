//! Adding a line to a needs list: search a product, then say for whom and how many. And withdrawing one.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path, Query};
use askama::Template;
use serde::Deserialize;

use super::show::{NeedView, need_views};
use super::{Choice, Wrong, address, again, words};
use crate::actions::needs::{self, MOST_WANTED, NewNeed};
use crate::actions::see_household::{self, Seen};
use crate::actions::{ActionError, Actor};
use crate::domain::catalogue::{Catalogue, Cut, Product, ProductCode, Season};
use crate::domain::household::usual_cut;
use crate::domain::needs::{Occasion, Urgency};
use crate::domain::sizes::Sizes;
use crate::domain::templates::{AgeBand, Member, Templates};
use crate::domain::{HouseholdId, NeedId};
use crate::texts::{Texts, say};
use crate::web::guard::percent;
use crate::web::pages::forms::meanwhile;
use crate::web::{Failure, Page, Shared, act, html, redirect_done};

/// As many products as a search shows.
const FOUND: usize = 12;

#[derive(Template)]
#[template(path = "households/need.html")]
struct NeedPage {
    page: Page,
    t: &'static Texts,
    back: String,
    card: String,
    q: String,
    found: Vec<Found>,
    chosen: Option<Chosen>,
    lines: Vec<NeedView>,
    wrong: Wrong,
}

struct Found {
    href: String,
    name: String,
    group: String,
    picto: String,
}

/// The form for the product that was chosen.
struct Chosen {
    product: String,
    name: String,
    picto: String,
    members: Vec<Choice>,
    cuts: Vec<Choice>,
    sizes: Vec<String>,
    size: String,
    is_sized: bool,
    wanted: String,
    most: i32,
    urgencies: Vec<Choice>,
    occasions: Vec<Choice>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Search {
    q: String,
    product: String,
    size: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Fields {
    product: String,
    member: String,
    cut: String,
    size: String,
    wanted: String,
    urgency: String,
    occasion: String,
    /// The key of the form: sent twice, it makes one thing.
    once: String,
}

/// `GET /households/{id}/needs/new`
pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    search: Query<Search>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let seen = act(&app, move |house| see_household::open(house, &actor, id, "needs")).await?;
    let Search { q, product, size } = search.into_inner();
    // Most lines are for somebody; with one person there is nothing to choose.
    let member = match &seen.members[..] {
        [only] => only.id.to_string(),
        _ => String::new(),
    };
    let fields = Fields { product, member, size, wanted: "1".to_owned(), ..Fields::default() };
    html(&form(page, &app, &seen, q.chars().take(60).collect(), &fields, Wrong::default()))
}

/// `POST /households/{id}/needs`
pub(in crate::web) async fn add(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<Fields>,
) -> Result<HttpResponse, Failure> {
    let (id, fields) = (id.into_inner(), sent.into_inner());
    let (adder, need) = (actor.clone().sending(&fields.once), fields.need());
    let wrong = match act(&app, move |house| needs::add(house, &adder, id, need?)).await {
        Ok((_, deed)) => {
            return Ok(redirect_done(&format!("{}/needs/new", address(id)), &say::household_need_added(), deed));
        }
        Err(failure) => Wrong::of(failure, page.t())?,
    };
    let seen = act(&app, move |house| see_household::open(house, &actor, id, "needs")).await?;
    again(&form(page, &app, &seen, String::new(), &fields, wrong))
}

#[derive(Deserialize)]
pub(in crate::web) struct Version {
    version: i32,
}

/// `POST /households/{id}/needs/{need}/withdraw`
pub(in crate::web) async fn withdraw(
    app: Shared,
    actor: Actor,
    path: Path<(HouseholdId, NeedId)>,
    sent: Form<Version>,
) -> Result<HttpResponse, Failure> {
    let ((_, need), version) = (path.into_inner(), sent.version);
    match act(&app, move |house| needs::withdraw(house, &actor, need, version)).await {
        Ok((id, deed)) => Ok(redirect_done(&format!("{}#needs", address(id)), &say::household_need_withdrawn(), deed)),
        Err(failure) => Err(meanwhile(&app, failure, need.to_string()).await),
    }
}

impl Fields {
    /// What was sent, as the action takes it. A word that no form offers is as good as none.
    fn need(&self) -> Result<NewNeed, ActionError> {
        let product = self.product.parse();
        let cut = self.cut.trim();
        if !cut.is_empty() && cut.parse::<Cut>().is_err() {
            return Err(ActionError::field("cut", say::error_cut_word()));
        }
        Ok(NewNeed {
            product: product.map_err(|_| ActionError::field("product", say::error_no_such_product()))?,
            member: self.member.parse().ok(),
            cut: self.cut.parse().ok(),
            size: Some(self.size.clone()),
            wanted: self.wanted.trim().parse().unwrap_or_default(),
            urgency: self.urgency.parse().unwrap_or(Urgency::Some),
            occasion: self.occasion.parse().unwrap_or(Occasion::Basic),
        })
    }
}

fn form(page: Page, app: &Shared, seen: &Seen, q: String, fields: &Fields, wrong: Wrong) -> NeedPage {
    let t = page.t();
    let catalogue = app.house.catalogue();
    let product = catalogue.product(&fields.product);
    let back = address(seen.row.id);
    let found = match product {
        Some(_) => Vec::new(),
        None if q.trim().is_empty() => usual(&catalogue, seen, &back, t, app.house.today()),
        None => find(&catalogue, &q, &back, t),
    };
    NeedPage {
        card: seen.card.map_or_else(|| t.household_no_card(), |card| card.printed()),
        found,
        chosen: product.map(|product| chosen(t, seen, product, fields)),
        lines: need_views(t, seen, &catalogue, app.house.today()).into_iter().filter(|line| line.is_open).collect(),
        q,
        back,
        wrong,
        t,
        page,
    }
}

/// What people like these need in this season and what is not on the list yet: pictures to begin with.
fn usual(catalogue: &Catalogue, seen: &Seen, back: &str, t: &Texts, today: jiff::civil::Date) -> Vec<Found> {
    let season = Season::of_month(today.month());
    let mut codes: Vec<ProductCode> = Vec::new();
    for member in &seen.members {
        let band = member.band().unwrap_or(AgeBand::Adult);
        let cut = member.cut.unwrap_or_else(|| usual_cut(band));
        let lines = Templates::shipped().for_member(&Member { band, cut, age_months: None }, season);
        codes.extend(
            lines.into_iter().filter(|line| line.essential).filter_map(|line| line.products.into_iter().next()),
        );
    }
    let listed = |code: &ProductCode| seen.needs.iter().any(|need| need.line().is_open() && need.product_code == *code);
    let mut known: Vec<&ProductCode> = Vec::new();
    for code in codes.iter().filter(|code| !listed(code)) {
        if !known.contains(&code) {
            known.push(code);
        }
    }
    let products = known.into_iter().filter_map(|code| catalogue.product(code.as_str())).take(FOUND);
    products
        .map(|product| Found {
            href: format!("{back}/needs/new?product={}", product.code),
            name: product.names.get(t.lang()).to_owned(),
            group: catalogue.group_words(product).get(t.lang()).to_owned(),
            picto: product.picture(),
        })
        .collect()
}

fn find(catalogue: &Catalogue, q: &str, back: &str, t: &Texts) -> Vec<Found> {
    let found = catalogue.find(q, Sizes::shipped()).into_iter().take(FOUND).map(|hit| {
        let size = hit.size.as_ref().map_or_else(String::new, ToString::to_string);
        let name = hit.product.names.get(t.lang());
        Found {
            href: format!("{back}/needs/new?product={}&size={}", hit.product.code, percent(&size)),
            name: if size.is_empty() { name.to_owned() } else { t.item_with_size(name, &size) },
            group: catalogue.group_words(hit.product).get(t.lang()).to_owned(),
            picto: hit.product.picture(),
        }
    });
    if q.trim().is_empty() { Vec::new() } else { found.collect() }
}

fn chosen(t: &Texts, seen: &Seen, product: &Product, fields: &Fields) -> Chosen {
    let all = Choice { value: String::new(), label: t.need_for_all(), chosen: fields.member.is_empty() };
    let members = seen.members.iter().enumerate().map(|(at, member)| Choice {
        value: member.id.to_string(),
        label: words::called(t, member, at + 1),
        chosen: member.id.to_string() == fields.member,
    });
    let any = Choice { value: String::new(), label: t.member_cut_unknown(), chosen: fields.cut.is_empty() };
    let cuts = product.cuts.iter().map(|cut| Choice {
        value: cut.to_string(),
        label: t.say(&words::cut(*cut)),
        chosen: cut.word() == fields.cut,
    });
    let urgency = fields.urgency.parse().unwrap_or(Urgency::Some);
    let occasion = fields.occasion.parse().unwrap_or(Occasion::Basic);
    Chosen {
        product: product.code.to_string(),
        name: product.names.get(t.lang()).to_owned(),
        picto: product.picture(),
        members: std::iter::once(all).chain(members).collect(),
        cuts: if product.cuts.len() > 1 { std::iter::once(any).chain(cuts).collect() } else { Vec::new() },
        sizes: Sizes::shipped().choices(product, None).iter().map(ToString::to_string).collect(),
        size: fields.size.clone(),
        is_sized: product.is_sized(),
        wanted: fields.wanted.clone(),
        most: MOST_WANTED,
        urgencies: Urgency::ALL
            .iter()
            .map(|known| Choice {
                value: known.to_string(),
                label: t.say(&words::urgency(*known)),
                chosen: *known == urgency,
            })
            .collect(),
        occasions: Occasion::ALL
            .iter()
            .map(|known| Choice {
                value: known.to_string(),
                label: t.say(&words::occasion(*known)),
                chosen: *known == occasion,
            })
            .collect(),
    }
}
