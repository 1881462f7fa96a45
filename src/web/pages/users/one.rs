//! `GET` and `POST /settings/users/{id}`: one person, the badge, and a new password.

use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use super::{RoleChoice, languages, roles};
use crate::actions::manage_users::{self, UserChange};
use crate::actions::{ActionError, Actor};
use crate::codes::Code;
use crate::domain::UserId;
use crate::domain::rights::Right;
use crate::store::users::UserRow;
use crate::store::{Db, labels, users};
use crate::texts::{Lang, Texts, say};
use crate::web::page::role_name;
use crate::web::pages::forms::{Wrong, again};
use crate::web::{Failure, Page, Shared, act, html, redirect_done, redirect_with};

/// What was typed into the first form.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Typed {
    display_name: String,
    role: String,
    lang: String,
    /// A box that is not ticked is not sent.
    active: Option<String>,
    version: i32,
}

#[derive(Deserialize)]
pub(in crate::web) struct NewPassword {
    password: String,
}

#[derive(Template)]
#[template(path = "users/one.html")]
struct UserPage {
    page: Page,
    t: &'static Texts,
    user: UserRow,
    since: String,
    badge: Option<Code>,
    typed: Typed,
    roles: Vec<RoleChoice>,
    languages: Vec<(&'static str, &'static str, bool)>,
    wrong: Wrong,
}

async fn page_of(
    page: Page,
    app: &Shared,
    id: UserId,
    typed: Option<Typed>,
    wrong: Wrong,
) -> Result<UserPage, Failure> {
    let (user, badge) = act(app, move |house| {
        house.store().read(|db| {
            let user = users::find(db, id)?.ok_or(ActionError::NotFound)?;
            Ok::<_, ActionError>((user, labels::bound_to(db, &id.to_string())?))
        })
    })
    .await?;
    let typed = typed.unwrap_or_else(|| Typed {
        display_name: user.display_name.clone(),
        role: user.role.to_string(),
        lang: user.lang.to_string(),
        active: user.active.then(String::new),
        version: user.version,
    });
    let t = page.t();
    let since = t.day(app.house.day_of(user.created_at.0));
    let (roles, languages) = (roles(t, &typed.role), languages(&typed.lang));
    Ok(UserPage { roles, languages, page, t, user, since, badge, typed, wrong })
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<UserId>,
) -> Result<HttpResponse, Failure> {
    actor.must(Right::ManageUsers)?;
    html(&page_of(page, &app, *id, None, Wrong::default()).await?)
}

pub(in crate::web) async fn change(
    page: Page,
    app: Shared,
    actor: Actor,
    session: Session,
    id: Path<UserId>,
    form: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let (id, typed, own) = (*id, form.into_inner(), actor.user() == Some(*id));
    let version = typed.version;
    let change = UserChange {
        display_name: typed.display_name.clone(),
        role: typed.role.parse().map_err(|_| Failure::Unreadable("role".to_owned()))?,
        lang: Lang::from_tag(&typed.lang),
        active: typed.active.is_some(),
    };
    match act(&app, move |house| manage_users::change(house, &actor, id, version, change)).await {
        Ok(deed) => {
            if own {
                session.renew();
            }
            Ok(redirect_done(&format!("/settings/users/{id}"), &say::users_saved(), deed))
        }
        Err(failure) => {
            let (t, mine) = (page.t(), typed.clone());
            let now = move |db: &mut Db| {
                let row = users::find(db, id)?.ok_or(ActionError::NotFound)?;
                let role = |word: &str| word.parse().map(|role| t.say(&role_name(role))).unwrap_or_default();
                let tongue = |tag: &str| Lang::from_tag(tag).map(Lang::own_name).unwrap_or_default().to_owned();
                let may = |yes: bool| if yes { t.users_active() } else { t.users_off() };
                let fields = vec![
                    (t.users_display_name(), row.display_name, mine.display_name),
                    (t.users_role(), role(row.role.word()), role(&mine.role)),
                    (t.users_language(), tongue(row.lang.tag()), tongue(&mine.lang)),
                    (t.users_may_sign_in(), may(row.active), may(mine.active.is_some())),
                ];
                Ok((row.version, fields))
            };
            let (wrong, version) = Wrong::of_change(failure, &app, t, id.to_string(), now).await?;
            let typed = Typed { version: version.unwrap_or(typed.version), ..typed };
            again(&page_of(page, &app, id, Some(typed), wrong).await?)
        }
    }
}

/// `POST /settings/users/{id}/password`
pub(in crate::web) async fn set_password(
    page: Page,
    app: Shared,
    actor: Actor,
    session: Session,
    id: Path<UserId>,
    form: Form<NewPassword>,
) -> Result<HttpResponse, Failure> {
    actor.must(Right::ManageUsers)?;
    let (id, password, own) = (*id, form.into_inner().password, actor.user() == Some(*id));
    match act(&app, move |house| manage_users::set_password(house, &actor, id, &password)).await {
        Ok(()) => {
            if own {
                session.renew();
            }
            Ok(redirect_with(&format!("/settings/users/{id}"), &say::users_password_saved()))
        }
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&page_of(page, &app, id, None, wrong).await?)
        }
    }
}
