//! What every page has: its language, who looks at it, the navigation, and a notice from the step before.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::http::header::LOCATION;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse};
use askama::Template;

use super::guard::Admitted;
use super::look::{Look, Scheme};
use super::pages::lists::{Way, way};
use super::{App, Failure, assets};
use crate::actions::Actor;
use crate::domain::rights::{Right, Role};
use crate::domain::{DeedId, UserId};
use crate::texts::{Lang, Message, Texts};

/// The cookie with the language of somebody who is not signed in.
pub(super) const LANGUAGE_COOKIE: &str = "lang";
/// The cookie that carries a notice to the next page.
const NOTICE_COOKIE: &str = "notice";

/// The frame of a page.
pub struct Page {
    lang: Lang,
    actor: Option<Actor>,
    path: String,
    site: String,
    help: Option<Message>,
    notice: Option<Notice>,
    look: Look,
    list: Option<Way>,
}

/// One sentence on top of a page: what was just done.
#[derive(Clone, Debug)]
pub struct Notice {
    /// `ok`, `warning` or `error`.
    pub tone: &'static str,
    pub text: String,
    /// The deed that its button takes back.
    pub undo: Option<DeedId>,
}

/// Who is signed in, for the page's head.
pub struct PageUser {
    pub name: String,
    pub role: String,
}

/// One entry of the navigation.
pub struct NavItem {
    pub href: &'static str,
    pub label: String,
    pub icon: &'static str,
    pub current: bool,
}

pub struct LanguageChoice {
    pub code: &'static str,
    pub name: &'static str,
    pub current: bool,
}

impl Page {
    /// The frame for a request: the person's language, else the cookie's, else the browser's; the first that pages speak.
    pub(super) fn of(req: &HttpRequest) -> Page {
        let actor = req.extensions().get::<Admitted>().map(|admitted| admitted.0.clone());
        let cookie = req.cookie(LANGUAGE_COOKIE).and_then(|cookie| Lang::from_tag(cookie.value()));
        // Who speaks a language of the desk only gets the pages as a stranger with this browser would.
        let own = [actor.as_ref().map(Actor::lang), cookie].into_iter().flatten().find(|lang| lang.is_of_pages());
        let lang = own.unwrap_or_else(|| super::guard::language_of_pages(req));
        let notice = req.cookie(NOTICE_COOKIE).and_then(|cookie| read_notice(cookie.value(), lang));
        let site = req.app_data::<Data<App>>().map_or_else(String::new, |app| app.site.clone());
        let help = req.match_pattern().and_then(|pattern| super::help::of(&pattern));
        Page { lang, actor, path: req.path().to_owned(), site, help, notice, look: Look::of(req), list: way(req) }
    }

    /// The frame of a page that is the same for everybody.
    pub(super) fn of_nobody(lang: Lang, app: &App) -> Page {
        Page {
            lang,
            actor: None,
            path: String::new(),
            site: app.site.clone(),
            help: None,
            notice: None,
            list: None,
            look: Look::default(),
        }
    }

