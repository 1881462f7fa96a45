//! What people and companies give, and when in the year.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::chance::Chance;
use super::sizing;
use crate::domain::catalogue::{Catalogue, Cut, Product, Season};
use crate::domain::item::Condition;
use crate::domain::shares::Shares;
use crate::domain::sizes::Size;

/// One piece, or a lot of equal ones, that is about to be taken in.
pub(super) struct Gift {
    /// The product's place in the catalogue.
    pub product: usize,
    pub cut: Cut,
    pub size: Option<Size>,
    pub condition: Condition,
    pub quantity: i64,
}

/// Out of how many pieces one is of a product.
pub(super) type Wares = [(&'static str, u32)];

/// What households have in their wardrobes and cellars. Men's underwear, socks, winter shoes and towels are rare.
pub(super) const WARDROBE: &Wares = &[
    ("tshirt", 80),
    ("langarm", 55),
    ("hemd", 35),
    ("bluse", 45),
    ("pullover", 55),
    ("hoodie", 35),
    ("strickjacke", 30),
    ("weste", 10),
    ("jeans", 60),
    ("stoffhose", 35),
    ("jogginghose", 22),
    ("leggings", 22),
    ("shorts", 28),
    ("rock", 20),
    ("kleid", 30),
    ("langkleid", 4),
    ("winterjacke", 40),
    ("uebergangsjacke", 28),
    ("regenjacke", 14),
    ("matschhose", 9),
    ("schneehose", 12),
    ("mantel", 14),
    ("fleece", 12),
    ("anzug", 10),
    ("muetze", 18),
    ("sonnenhut", 8),
    ("schal", 16),
    ("handschuhe", 12),
    ("guertel", 8),
    ("handtasche", 12),
    ("rucksack", 10),
    ("koffer", 4),
    ("sneaker", 35),
    ("winterschuhe", 14),
    ("gummistiefel", 9),
    ("sandalen", 16),
    ("hausschuhe", 8),
    ("festschuhe", 10),
    ("schlafanzug", 22),
    ("unterhemd", 10),
    ("strumpfhose", 8),
    ("thermo", 3),
    ("bh", 6),
    ("badekleidung", 8),
    ("body", 24),
    ("strampler", 20),
    ("babytop", 16),
    ("babyhose", 16),
    ("babyjacke", 10),
    ("babyoverall", 7),
    ("babymuetze", 8),
    ("babyschlafsack", 7),
    ("babydecke", 5),
    ("lauflern", 5),
    ("umstandshose", 3),
    ("umstandstop", 3),
    ("ranzen", 4),
    ("buch", 14),
    ("spielzeug", 22),
    ("brettspiel", 9),
    ("kinderwagen", 2),
    ("buggy", 2),
    ("hochstuhl", 2),
    ("laufrad", 3),
    ("bettwaesche", 14),
    ("handtuch", 10),
    ("duschtuch", 5),
    ("wolldecke", 8),
    ("kissen", 5),
    ("bettdecke", 5),
    ("topf", 8),
    ("pfanne", 6),
    ("teller", 12),
    ("tasse", 12),
    ("besteck", 5),
    ("schuessel", 6),
    ("wasserkocher", 4),
    ("lampe", 4),
    ("stuhl", 4),
    ("fahrrad", 3),
];

pub(super) const SOCKS: &Wares =
    &[("socken", 50), ("unterhose", 35), ("tshirt", 40), ("unterhemd", 20), ("strumpfhose", 10)];
pub(super) const SHOES: &Wares = &[("sneaker", 40), ("winterschuhe", 30), ("hausschuhe", 20), ("sandalen", 15)];
pub(super) const CHEMIST: &Wares = &[
    ("windel", 40),
    ("seife", 20),
    ("zahnpflege", 20),
    ("monatshygiene", 10),
    ("feuchttuecher", 10),
    ("waschmittel", 10),
];
pub(super) const FURNITURE: &Wares = &[
    ("bettwaesche", 25),
    ("handtuch", 30),
    ("duschtuch", 15),
    ("bettdecke", 15),
    ("kissen", 15),
    ("stuhl", 8),
    ("lampe", 5),
];
pub(super) const SPORTS: &Wares =
    &[("jogginghose", 30), ("hoodie", 25), ("sportschuhe", 20), ("rucksack", 20), ("fleece", 15), ("sportbeutel", 15)];
pub(super) const STATIONERY: &Wares =
    &[("hefte", 8), ("maeppchen", 25), ("ranzen", 15), ("brotdose", 20), ("spielzeug", 20), ("malkasten", 10)];

/// Things that come by the carton and lie on the shelf as a lot under one label.
const BY_THE_CARTON: [&str; 10] = [
    "socken",
    "unterhose",
    "windel",
    "seife",
    "zahnpflege",
    "monatshygiene",
    "feuchttuecher",
    "waschmittel",
    "hefte",
    "handtuch",
];

impl Gift {
    /// One gift out of these wares, as it may come on this day.
    pub(super) fn out_of(wares: &Wares, new: bool, day: Date, catalogue: &Catalogue, chance: &mut Chance) -> Gift {
        let known: Vec<(usize, f64)> = wares
            .iter()
            .filter_map(|(code, weight)| {
                let place = catalogue.products().iter().position(|product| product.code.as_str() == *code)?;
                let product = &catalogue.products()[place];
                (new || !product.new_only).then(|| (place, f64::from(*weight) * given_in(product.season, day.month())))
            })
            .collect();
        let weights: Vec<f64> = known.iter().map(|(_, weight)| *weight).collect();
        let place = known.get(chance.weighted(&weights)).map_or(0, |(place, _)| *place);
        let product = &catalogue.products()[place];
        let cut = cut(product, chance);
        let condition = match chance.between(1, 100) {
            _ if new => Condition::New,
            1..=8 => Condition::New,
            9..=78 => Condition::Good,
            79..=92 => Condition::Worn,
            _ => Condition::NeedsCare,
        };
        let by_the_carton = new && BY_THE_CARTON.contains(&product.code.as_str());
        let quantity = if by_the_carton { chance.of(&[6, 10, 12, 20, 24]) } else { 1 };
        Gift { product: place, cut, size: sizing::given(product, cut, chance), condition, quantity }
    }
}

/// People sort out winter things before and in winter, summer things when it gets warm.
fn given_in(season: Season, month: i8) -> f64 {
    match (season, month) {
        (Season::AllYear, _) => 1.0,
        (Season::Winter, 9..=12 | 1) => 2.6,
        (Season::Winter, 2 | 3) => 1.0,
        (Season::Winter, _) => 0.25,
        (Season::Summer, 4..=7) => 2.0,
        (Season::Summer, 3 | 8) => 1.0,
        (Season::Summer, _) => 0.3,
    }
}

/// For whom a given piece is cut: half of all clothes are women's.
fn cut(product: &Product, chance: &mut Chance) -> Cut {
    let shares: &BTreeMap<Cut, f64> = &Shares::shipped().cuts;
    let weights: Vec<f64> = product.cuts.iter().map(|cut| shares.get(cut).copied().unwrap_or(0.3)).collect();
    product.cuts.get(chance.weighted(&weights)).copied().unwrap_or(Cut::U)
}
