//! `GET /design`: every part that pages are made of, on one page; there only while somebody tries the house out.

mod colours;

use actix_web::HttpResponse;
use askama::Template;

use self::colours::{Pair, Swatch};
use crate::texts::Texts;
use crate::web::{Failure, Page, Shared, assets, html};

#[derive(Template)]
#[template(path = "design/page.html")]
struct DesignPage {
    page: Page,
    t: &'static Texts,
    swatches: Vec<Swatch>,
    pairs: Vec<Pair>,
    icons: Vec<String>,
    pictures: Vec<String>,
    /// State as in the database, and its word.
    states: Vec<(&'static str, String)>,
    /// Class, and the token that it shows.
    sizes: [(&'static str, &'static str); 6],
    spaces: [u32; 7],
    /// Tone, symbol, word and headline.
    verdicts: Vec<(&'static str, &'static str, String, String)>,
    /// Of the whole chart, in hundredths: where a part begins and how wide it is.
    parts: [(u32, u32); 5],
}

pub(in crate::web) async fn show(page: Page, app: Shared) -> Result<HttpResponse, Failure> {
    if !app.demo {
        return Err(Failure::NotFound);
    }
    let t = page.t();
    html(&DesignPage {
        swatches: colours::swatches(),
        pairs: colours::pairs(page.language()),
        icons: names("sprite.svg"),
        pictures: names("pictograms.svg"),
        states: vec![
            ("in_stock", t.state_in_stock()),
            ("reserved", t.state_reserved()),
            ("handed_out", t.state_handed_out()),
            ("in_care", t.state_in_care()),
            ("missing", t.state_missing()),
            ("transferred", t.state_transferred()),
            ("discarded", t.state_discarded()),
            ("void", t.state_void()),
            ("in_custody", t.state_in_custody()),
        ],
        sizes: [
            ("type-s", "--t-s"),
            ("type-m", "--t-m"),
            ("type-l", "--t-l"),
            ("type-xl", "--t-xl"),
            ("type-2xl", "--t-2xl"),
            ("type-count", "--t-count"),
        ],
        spaces: [4, 8, 12, 16, 24, 32, 48],
        verdicts: vec![
            ("ready", "scan", t.desk_word_ready(), t.design_verdict_ready()),
            ("ok", "verdict-ok", t.desk_word_ok(), t.design_verdict_ok()),
            ("again", "verdict-again", t.desk_word_again(), t.design_verdict_again()),
            ("stop", "verdict-stop", t.desk_word_stop(), t.design_verdict_stop()),
        ],
        parts: [(0, 40), (40, 25), (65, 20), (85, 10), (95, 5)],
        page,
        t,
    })
}

/// The names of a sprite's pictures, in their order.
fn names(sprite: &str) -> Vec<String> {
    let text = assets::text(sprite);
    let ids = text.split("<symbol id=\"").skip(1);
    ids.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}
