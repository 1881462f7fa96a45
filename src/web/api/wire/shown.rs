//! What the rules say, in the shapes that go over the wire: the server and a terminal that is cut off show the same.

use super::{Outcome, WireLine, WireNeed, WireVerdict, WireVisit};
use crate::domain::catalogue::{Catalogue, Product};
use crate::domain::desk::{Fields, Household, OpenVisit, Verdict, VerdictLine};
use crate::texts::{Lang, Texts};

impl WireVerdict {
    /// The verdict on an event in a language. `outcome` is what counts: an event that was seen before is a duplicate.
    pub fn of(event_id: String, seq: Option<i64>, outcome: Outcome, verdict: &Verdict, texts: &Texts) -> WireVerdict {
        let line = |line: &VerdictLine| WireLine {
            code: line.code.to_string(),
            outcome: line.outcome,
            headline: texts.say(&line.headline),
        };
        WireVerdict {
            event_id,
            seq,
            outcome,
            tone: verdict.tone,
            headline: texts.say(&verdict.headline),
            detail: verdict.detail.as_ref().map_or_else(String::new, |detail| texts.say(detail)),
            visit: verdict.visit.map(|visit| visit.to_string()),
            pieces: verdict.pieces,
            asks: verdict.asks,
            asks_lead: verdict.asks_lead,
            offers: verdict.offers,
            lines: verdict.lines.iter().map(line).collect(),
        }
    }
}

impl WireVisit {
    /// The open visit: the card, how many people, and the needs list; no name.
    pub fn of(visit: &OpenVisit, household: &Household, catalogue: &Catalogue, lang: Lang) -> WireVisit {
        let needs = household.needs.iter().filter(|line| line.is_open() || line.got > 0).map(|line| {
            let product = catalogue.product(line.product.as_str());
            WireNeed {
                name: product.map_or_else(|| line.product.to_string(), |known| known.names.get(lang).to_owned()),
                pictogram: product.map_or_else(String::new, Product::picture),
                cut: line.cut.map(|cut| cut.to_string()),
                size: line.size.clone(),
                wanted: line.wanted,
                got: line.got,
            }
        });
        WireVisit {
            id: visit.id.to_string(),
            card: visit.card.printed(),
            people: household.people,
            pieces: visit.pieces,
            needs: needs.collect(),
        }
    }
}

/// “Winterjacke · K · 104”: what the next piece will be when nothing else is said.
pub fn sticking(catalogue: &Catalogue, fields: &Fields, lang: Lang) -> Option<String> {
    let product = catalogue.product(fields.product.as_ref()?.as_str())?;
    let mut parts = vec![product.names.get(lang).to_owned()];
    parts.extend(fields.cut.map(|cut| cut.to_string()));
    parts.extend(fields.size.clone());
    Some(crate::texts::Texts::of(lang).dotted(parts))
}
