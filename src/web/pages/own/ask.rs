//! `/h/ask`: choosing what is needed. A touch on the picture puts a thing on the list or takes it off; plus and minus count.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use super::said::Said;
use super::{Own, figure, go_saying, html};
use crate::actions::own_needs::{self, Choice};
use crate::actions::{ActionError, Holder, own_page};
use crate::domain::MemberId;
use crate::domain::catalogue::ProductCode;
use crate::domain::household::SizeFor;
use crate::store::members::MemberRow;
use crate::texts::own::OwnTexts;
use crate::web::{Failure, Shared, act};

#[derive(Template)]
#[template(path = "own/ask_who.html")]
struct WhoPage {
    own: Own,
    t: &'static OwnTexts,
    people: Vec<WhoView>,
}

/// Somebody to choose for.
struct WhoView {
    number: usize,
    figure: &'static str,
    name: String,
    /// What clothes it wears; empty when nobody measured it.
    size: String,
}

#[derive(Template)]
#[template(path = "own/ask.html")]
struct AskPage {
    own: Own,
    t: &'static OwnTexts,
    who: WhoView,
    /// Whether there are others to choose for.
    others: bool,
    member: String,
    choices: Vec<ChoiceView>,
}

struct ChoiceView {
    product: String,
    picture: String,
    word: String,
    size: String,
    /// Pieces that the household asked for itself.
    count: i32,
    /// Pieces that others put on the list.
    others: i32,
    most: i32,
    /// What a touch on the picture asks for.
    touched: i32,
}

/// Members with a number from 1 on, then, as number 0, the household together.
fn groups(own: &Own, members: &[MemberRow], choices: &[Choice]) -> Vec<(Option<MemberId>, WhoView)> {
    let mut groups: Vec<_> = (1..)
        .zip(members)
        .map(|(number, member)| {
            let size = member.sizes().remove(SizeFor::Clothes.word()).unwrap_or_default();
            (Some(member.id), WhoView { number, figure: figure(member.band()), name: own.name(member, number), size })
        })
        .collect();
    groups.push((None, WhoView { number: 0, figure: "home", name: own.t().own_everybody(), size: String::new() }));
    groups.retain(|(id, _)| choices.iter().any(|choice| choice.member == *id));
    groups
}

async fn load(app: &Shared, holder: Holder) -> Result<(Vec<MemberRow>, Vec<Choice>), Failure> {
    act(app, move |house| {
        let choices = own_needs::chooseable(house, holder.household())?;
        Ok((own_page::see(house, holder)?.members, choices))
    })
    .await
}

/// `GET /h/ask`: for whom; with only one answer, that one's page.
pub(in crate::web) async fn who(req: HttpRequest, app: Shared, holder: Holder) -> Result<HttpResponse, Failure> {
    let own = Own::of(&req);
    let (members, choices) = load(&app, holder).await?;
    let mut groups = groups(&own, &members, &choices);
    if let [_] = groups[..] {
        return one(own, groups.remove(0), false, &choices);
    }
    let people = groups.into_iter().map(|(_, who)| who).collect();
    html(&WhoPage { t: own.t(), own, people }, StatusCode::OK)
}

/// `GET /h/ask/{person}`
pub(in crate::web) async fn show(
    req: HttpRequest,
    app: Shared,
    holder: Holder,
    person: Path<usize>,
) -> Result<HttpResponse, Failure> {
    let own = Own::of(&req);
    let (members, choices) = load(&app, holder).await?;
    let groups = groups(&own, &members, &choices);
    let others = groups.len() > 1;
    let group = groups.into_iter().find(|(_, who)| who.number == *person).ok_or(Failure::NotFound)?;
    one(own, group, others, &choices)
}

fn one(
    own: Own,
    (member, who): (Option<MemberId>, WhoView),
    others: bool,
    choices: &[Choice],
) -> Result<HttpResponse, Failure> {
    // What is neither to be asked for, nor on the list, nor there, would only be in the way.
    let counts = |choice: &&Choice| choice.quantity_open > 0 || choice.on_list > 0 || choice.got > 0;
    let theirs = choices.iter().filter(|choice| choice.member == member).filter(counts);
    let choices = theirs.map(|choice| view(&own, choice)).collect();
    let member = member.map_or_else(String::new, |member| member.to_string());
    html(&AskPage { t: own.t(), own, who, others, member, choices }, StatusCode::OK)
}

fn view(own: &Own, choice: &Choice) -> ChoiceView {
    ChoiceView {
        product: choice.product.to_string(),
        picture: own.picture(&choice.product),
        word: own.word(&choice.product),
        size: choice.size.clone().unwrap_or_default(),
        count: choice.own,
        others: (choice.on_list - choice.own).max(0),
        most: choice.quantity_open.max(choice.own),
        touched: if choice.own > 0 { 0 } else { choice.quantity_open },
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct Asked {
    person: usize,
    #[serde(default)]
    member: String,
    product: ProductCode,
    quantity: i32,
}

/// `POST /h/ask`: so many pieces of it, in all; 0 takes it off.
pub(in crate::web) async fn ask(app: Shared, holder: Holder, asked: Form<Asked>) -> Result<HttpResponse, Failure> {
    let Asked { person, member, product, quantity } = asked.into_inner();
    let member: Option<MemberId> = match member.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Failure::NotFound)?),
    };
    let back = format!("/h/ask/{person}#p-{product}");
    let wanted = product.clone();
    let done = act(&app, move |house| {
        let choices = own_needs::chooseable(house, holder.household())?;
        let before = choices.iter().find(|choice| choice.member == member && choice.product == wanted);
        let before = before.map_or(0, |choice| choice.own);
        let done = match quantity {
            count if count == before => Ok(()),
            ..=0 => own_needs::unask(house, holder, member, &wanted),
            _ => own_needs::ask(house, holder, member, &wanted, quantity).map(|_| ()),
        };
        Ok(done.map(|()| before))
    })
    .await?;
    let count = quantity.max(0);
    Ok(match done {
        Ok(before) => go_saying(&back, &Said::Asked { person, member, product, count, before }),
        Err(ActionError::Field { field: "quantity" | "list", .. } | ActionError::Refused(_)) => {
            go_saying(&back, &Said::Full)
        }
        Err(ActionError::Changed | ActionError::NotFound | ActionError::Field { .. }) => {
            go_saying(&back, &Said::Failed)
        }
        Err(error) => return Err(error.into()),
    })
}
