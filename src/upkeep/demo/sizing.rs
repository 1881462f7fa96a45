//! Sizes by share: what stands on the labels of given pieces, and what people wear.
//!
//! The shares are those of `config/catalogue/shares.toml`: five classes from small to large.

use std::collections::BTreeMap;

use super::chance::Chance;
use crate::domain::catalogue::{Cut, Product};
use crate::domain::shares::Shares;
use crate::domain::sizes::{Size, SizeSystem, Sizes};
use crate::domain::templates::AgeBand;

/// A size for a given piece, skewed as gifts are; `None` for products without sizes.
pub(super) fn given(product: &Product, cut: Cut, chance: &mut Chance) -> Option<Size> {
    if !product.is_sized() {
        return None;
    }
    let shares = Shares::shipped();
    let supply = match cut {
        Cut::W => shares.women.supply,
        Cut::M | Cut::U => shares.men.supply,
        Cut::K | Cut::B => shares.children.supply,
    };
    let class = chance.weighted(&supply);
    let systems: Vec<SizeSystem> =
        product.size_systems.iter().map(|used| used.system).filter(|system| system.suits(cut)).collect();
    // Children's clothes have heights; the clothes of adults have one or the other.
    let system = match systems.as_slice() {
        [] => return None,
        systems if matches!(cut, Cut::K | Cut::B) && systems.contains(&SizeSystem::BK) => SizeSystem::BK,
        systems => chance.of(&systems.iter().copied().filter(|s| *s != SizeSystem::BK).collect::<Vec<_>>()),
    };
    let text = text(system, cut, class, chance);
    let sizes = Sizes::shipped();
    match text.and_then(|text| sizes.read(product, Some(cut), &text)) {
        Some(size) => Some(size),
        None => {
            let choices = sizes.choices(product, Some(cut));
            let of_system: Vec<&Size> = choices.iter().filter(|size| size.system() == system).collect();
            (!of_system.is_empty()).then(|| chance.of(&of_system).clone())
        }
    }
}