    pub fn t(&self) -> &'static Texts {
        Texts::of(self.lang)
    }

    pub fn language(&self) -> Lang {
        self.lang
    }

    pub fn lang(&self) -> &'static str {
        self.lang.tag()
    }

    /// The language of a thing's name, such as a product's: what the town named itself is German.
    pub fn lang_of(&self, name: &str) -> &'static str {
        self.lang.of_name(name).tag()
    }

    pub fn dir(&self) -> &'static str {
        self.lang.dir()
    }

    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// The choices of brightness: value, word, and whether it is the one.
    pub fn schemes(&self) -> Vec<(&'static str, String, bool)> {
        let word = |scheme| match scheme {
            Scheme::Auto => self.t().look_auto(),
            Scheme::Light => self.t().look_light(),
            Scheme::Dark => self.t().look_dark(),
        };
        Scheme::ALL.into_iter().map(|one| (one.word(), word(one), one == self.look.scheme)).collect()
    }

    /// Light or dark, and how strong the contrasts are.
    pub fn look(&self) -> Look {
        self.look
    }

    pub fn site(&self) -> &str {
        &self.site
    }

    /// What this page is for and what one can do here.
    pub fn help(&self) -> Option<String> {
        self.help.as_ref().map(|help| self.t().say(help))
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    /// A key for a form that makes something: sent twice, it makes one thing.
    pub fn once(&self) -> String {
        uuid::Uuid::now_v7().to_string()
    }

    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// The list that the reader came from, on the page of one of its rows.
    pub fn list(&self) -> Option<&Way> {
        self.list.as_ref()
    }

    /// Shows a notice on this page, not on the next.
    pub fn with_notice(mut self, tone: &'static str, message: &Message) -> Page {
        self.notice = Some(Notice { tone, text: self.t().say(message), undo: None });
        self
    }

    /// Whoever looks at the page, when it is a person.
    pub fn user_id(&self) -> Option<UserId> {
        self.actor.as_ref().and_then(Actor::user)
    }

    /// Whether the viewer has a right; for showing a button, not for allowing what it does.
    pub fn may(&self, right: Right) -> bool {
        self.actor.as_ref().is_some_and(|actor| actor.may(right))
    }

    pub fn role(&self) -> Option<Role> {
        self.actor.as_ref().and_then(Actor::role)
    }

    /// The id of whoever is signed in, for what a browser keeps of this person; empty when nobody is.
    pub fn user_word(&self) -> String {
        self.user_id().map_or_else(String::new, |user| user.to_string())
    }

    /// The role's stable word.
    pub fn role_word(&self) -> &'static str {
        self.role().map_or("", Role::word)
    }

    pub fn user(&self) -> Option<PageUser> {
        let actor = self.actor.as_ref()?;
        let role = actor.role().map_or_else(String::new, |role| self.t().say(&role_name(role)));
        Some(PageUser { name: actor.name().to_owned(), role })
    }

    pub fn languages(&self) -> Vec<LanguageChoice> {
        Lang::PAGES
            .into_iter()
            .map(|lang| LanguageChoice { code: lang.tag(), name: lang.own_name(), current: lang == self.lang })
            .collect()
    }

    /// The rooms that the viewer may enter, in groups; a group with nothing in it is left out.
    pub fn nav(&self) -> Vec<Vec<NavItem>> {
        super::routes::NAVIGATION.iter().map(|group| self.rooms(group)).filter(|group| !group.is_empty()).collect()
    }

    fn rooms(&self, group: &[super::routes::Entry]) -> Vec<NavItem> {
        group
            .iter()
            .filter(|entry| entry.rights.is_empty() || entry.rights.iter().any(|right| self.may(*right)))
            .map(|entry| NavItem {
                href: entry.href,
                label: self.t().say(&(entry.label)()),
                icon: entry.icon,
                current: entry.href == self.path || (entry.href != "/" && self.path.starts_with(entry.href)),
            })
            .collect()
    }
}

/// The word for a role.
pub(super) fn role_name(role: Role) -> Message {
    use crate::texts::say;
    match role {
        Role::Volunteer => say::role_volunteer(),
        Role::Coordinator => say::role_coordinator(),
        Role::Mentor => say::role_mentor(),
        Role::Treasurer => say::role_treasurer(),
        Role::Admin => say::role_admin(),
    }
}

impl FromRequest for Page {
    type Error = Failure;
    type Future = std::future::Ready<Result<Page, Failure>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(Ok(Page::of(req)))
    }
}

/// The page as an answer. A notice that was shown is taken off.
pub fn html(template: &impl Template) -> Result<HttpResponse, Failure> {
    let mut response = HttpResponse::Ok().content_type("text/html; charset=utf-8").body(template.render()?);
    let mut spent = Cookie::new(NOTICE_COOKIE, "");
    spent.set_path("/");
    let _ = response.add_removal_cookie(&spent);
    Ok(response)
}

/// On to another page, after something was done: a reload repeats nothing.
pub fn redirect(to: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, to)).finish()
}

/// On to another page, which shows the notice.
pub fn redirect_with(to: &str, message: &Message) -> HttpResponse {
    redirect_saying(to, &(false, message, None))
}

/// On to another page, which shows a warning.
pub fn redirect_warning(to: &str, message: &Message) -> HttpResponse {
    redirect_saying(to, &(true, message, None))
}

/// On to another page, which says what was done and has a button that takes it back.
pub fn redirect_done(to: &str, message: &Message, deed: DeedId) -> HttpResponse {
    redirect_saying(to, &(false, message, Some(deed)))
}

/// The notice in its cookie: whether it warns, what it says, and what it can take back.
fn redirect_saying(to: &str, notice: &(bool, &Message, Option<DeedId>)) -> HttpResponse {
    let text = serde_json::to_vec(notice).unwrap_or_default();
    let cookie = Cookie::build(NOTICE_COOKIE, data_encoding::BASE64URL_NOPAD.encode(&text))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .finish();
    HttpResponse::SeeOther().insert_header((LOCATION, to)).cookie(cookie).finish()
}

fn read_notice(text: &str, lang: Lang) -> Option<Notice> {
    let bytes = data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
    let (warns, message, undo): (bool, Message, Option<DeedId>) = serde_json::from_slice(&bytes).ok()?;
    Some(Notice { tone: if warns { "warning" } else { "ok" }, text: Texts::of(lang).say(&message), undo })
}
