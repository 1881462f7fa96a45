//! What companies offered the town and what it answered, and the link that shows one of them what became of its gifts.

use jiff::ToSpan;

use super::names;
use super::town::Town;
use crate::actions::offers::{self, Answer, LineAnswer, NewLine, NewOffer};
use crate::actions::{ActionError, impact as freezing, share};
use crate::domain::impact::Lasts;
use crate::domain::offer::Reason;
use crate::domain::{DonorId, OfferId};
use crate::reports::impact;
use crate::store::offers as stored;

/// Group, product or none, goods, pieces, grams as offered.
type Goods = (&'static str, &'static str, &'static str, i32, Option<i64>);

const SOCKS: [Goods; 3] = [
    ("UND", "socken", "Herrensocken 43–46, Dreierpack", 120, None),
    ("UND", "unterhose", "Restgrößen S und XXL", 80, None),
    ("TOP", "tshirt", "Unbedruckt, Größe L", 60, Some(10_500)),
];
const SHOES: [Goods; 2] =
    [("SHO", "winterschuhe", "Auslaufmodelle 36–41", 45, None), ("SHO", "", "Badeschuhe, gemischte Größen", 200, None)];
const COATS: [Goods; 2] = [("OUT", "mantel", "Wollmäntel, Vorjahr", 30, None), ("OUT", "", "Westen", 25, Some(8_000))];

impl Town {
    /// Two companies have offered something: one still waits, the others have their answers.
    pub(super) fn answer_offers(&mut self) -> Result<(), ActionError> {
        let companies: Vec<DonorId> =
            self.givers.iter().filter(|giver| giver.is_company).map(|giver| giver.id).collect();
        let (Some(first), Some(second)) = (companies.first().copied(), companies.last().copied()) else {
            return Ok(());
        };
        let part = self.offer(first, 40, "RS-2217", &SOCKS)?;
        self.answer(part, &[120, 20, 60], Reason::NotSuitable, "Gern wieder: Herrensocken fehlen immer.")?;
        let none = self.offer(second, 21, "L-0408", &COATS)?;
        self.answer(none, &[0, 0], Reason::NoRoom, "")?;
        self.offer(second, 2, "L-0431", &SHOES)?;
        let period = impact::usual_period(&self.house, &self.staff.treasurer, first)?;
        if period.is_over(self.house.today()) {
            let counted = impact::count(&self.house, &self.staff.treasurer, first, period)?;
            freezing::freeze(&self.house, &self.staff.treasurer, first, counted)?;
            share::make(&self.house, &self.staff.treasurer, first, period, Lasts::Month)?;
        }
        Ok(())
    }

    fn offer(
        &mut self,
        donor: DonorId,
        days_ago: i64,
        reference: &str,
        goods: &[Goods],
    ) -> Result<OfferId, ActionError> {
        self.pause();
        let lines = goods.iter().enumerate().map(|(at, (group, product, words, pieces, weight_g))| NewLine {
            row: at + 1,
            group: (*group).to_owned(),
            product: product.parse().ok(),
            description: (*words).to_owned(),
            pieces: *pieces,
            weight_g: *weight_g,
        });
        let offer = NewOffer {
            donor,
            offered_on: self.house.today().saturating_sub(days_ago.days()),
            reference: reference.to_owned(),
            description: "Restbestände".to_owned(),
            lines: lines.collect(),
        };
        offers::new(&self.house, &self.staff.treasurer, offer)
    }

    fn answer(&mut self, offer: OfferId, accepted: &[i32], reason: Reason, remark: &str) -> Result<(), ActionError> {
        self.pause();
        let lines = self.house.store().read(|db| stored::lines(db, offer))?;
        let lines = lines.iter().zip(accepted).map(|(line, accepted)| LineAnswer {
            line: line.id,
            accepted: *accepted,
            reason: Some(reason),
            words: String::new(),
        });
        let answer = Answer { lines: lines.collect(), remark: remark.to_owned() };
        let site = format!("Kleiderkammer {}", names::TOWN);
        offers::answer(&self.house, &self.staff.treasurer, offer, 1, &answer, &site)?;
        Ok(())
    }
}
