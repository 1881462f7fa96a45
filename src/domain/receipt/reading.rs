//! Reads the forms from `config/law`. A placeholder or word that the program does not know stops it, in a test.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;
use toml::value::Datetime;

use super::Currency;
use super::form::*;
use super::{annex, goods};
use crate::domain::CatalogueError;
use crate::domain::data_file::DataFile;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormEntry {
    code: FormId,
    issuer_type: String,
    value_policy: ValuePolicy,
    signature: Signing,
    max_pages: u8,
    annex: AnnexPolicy,
    fields: Vec<Field>,
    gates: Vec<Rule>,
    source: String,
    to_be_checked: Option<Doubt>,
    blocks: Vec<BlockEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BlockEntry {
    kind: BlockKind,
    text: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    day: String,
    #[serde(default)]
    when: Vec<When>,
    to_be_checked: Option<Doubt>,
}

/// All forms of one country's file.
///
/// # Errors
/// Names the file, the form and what is wrong with it.
pub(super) fn parse(name: &'static str, text: &str) -> Result<Vec<Form>, CatalogueError> {
    let mut file = DataFile::read(name, text)?;
    let country: Country = file.section("country")?;
    let currency: Currency = file.section("currency")?;
    let languages: Vec<String> = file.section("languages")?;
    let checked: Datetime = file.section("checked_on")?;
    let checked_on: Date =
        checked.to_string().parse().map_err(|_| file.error("checked_on", "write a day, for example 2026-11-23"))?;
    let _: String = file.section("source")?;
    let goods_words: BTreeMap<String, String> = file.section("goods")?;
    let list: BTreeMap<String, String> = file.section("annex")?;
    for key in goods::WORDS {
        goods_words.get(*key).ok_or_else(|| file.error("[goods]", format!("{key} is missing")))?;
    }
    for key in annex::WORDS {
        list.get(*key).ok_or_else(|| file.error("[annex]", format!("{key} is missing")))?;
    }
    let mut forms = Vec::new();
    for (place, entry) in file.entries::<FormEntry>("form")? {
        if entry.code.word().split('/').nth(1) != Some(&entry.issuer_type) {
            return Err(file.error(place, "issuer_type is not the end of its code"));
        }
        let mut blocks = Vec::new();
        for block in entry.blocks {
            let text = parts(&block.text).map_err(|problem| file.error(&place, problem))?;
            let made = FormBlock {
                kind: block.kind,
                text,
                words: block.words,
                day: block.day,
                when: block.when,
                to_be_checked: block.to_be_checked,
            };
            if let Some(field) = made.fields().find(|field| !entry.fields.contains(field)) {
                return Err(file.error(&place, format!("{{{field}}} is printed, but nobody is asked for it")));
            }
            blocks.push(made);
        }
        forms.push(Form {
            id: entry.code,
            country,
            currency,
            languages: languages.clone(),
            value_policy: entry.value_policy,
            signature: entry.signature,
            max_pages: entry.max_pages,
            annex: entry.annex,
            fields: entry.fields,
            gates: entry.gates,
            blocks,
            source: entry.source,
            checked_on,
            to_be_checked: entry.to_be_checked,
            goods: goods_words.clone(),
            list: list.clone(),
        });
    }
    file.finish()?;
    Ok(forms)
}

/// Takes a text apart at its braces.
fn parts(text: &str) -> Result<Vec<Part>, String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').ok_or_else(|| format!("a brace is not closed in \"{text}\""))?;
        if !before.is_empty() {
            found.push(Part::Words(before.to_owned()));
        }
        let part = name.parse().map(Part::Field).or_else(|_| name.parse().map(Part::Slot));
        found.push(part.map_err(|_| format!("{{{name}}} is not known here"))?);
        rest = behind;
    }
    if !rest.is_empty() {
        found.push(Part::Words(rest.to_owned()));
    }
    Ok(found)
}

/// All forms that come with the program, country by country.
pub fn forms() -> &'static [Form] {
    static SHIPPED: LazyLock<Vec<Form>> = LazyLock::new(|| {
        let files = [
            ("de.toml", include_str!("../../../config/law/de.toml")),
            ("at.toml", include_str!("../../../config/law/at.toml")),
            ("ch.toml", include_str!("../../../config/law/ch.toml")),
            ("uk.toml", include_str!("../../../config/law/uk.toml")),
            ("us.toml", include_str!("../../../config/law/us.toml")),
        ];
        let read = |(name, text)| parse(name, text).expect("the forms that are built in are tested");
        files.into_iter().flat_map(read).collect()
    });
    &SHIPPED
}

/// The form with this name. Every [`FormId`] has one, which a test shows.
pub fn form(id: FormId) -> &'static Form {
    forms().iter().find(|form| form.id == id).unwrap_or(&forms()[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    const GERMAN: &str = include_str!("../../../config/law/de.toml");

    #[test]
    fn every_form_has_its_texts() {
        let ids: Vec<FormId> = forms().iter().map(|form| form.id).collect();
        assert_eq!(ids, FormId::ALL);
    }

    #[test]
    fn a_word_that_nobody_knows_is_named() {
        let wrong = GERMAN.replacen("{office}", "{offfice}", 1);
        let error = parse("de.toml", &wrong).unwrap_err().to_string();
        assert_eq!(error, "de.toml: form \"de/verein_freistellung\": {offfice} is not known here");
        let unasked = GERMAN.replacen("\"office\", ", "", 1);
        let error = parse("de.toml", &unasked).unwrap_err().to_string();
        assert!(error.ends_with("{office} is printed, but nobody is asked for it"), "{error}");
        let missing = GERMAN.replacen("total = \"Summe\"", "", 1);
        assert_eq!(parse("de.toml", &missing).unwrap_err().to_string(), "de.toml: [annex]: total is missing");
    }
}
