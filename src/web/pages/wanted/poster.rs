//! `GET /wanted/poster.pdf`: the list on a sheet of paper, with a square that leads to the page.

use actix_web::web::{Query, block};
use actix_web::{HttpRequest, HttpResponse};

use super::list::List;
use super::{Asked, found, language, open, place};
use crate::domain::wanted::Level;
use crate::paper::poster::{Poster, PosterWish, draw};
use crate::texts::Texts;
use crate::web::{Failure, Shared};

/// `GET /wanted/poster.pdf`
pub(in crate::web) async fn poster(
    req: HttpRequest,
    app: Shared,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let found = found(&app).await?;
    let lang = language(&req, &asked);
    let t = Texts::of(lang);
    let list = List::of(&found, &app.house.catalogue(), t, &app);
    let of = |level: Level| -> Vec<PosterWish> {
        let section = list.levels.iter().find(|section| section.level == level);
        let wishes = section.map(|section| section.wishes.as_slice()).unwrap_or_default();
        let sizes = |groups: &[(String, Vec<String>)]| {
            let said = groups.iter().map(|(cut, sizes)| format!("{cut} {}", sizes.join(" · ")).trim().to_owned());
            said.collect::<Vec<_>>().join(" – ")
        };
        let wish = |wish: &super::list::Wish| PosterWish {
            picture: wish.picto.clone(),
            name: wish.name.clone(),
            name_lang: crate::texts::Lang::from_tag(wish.lang).unwrap_or_default(),
            sizes: sizes(&wish.sizes),
        };
        wishes.iter().map(wish).collect()
    };
    let address = format!("{}/wanted", place(&req, &app));
    let mut bring = list.bring.clone();
    bring.extend((!list.contact.is_empty()).then(|| list.contact.clone()));
    let poster = Poster {
        lang,
        site: app.site.clone(),
        title: t.wanted_title(),
        urgent: (t.wanted_level_urgent(), of(Level::Urgent)),
        needed: (t.wanted_level_needed(), of(Level::Needed)),
        enough: (t.wanted_level_enough(), of(Level::Enough)),
        bring: (t.wanted_bring(), bring),
        refuse: (t.wanted_refuse(), list.refuse.clone()),
        scan: t.wanted_scan(),
        as_of: list.as_of.clone(),
        address,
    };
    let file = block(move || draw(&poster)).await.map_err(|_| Failure::Busy)?;
    let file = file.map_err(|error| Failure::Unreadable(error.to_string()))?;
    Ok(open("application/pdf", file))
}