/// How a size of this class is written in this system; `None` where any of the system's sizes will do.
fn text(system: SizeSystem, cut: Cut, class: usize, chance: &mut Chance) -> Option<String> {
    let mut one = |classes: [&[&str]; 5]| Some(chance.of(classes[class]).to_owned());
    match (system, cut) {
        (SizeSystem::BK, _) => one([
            &["50", "56", "62", "68"],
            &["74", "80", "86", "92"],
            &["98", "104", "110", "116"],
            &["122", "128", "134", "140", "146"],
            &["152", "158", "164", "170", "176"],
        ]),
        (SizeSystem::AL, _) => one([&["XS"], &["S"], &["M"], &["L"], &["XL", "XL", "XXL", "3XL"]]),
        (SizeSystem::WN, _) => one([&["32", "34"], &["36", "38"], &["40", "42"], &["44", "46"], &["48", "50", "52"]]),
        (SizeSystem::MN, _) => one([&["44"], &["44", "46"], &["48", "50"], &["52", "54"], &["56", "58", "60"]]),
        (SizeSystem::MC, _) => one([&["36", "37"], &["38", "39"], &["40", "41"], &["42", "43"], &["44", "45", "46"]]),
        (SizeSystem::JW, Cut::W) => one([
            &["W26/L30"],
            &["W27/L30", "W28/L32"],
            &["W29/L30", "W30/L32"],
            &["W31/L32", "W32/L32"],
            &["W34/L32", "W36/L32"],
        ]),
        (SizeSystem::JW, _) => one([
            &["W28/L32"],
            &["W30/L32", "W31/L32"],
            &["W32/L32", "W33/L34"],
            &["W34/L34", "W36/L34"],
            &["W38/L34", "W40/L34"],
        ]),
        (SizeSystem::BR, _) => {
            one([&["70A", "70B"], &["75B", "75C"], &["80B", "80C"], &["85C", "85D"], &["95D", "100E"]])
        }
        (SizeSystem::SH, Cut::W) => one([&["36"], &["37", "38"], &["38", "39"], &["40"], &["41", "42"]]),
        (SizeSystem::SH, Cut::B) => one([&["18", "19"], &["19", "20"], &["20", "21"], &["21", "22"], &["22", "23"]]),
        (SizeSystem::SH, Cut::K) => one([
            &["19", "20", "21"],
            &["22", "23", "24", "25"],
            &["26", "27", "28"],
            &["29", "30", "31", "32"],
            &["33", "34", "35", "36"],
        ]),
        (SizeSystem::SH, _) => one([&["39", "40"], &["41"], &["42", "43"], &["44"], &["45", "46"]]),
        (SizeSystem::SO, Cut::K | Cut::B) => one([&["15-18"], &["19-22"], &["23-26"], &["27-30"], &["31-34"]]),
        (SizeSystem::SO, Cut::W) => one([&["35-38"], &["35-38"], &["35-38", "39-42"], &["39-42"], &["39-42"]]),
        (SizeSystem::SO, _) => one([&["39-42"], &["39-42"], &["39-42", "43-46"], &["43-46"], &["43-46", "47-50"]]),
        (SizeSystem::HT, Cut::B) => one([&["35-41"], &["35-41"], &["43-47"], &["43-47"], &["43-47"]]),
        (SizeSystem::HT, Cut::K) => one([&["43-47"], &["48-50"], &["48-50"], &["51-53"], &["54-56"]]),
        (SizeSystem::HT, _) => one([&["54-56"], &["54-56"], &["57-59"], &["57-59"], &["60-62"]]),
        (SizeSystem::GL, Cut::B) => Some("0-1".to_owned()),
        (SizeSystem::GL, Cut::K) => one([&["2-4"], &["2-4"], &["5-7"], &["5-7"], &["8-10"]]),
        (SizeSystem::GL, _) => one([&["6", "7"], &["7"], &["8"], &["9"], &["10"]]),
        (SizeSystem::BE, _) => Some((chance.between(16, 24) * 5).to_string()),
        (SizeSystem::PO, _) => Some((chance.between(8, 14) * 2).to_string()),
        (SizeSystem::CU, _) => {
            Some(format!("{}x{}", chance.of(&[80, 100, 120, 140, 160]), chance.of(&[60, 75, 80, 180, 200, 245])))
        }
        _ => None,
    }
}

/// What an adult says about sizes: skewed as the wishes of those who come are.
pub(super) fn worn_by_adult(cut: Cut, chance: &mut Chance) -> BTreeMap<String, String> {
    let shares = Shares::shipped();
    let demand = if cut == Cut::W { shares.women.demand } else { shares.men.demand };
    let class = chance.weighted(&demand);
    let systems: &[(&str, SizeSystem)] = if cut == Cut::W {
        &[("clothes", SizeSystem::WN), ("shoes", SizeSystem::SH), ("bra", SizeSystem::BR)]
    } else {
        &[("clothes", SizeSystem::AL), ("trousers", SizeSystem::JW), ("shoes", SizeSystem::SH)]
    };
    let mut sizes = BTreeMap::new();
    for (what, system) in systems {
        let said = *what == "clothes" || chance.percent(85.0);
        if let Some(text) = text(*system, cut, class, chance).filter(|_| said) {
            sizes.insert((*what).to_owned(), text);
        }
    }
    sizes
}

/// What a child of so many months wears, when somebody measured it.
pub(super) fn worn_by_child(months: u16, chance: &mut Chance) -> BTreeMap<String, String> {
    const SHOES: [u16; 18] = [18, 21, 24, 26, 27, 28, 30, 31, 32, 33, 35, 36, 37, 38, 39, 40, 41, 42];
    let mut sizes = BTreeMap::new();
    let height = Sizes::shipped()
        .guess_for_age(months)
        .map_or_else(|| chance.of(&["170", "176"]).to_owned(), |guess| guess.0.label().to_owned());
    sizes.insert("clothes".to_owned(), height);
    let years = usize::from(months / 12).min(SHOES.len() - 1);
    if months >= 10 && chance.percent(85.0) {
        sizes.insert("shoes".to_owned(), SHOES[years].to_string());
    }
    sizes
}

/// The band of a child, as the household says it.
pub(super) fn band(months: u16) -> AgeBand {
    AgeBand::of_years(months / 12)
}
