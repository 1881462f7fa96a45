//! Reads `templates.toml` and checks every line against the catalogue.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::line::TemplateLine;
use super::{Per, Renew, Template, TemplateCode};
use crate::domain::CatalogueError;
use crate::domain::catalogue::{Catalogue, ProductCode, Season};
use crate::domain::data_file::DataFile;
use crate::texts::Words;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTemplate {
    de: String,
    en: String,
    #[serde(default)]
    size_steps: Vec<String>,
    lines: Vec<RawLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLine {
    products: Vec<ProductCode>,
    quantity: u16,
    quantity_summer: Option<u16>,
    renew: RawRenew,
    season: Season,
    #[serde(default)]
    on_request: bool,
    #[serde(default)]
    from_months: u16,
    below_months: Option<u16>,
    per: Option<Per>,
    #[serde(default = "one")]
    share: u16,
    #[serde(default)]
    spare: u16,
    large: Option<RawLarge>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "write renew as a number of months, \"size\" or \"once\"")]
enum RawRenew {
    Months(u16),
    Word(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLarge {
    persons: u16,
    quantity: u16,
}

fn one() -> u16 {
    1
}

pub(super) fn read(toml: &str, catalogue: &Catalogue) -> Result<BTreeMap<TemplateCode, Template>, CatalogueError> {
    let mut file = DataFile::read("templates.toml", toml)?;
    let mut templates = BTreeMap::new();
    for &code in TemplateCode::ALL {
        let raw: RawTemplate = file.section(code.word())?;
        let mut lines = Vec::with_capacity(raw.lines.len());
        for (at, raw) in raw.lines.into_iter().enumerate() {
            let first = raw.products.first().map(ProductCode::as_str).unwrap_or_default();
            let entry = format!("[{code}] line {} \"{first}\"", at + 1);
            lines.push(line(raw, code, catalogue).map_err(|problem| file.error(entry, problem))?);
        }
        let names = Words::new(raw.de, raw.en);
        templates.insert(code, Template { code, names, size_steps: raw.size_steps, lines });
    }
    file.finish()?;
    Ok(templates)
}

fn line(raw: RawLine, template: TemplateCode, catalogue: &Catalogue) -> Result<TemplateLine, String> {
    let mut products = Vec::with_capacity(raw.products.len());
    let mut essential = false;
    for code in raw.products {
        let product = catalogue.product(code.as_str()).ok_or_else(|| format!("the catalogue has no \"{code}\""))?;
        essential |= product.essential;
        products.push((code, product.cuts.clone()));
    }
    let of_home = matches!(template, TemplateCode::HomePerson | TemplateCode::HomeHousehold | TemplateCode::Hygiene);
    if products.is_empty() {
        return Err("it names no product".into());
    }
    if raw.quantity == 0 || raw.quantity_summer == Some(0) || raw.share == 0 {
        return Err("a quantity or share is 0".into());
    }
    if raw.per.is_some() != of_home {
        return Err(
            if of_home { "it does not say per what" } else { "only lines of homes and hygiene have \"per\"" }.into()
        );
    }
    if raw.below_months.is_some_and(|below| below <= raw.from_months) {
        return Err("below_months must be more than from_months".into());
    }
    let renew = match raw.renew {
        RawRenew::Months(months) => months.to_string().parse::<Renew>(),
        RawRenew::Word(word) => word.parse(),
    };
    Ok(TemplateLine {
        products,
        quantity: raw.quantity,
        quantity_summer: raw.quantity_summer,
        renew: renew.map_err(|error| error.to_string())?,
        season: raw.season,
        essential,
        on_request: raw.on_request,
        from_months: raw.from_months,
        below_months: raw.below_months,
        per: raw.per,
        share: raw.share,
        spare: raw.spare,
        large: raw.large.map(|large| (large.persons, large.quantity)),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::Templates;
    use super::*;
    use crate::domain::catalogue::Product;
    use crate::domain::sizes::{SizeSystem, Sizes};

    const SHIPPED: &str = include_str!("../../../config/catalogue/templates.toml");

    #[test]
    fn an_error_names_the_line_and_what_is_wrong() {
        let complaint = |text: &str, put: &str| {
            assert!(SHIPPED.contains(text), "{text}");
            Templates::parse(&SHIPPED.replacen(text, put, 1), Catalogue::shipped()).unwrap_err().to_string()
        };
        assert_eq!(
            complaint("products = [\"bh\"]", "products = [\"bhh\"]"),
            "templates.toml: [adult_w] line 3 \"bhh\": the catalogue has no \"bhh\""
        );
        assert!(complaint("renew = \"size\"", "renew = \"sizes\"").contains("[baby] line 1 \"body\": renew \"sizes\""));
        assert!(complaint(", per = \"bed\"", "").ends_with("it does not say per what"));
        assert_eq!(complaint("[teen]", "[teens]"), "templates.toml: [teen]: is missing");
        assert_eq!(Templates::parse(&format!("{SHIPPED}\n[more]"), Catalogue::shipped()).unwrap_err().entry, "more");
    }

    #[test]
    fn every_essential_product_stands_in_a_template() {
        let used: HashSet<&str> = Templates::shipped()
            .0
            .values()
            .flat_map(|template| &template.lines)
            .flat_map(|line| line.products.iter().map(|(code, _)| code.as_str()))
            .collect();
        for product in Catalogue::shipped().products().iter().filter(|product| product.essential) {
            assert!(used.contains(product.code.as_str()), "{}", product.code);
        }
    }

    /// A pregnancy's list stands beside a person's own.
    #[test]
    fn no_two_things_of_one_list_look_alike() {
        let picture = |code: &str| Catalogue::shipped().product(code).map(Product::picture).expect("a product");
        for (code, template) in &Templates::shipped().0 {
            let mut seen = std::collections::HashMap::new();
            for (product, _) in template.lines.iter().flat_map(|line| &line.products) {
                let before = seen.insert(picture(product.as_str()), product);
                assert!(before.is_none_or(|before| before == product), "{code}: {product} and {before:?}");
            }
        }
        assert_ne!(picture("bh"), picture("stillbh"));
    }

    #[test]
    fn the_size_steps_of_a_baby_are_sizes() {
        let steps = &Templates::shipped().get(TemplateCode::Baby).size_steps;
        assert_eq!(steps.len(), 4);
        assert!(steps.iter().all(|step| Sizes::shipped().read_in(SizeSystem::BK, step).is_some()));
    }
}
