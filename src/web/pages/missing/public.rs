//! `GET /missing/public`: where the coordinator keeps the public list: a preview of exactly what everybody sees, marks for what
//! is always welcome or not wanted for now, the words of the page, and what to copy into another site.

use std::collections::BTreeMap;

use actix_web::web::Form;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use crate::actions::wanted::{self, LONGEST, Mark, WantedWords};
use crate::actions::{ActionError, Actor};
use crate::domain::catalogue::Catalogue;
use crate::domain::rights::Right;
use crate::domain::sizes::Sizes;
use crate::reports::wanted as public;
use crate::texts::{Lang, Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::pages::wanted::{List, place};
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Template)]
#[template(path = "missing/public.html")]
struct PublicPage {
    page: Page,
    t: &'static Texts,
    list: List,
    address: String,
    snippet: String,
    /// Code, name, picture, and the sizes or nothing.
    welcome: Vec<Marked>,
    not_now: Vec<Marked>,
    products: Vec<String>,
    version: i32,
    longest: usize,
    languages: Vec<WordsIn>,
    typed: MarkForm,
    wrong: Wrong,
}

struct Marked {
    code: String,
    name: String,
    picto: String,
    sizes: String,
}

/// The words in one language.
struct WordsIn {
    code: &'static str,
    name: &'static str,
    dir: &'static str,
    bring: String,
    refuse: String,
}

#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct MarkForm {
    product: String,
    sizes: String,
    /// `welcome`, `not_now`; anything else takes the mark off.
    mark: String,
}

/// `GET /missing/public`
pub(in crate::web) async fn show(
    req: HttpRequest,
    page: Page,
    app: Shared,
    actor: Actor,
) -> Result<HttpResponse, Failure> {
    html(&shown(&req, page, &app, actor, MarkForm::default(), None, Wrong::default()).await?)
}

async fn shown(
    req: &HttpRequest,
    page: Page,
    app: &Shared,
    actor: Actor,
    typed: MarkForm,
    words: Option<WantedWords>,
    wrong: Wrong,
) -> Result<PublicPage, Failure> {
    let (found, marks) = act(app, move |house| {
        actor.must(Right::SeeMissing)?;
        public::public(house)
    })
    .await?;
    let (t, catalogue) = (page.t(), app.house.catalogue());
    let words = words.unwrap_or_else(|| found.words.clone());
    let marked = |code: &str, sizes: &str| {
        let product = catalogue.product(code)?;
        Some(Marked {
            code: code.to_owned(),
            name: product.names.get(t.lang()).to_owned(),
            picto: product.picture(),
            sizes: sizes.to_owned(),
        })
    };
    let address = place(req, app);
    let said = |texts: &BTreeMap<String, String>, lang: Lang| texts.get(lang.tag()).cloned().unwrap_or_default();
    Ok(PublicPage {
        list: List::of(&found, &catalogue, t, app),
        snippet: format!(
            "<iframe src=\"{address}/wanted/embed?lang={}\" title=\"{}\" width=\"100%\" height=\"640\" loading=\"lazy\"></iframe>",
            t.lang().tag(),
            t.wanted_title()
        ),
        address,
        welcome: marks.welcome.iter().filter_map(|(code, sizes)| marked(code.as_str(), sizes)).collect(),
        not_now: marks.not_now.iter().filter_map(|code| marked(code.as_str(), "")).collect(),
        products: names(&catalogue, t.lang()),
        version: words.version,
        longest: LONGEST,
        languages: Lang::PAGES
            .into_iter()
            .map(|lang| WordsIn {
                code: lang.tag(),
                name: lang.own_name(),
                dir: lang.dir(),
                bring: said(&words.bring, lang),
                refuse: said(&words.refuse, lang),
            })
            .collect(),
        typed,
        wrong,
        t,
        page,
    })
}

/// The names of all products, for a field that completes them.
pub(in crate::web::pages) fn names(catalogue: &Catalogue, lang: Lang) -> Vec<String> {
    catalogue.products().iter().map(|product| product.names.get(lang).to_owned()).collect()
}

/// The code of the product that was typed: its code, its name, or what a search finds first. With the size that was typed
/// along with it.
pub(in crate::web::pages) fn product_typed(catalogue: &Catalogue, text: &str) -> Option<(String, String)> {
    let typed = text.trim();
    let named =
        |words: &crate::texts::Words| words.de.eq_ignore_ascii_case(typed) || words.en.eq_ignore_ascii_case(typed);
    let exact = catalogue.product(typed).or_else(|| catalogue.products().iter().find(|one| named(&one.names)));
    if let Some(product) = exact {
        return Some((product.code.to_string(), String::new()));
    }
    let hit = catalogue.find_any(typed, Sizes::shipped()).into_iter().next().filter(|_| !typed.is_empty())?;
    Some((hit.product.code.to_string(), hit.size.map(|size| size.to_string()).unwrap_or_default()))
}

/// `POST /missing/public/mark`
pub(in crate::web) async fn mark(
    req: HttpRequest,
    page: Page,
    app: Shared,
    actor: Actor,
    sent: Form<MarkForm>,
) -> Result<HttpResponse, Failure> {
    let typed = sent.into_inner();
    let (input, marking) = (typed.clone(), actor.clone());
    let done = act(&app, move |house| {
        let found = product_typed(&house.catalogue(), &input.product);
        let (code, _) = found.ok_or_else(|| ActionError::field("product", say::error_no_such_product()))?;
        let mark = match input.mark.as_str() {
            "welcome" => Mark::Welcome(input.sizes),
            "not_now" => Mark::NotNow,
            _ => Mark::None,
        };
        wanted::mark(house, &marking, &code, mark)
    })
    .await;
    match done {
        Ok(()) => Ok(redirect_with("/missing/public", &say::wanted_marked())),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&shown(&req, page, &app, actor, typed, None, wrong).await?)
        }
    }
}

/// `POST /missing/public/words`
pub(in crate::web) async fn words(
    req: HttpRequest,
    page: Page,
    app: Shared,
    actor: Actor,
    sent: Form<BTreeMap<String, String>>,
) -> Result<HttpResponse, Failure> {
    let sent = sent.into_inner();
    let of = |field: &str| -> BTreeMap<String, String> {
        let text = |lang: Lang| sent.get(&format!("{field}-{}", lang.tag())).cloned().unwrap_or_default();
        Lang::PAGES.into_iter().map(|lang| (lang.tag().to_owned(), text(lang))).collect()
    };
    let version = sent.get("version").and_then(|text| text.parse().ok()).unwrap_or_default();
    let new = WantedWords { version, bring: of("bring"), refuse: of("refuse") };
    let (input, writing) = (new.clone(), actor.clone());
    match act(&app, move |house| wanted::set_words(house, &writing, input)).await {
        Ok(()) => Ok(redirect_with("/missing/public", &say::wanted_words_saved())),
        Err(Failure::Action(error @ (ActionError::Field { .. } | ActionError::Changed))) => {
            let t = page.t();
            let wrong = match &error {
                // What was typed stays, beside the version that holds now: sent again it is meant.
                ActionError::Changed => Wrong::of(Failure::Action(ActionError::field("words", error.message())), t)?,
                _ => Wrong::of(Failure::Action(error), t)?,
            };
            let fresh = act(&app, |house| house.store().read(wanted::words)).await?;
            let kept = WantedWords { version: fresh.version, ..new };
            again(&shown(&req, page, &app, actor, MarkForm::default(), Some(kept), wrong).await?)
        }
        Err(other) => Err(other),
    }
}
