//! `/desk/offline/{lang}/{mode}`: the desk as a browser keeps it for the time without a server. Public: it shows nobody and
//! nothing; what it needs to know is in the browser, or not.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::Frame;
use crate::domain::desk::Mode;
use crate::texts::{Lang, Texts};
use crate::web::{Failure, Page, Shared, html};

/// The modes whose pages are kept.
pub(in crate::web) const MODES: [Mode; 5] = [Mode::Handout, Mode::Return, Mode::Intake, Mode::Move, Mode::Stocktake];

#[derive(Template)]
#[template(path = "desk/offline.html")]
struct OfflinePage {
    page: Page,
    t: &'static Texts,
    desk: Frame,
}

pub(in crate::web) async fn show(app: Shared, of: Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let (lang, mode) = of.into_inner();
    let lang = Lang::from_tag(&lang).filter(|lang| lang.is_of_pages()).ok_or(Failure::NotFound)?;
    let mode = MODES.into_iter().find(|known| known.word() == mode).ok_or(Failure::NotFound)?;
    let page = Page::of_nobody(lang, &app);
    html(&OfflinePage { t: page.t(), desk: Frame::empty(page.t(), mode), page })
}
