//! What the screen shows of a local verdict: the shapes that the server sends.

use super::{Answer, LocalDesk, facts};
use crate::domain::catalogue::Product;
use crate::domain::sizes::{Size, Sizes};
use crate::texts::{Lang, Texts};
use crate::web::api::wire::{ScanEvent, WireDesk, WireProduct, WireVerdict, WireVisit, sticking};

/// As many products as a search shows.
const MOST: usize = 12;
/// As many sizes as buttons.
const MOST_SIZES: usize = 40;

impl LocalDesk {
    /// Takes the decision as done and says it.
    pub fn say(&mut self, event: &ScanEvent, answer: Answer, lang: Lang) -> (WireVerdict, WireDesk) {
        let verdict = self.keep(event, answer);
        (
            WireVerdict::of(event.event_id.clone(), event.seq, verdict.outcome, &verdict, Texts::of(lang)),
            self.shown(lang),
        )
    }

    /// The desk as a screen shows it.
    pub fn shown(&self, lang: Lang) -> WireDesk {
        let desk = &self.desk;
        WireDesk {
            mode: desk.mode.map(|mode| mode.word().to_owned()),
            visit: desk
                .visit
                .as_ref()
                .map(|visit| WireVisit::of(visit, &facts::visitor(&self.world, visit), self.catalogue(), lang)),
            tray: desk.tray.len(),
            asks: desk.question.is_some(),
            intake: sticking(self.catalogue(), &desk.intake, lang),
            volunteer: self.volunteer.clone(),
            place: desk.place.as_ref().map(|place| place.name.clone()),
            describes: desk.describes.as_ref().map(|label| label.code.printed()),
            lang: self.lang.map(|lang| lang.tag().to_owned()),
            memory: desk.clone(),
        }
    }

    /// Products whose words begin so, the best first; none without a snapshot's catalogue either.
    pub fn search(&self, query: &str, lang: Lang) -> Vec<WireProduct> {
        let catalogue = self.catalogue();
        let text: String = query.chars().take(60).collect();
        let found = catalogue.find(&text, Sizes::shipped()).into_iter().take(MOST);
        let product = |found: crate::domain::catalogue::Found<'_>| WireProduct {
            code: found.product.code.to_string(),
            name: found.product.names.get(lang).to_owned(),
            group: catalogue.group_words(found.product).get(lang).to_owned(),
            pictogram: found.product.picture(),
            cuts: cuts(found.product, found.size.as_ref()),
            size: found.size.map(|size| size.to_string()),
        };
        found.map(product).collect()
    }

    /// The cuts of a product, and its sizes in this cut. While no cut is chosen, sizes that mean something else in each are
    /// left out.
    pub fn choices(&self, product: &str, cut: &str) -> (Vec<String>, Vec<String>) {
        let Some(product) = self.catalogue().product(product) else { return (Vec::new(), Vec::new()) };
        let cut = cut.parse().ok();
        let mut sizes: Vec<String> =
            Sizes::shipped().choices(product, cut).iter().map(ToString::to_string).take(MOST_SIZES).collect();
        let distinct: std::collections::BTreeSet<_> = sizes.iter().collect();
        if cut.is_none() && distinct.len() < sizes.len() {
            sizes.clear();
        }
        (cuts(product, None), sizes)
    }
}

/// The cuts that come in this size.
fn cuts(product: &Product, size: Option<&Size>) -> Vec<String> {
    let comes_in = |cut: &&crate::domain::catalogue::Cut| match size {
        Some(size) => Sizes::shipped().read(product, Some(**cut), size.label()).as_ref() == Some(size),
        None => true,
    };
    let fitting: Vec<String> = product.cuts.iter().filter(comes_in).map(ToString::to_string).collect();
    if fitting.is_empty() { product.cuts.iter().map(ToString::to_string).collect() } else { fitting }
}
