//! Reads `products.toml`: every entry is checked, and an error names it.

use std::collections::HashSet;

use serde::Deserialize;

use super::{CatalogueError, Cut, Group, GroupCode, Product, ProductCode, Season, Unit};
use crate::domain::data_file::DataFile;
use crate::domain::sizes::SizeUse;
use crate::texts::Words;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGroup {
    code: GroupCode,
    de: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProduct {
    code: ProductCode,
    group: GroupCode,
    de: String,
    en: String,
    #[serde(default)]
    also: Vec<String>,
    cuts: Vec<Cut>,
    size_systems: Vec<SizeUse>,
    season: Season,
    unit: Unit,
    weight_g: u32,
    #[serde(default)]
    emoji: String,
    #[serde(default)]
    pictogram: String,
    #[serde(default)]
    new_only: bool,
    #[serde(default)]
    essential: bool,
    #[serde(default)]
    special: bool,
    #[serde(default)]
    roomy: bool,
    check: Option<Words>,
}

pub(super) fn read(toml: &str) -> Result<(Vec<Group>, Vec<Product>), CatalogueError> {
    let mut file = DataFile::read("products.toml", toml)?;

    let mut groups: Vec<Group> = Vec::new();
    for (entry, raw) in file.entries::<RawGroup>("group")? {
        if groups.iter().any(|group| group.code == raw.code) {
            return Err(file.error(entry, "stands here twice"));
        }
        let names = names(raw.de, raw.en).map_err(|problem| file.error(entry, problem))?;
        groups.push(Group { code: raw.code, names });
    }

    let mut products = Vec::new();
    let mut codes = HashSet::new();
    for (entry, raw) in file.entries::<RawProduct>("product")? {
        if !codes.insert(raw.code.clone()) {
            return Err(file.error(entry, "stands here twice"));
        }
        products.push(product(raw, &groups).map_err(|problem| file.error(entry, problem))?);
    }
    if products.is_empty() {
        return Err(file.error("product", "there is none"));
    }
    file.finish()?;
    Ok((groups, products))
}

fn product(raw: RawProduct, groups: &[Group]) -> Result<Product, String> {
    if !groups.iter().any(|group| group.code == raw.group) {
        return Err(format!("its group \"{}\" is not in the list of groups", raw.group));
    }
    if raw.cuts.is_empty() {
        return Err("it has no cut; write [\"U\"] if it is for everybody".into());
    }
    if raw.size_systems.is_empty() {
        return Err("it has no size system; write [\"NO\"] if it has no size".into());
    }
    if repeats(&raw.cuts) || repeats(&raw.size_systems) {
        return Err("a cut or a size system stands here twice".into());
    }
    if raw.weight_g == 0 {
        return Err("its weight is 0 grams".into());
    }
    Ok(Product {
        names: names(raw.de, raw.en)?,
        code: raw.code,
        group: raw.group,
        also: raw.also,
        cuts: raw.cuts,
        size_systems: raw.size_systems,
        season: raw.season,
        unit: raw.unit,
        weight_g: raw.weight_g,
        emoji: raw.emoji,
        pictogram: raw.pictogram,
        new_only: raw.new_only,
        check: raw.check,
        essential: raw.essential,
        special: raw.special,
        roomy: raw.roomy,
        active: true,
    })
}

fn names(de: String, en: String) -> Result<Words, String> {
    if de.trim().is_empty() || en.trim().is_empty() {
        return Err("a name is empty".into());
    }
    Ok(Words::new(de, en))
}

fn repeats<T: PartialEq>(values: &[T]) -> bool {
    values.iter().enumerate().any(|(at, value)| values[..at].contains(value))
}

#[cfg(test)]
mod tests {
    use super::super::Catalogue;
    use super::*;
    use crate::domain::sizes::{SizeSystem, Sizes};

    const SMALL: &str = r#"
        [[group]]
        code = "OUT"
        de = "Jacken"
        en = "Outerwear"
        [[product]]
        code = "winterjacke"
        group = "OUT"
        de = "Winterjacke"
        en = "Winter jacket"
        cuts = ["W", "K"]
        size_systems = ["AL", "BK44-98"]
        season = "W"
        unit = "piece"
        weight_g = 1100
    "#;

    fn complaint(text: &str, put: &str) -> String {
        assert!(SMALL.contains(text));
        Catalogue::parse(&SMALL.replacen(text, put, 1)).unwrap_err().to_string()
    }

    #[test]
    fn the_shipped_catalogue_is_whole() {
        let catalogue = Catalogue::shipped();
        assert_eq!((catalogue.groups().len(), catalogue.products().len()), (16, 146));
        assert!(catalogue.groups().iter().all(|group| catalogue.products_of(&group.code).next().is_some()));
        assert!(catalogue.products().iter().all(|product| !product.emoji.is_empty() && !product.pictogram.is_empty()));
        assert!(catalogue.product("winterjacke").unwrap().essential_in(11));
        assert!(!catalogue.product("winterjacke").unwrap().essential_in(7));
        assert!(catalogue.product("winterjackett").is_none());
        assert_eq!(catalogue.product("kinderbett").unwrap().check.as_ref().unwrap().en, "EN 716, no drop-side");
    }

    #[test]
    fn maternity_and_incontinence_are_special() {
        let catalogue = Catalogue::shipped();
        let maternity = "MAT".parse().unwrap();
        assert!(catalogue.products_of(&maternity).all(|product| product.special));
        assert!(["stillbh", "stillkissen", "inkontinenz"].iter().all(|code| catalogue.product(code).unwrap().special));
        assert!(!catalogue.product("windel").unwrap().special);
    }

    #[test]
    fn every_used_size_system_exists_and_its_bounds_are_sizes() {
        let sizes = Sizes::shipped();
        for product in Catalogue::shipped().products() {
            for used in &product.size_systems {
                for bound in used.bounds.iter().flat_map(|(from, to)| [from, to]) {
                    assert!(sizes.read_in(used.system, &bound.to_string()).is_some(), "{}: {used}", product.code);
                }
            }
        }
        let body = Catalogue::shipped().product("body").unwrap();
        assert_eq!(body.size_systems, [SizeUse { system: SizeSystem::BK, bounds: Some((44, 98)) }]);
    }

    #[test]
    fn an_error_names_the_entry_and_what_is_wrong() {
        assert_eq!(
            complaint("\"K\"", "\"X\""),
            "products.toml: product \"winterjacke\": \"X\" is not one of W, M, K, B, U"
        );
        assert_eq!(
            complaint("group = \"OUT\"", "group = \"OFF\""),
            "products.toml: product \"winterjacke\": its group \"OFF\" is not in the list of groups"
        );
        assert!(complaint("weight_g", "weight").starts_with("products.toml: product \"winterjacke\": unknown field"));
        assert!(complaint("BK44-98", "BK98-44").contains("product \"winterjacke\": \"BK98-44\""));
        assert!(complaint("\"winterjacke\"", "\"Winterjacke\"").contains("lower-case"));
        assert!(complaint("[\"W\", \"K\"]", "[\"W\", \"K\"").starts_with("products.toml: line 12: "));
        assert_eq!(complaint("[[group]]", "[[groups]]").split(": ").nth(1), Some("product \"winterjacke\""));
        assert!(complaint("1100", "0").ends_with("its weight is 0 grams"));
        let twice = format!("{SMALL}{}", &SMALL[SMALL.find("[[product]]").unwrap()..]);
        assert!(Catalogue::parse(&twice).unwrap_err().to_string().ends_with("stands here twice"));
    }
}
