//! What the town asks donors for: gifts that are announced, what is always welcome, and the words of the public page.

use std::collections::BTreeMap;

use jiff::ToSpan;

use super::town::Town;
use crate::actions::ActionError;
use crate::actions::announce::{self, NewAnnounced};
use crate::actions::record_donation::{self, NewDonation};
use crate::actions::wanted::{self, Mark, WantedWords};
use crate::domain::catalogue::Cut;
use crate::domain::donation::Origin;

/// Days before the end from which the demo tells what was published.
const TOLD_DAYS: i64 = 28;

/// What is always welcome here, with sizes.
const WELCOME: [(&str, &str); 6] = [
    ("socken", ""),
    ("unterhose", "M, L"),
    ("handtuch", ""),
    ("koffer", ""),
    ("inkontinenz", "M, L"),
    ("umstandshose", ""),
];
/// What the town has enough of.
const NOT_NOW: [&str; 3] = ["buch", "kleid", "bluse"];

/// What a company said it will bring.
const COMES: [(&str, Option<Cut>, &str, i32); 4] = [
    ("winterjacke", Some(Cut::K), "116", 6),
    ("winterschuhe", Some(Cut::K), "30", 8),
    ("muetze", Some(Cut::K), "", 20),
    ("socken", Some(Cut::M), "43-46", 40),
];

const BRING: [(&str, &str); 4] = [
    (
        "de",
        "Gabengasse 3, Hinterhaus\nDienstag und Donnerstag, 10 bis 12 Uhr\nBitte nur diese Zeiten. Stellen Sie nichts vor die Tür.",
    ),
    (
        "en",
        "Gabengasse 3, house at the back\nTuesday and Thursday, 10 am to noon\nOnly at these times, please. Do not leave anything at the door.",
    ),
    (
        "uk",
        "Gabengasse 3, будинок у дворі\nВівторок і четвер, з 10 до 12\nБудь ласка, лише в цей час. Не залишайте нічого біля дверей.",
    ),
    (
        "ar",
        "Gabengasse 3، المبنى الخلفي\nالثلاثاء والخميس، من 10 إلى 12\nفي هذه الأوقات فقط من فضلكم. لا تتركوا شيئًا أمام الباب.",
    ),
];
const REFUSE: [(&str, &str); 4] = [
    ("de", "Kaputtes und Schmutziges, Federbetten, Elektrogeräte ohne Prüfung, getragene Unterwäsche."),
    ("en", "Broken or dirty things, feather beds, electric devices without a check, worn underwear."),
    ("uk", "Зламане й брудне, перини, неперевірені електроприлади, ношена білизна."),
    ("ar", "المكسور والمتّسخ، أغطية الريش، الأجهزة الكهربائية غير المفحوصة، الملابس الداخلية المستعملة."),
];

impl Town {
    /// The night's publication, in the last weeks of the year.
    pub(super) fn publish(&mut self) -> Result<(), ActionError> {
        if self.day >= self.year.last.saturating_sub(TOLD_DAYS.days()) {
            wanted::publish_if_due(&self.house)?;
        }
        Ok(())
    }

    /// At the end: what is announced and what the coordinator marked.
    pub(super) fn ask_for_gifts(&mut self) -> Result<(), ActionError> {
        let coordinator = self.staff.coordinator.clone();
        for (product, sizes) in WELCOME {
            self.mark(product, Mark::Welcome(sizes.to_owned()))?;
        }
        for product in NOT_NOW {
            self.mark(product, Mark::NotNow)?;
        }
        let words = |texts: [(&str, &str); 4]| -> BTreeMap<String, String> {
            texts.into_iter().map(|(lang, text)| (lang.to_owned(), text.to_owned())).collect()
        };
        let new = WantedWords { version: 0, bring: words(BRING), refuse: words(REFUSE) };
        wanted::set_words(&self.house, &coordinator, new)?;
        let company = self.givers.iter().find(|giver| giver.is_company).map(|giver| giver.id);
        let Some(company) = company else { return Ok(()) };
        let mut gift = NewDonation::of(company, self.house.today());
        gift.origin = Origin::Business;
        gift.still_to_come = true;
        let (donation, _) = record_donation::new(&self.house, &coordinator, gift)?;
        for (product, cut, size, pieces) in COMES {
            let Some(product) = self.catalogue.product(product) else { continue };
            let new = NewAnnounced {
                product: product.code.clone(),
                cut,
                size: size.to_owned(),
                pieces,
                expected_on: Some(self.house.today().saturating_add(9.days())),
            };
            announce::add(&self.house, &coordinator, donation, new)?;
        }
        Ok(())
    }

    fn mark(&self, product: &str, mark: Mark) -> Result<(), ActionError> {
        if self.catalogue.product(product).is_none() {
            return Ok(());
        }
        wanted::mark(&self.house, &self.staff.coordinator, product, mark)
    }
}
