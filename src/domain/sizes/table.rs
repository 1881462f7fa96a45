//! Reads `sizes.toml`: the values of every size system, and what is checked about them.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use super::reading::Grade;
use super::system::Shape;
use super::tidy::tidy;
use super::{Size, SizeSystem};
use crate::domain::CatalogueError;
use crate::domain::data_file::DataFile;
use crate::texts::Words;

/// The size systems with their values. Everything that makes or compares a [`Size`] asks it.
#[derive(Clone, Debug)]
pub struct Sizes {
    pub(super) scales: BTreeMap<SizeSystem, Scale>,
    /// For women's and men's numbers: which letter size goes with which number.
    pub(super) letters: BTreeMap<SizeSystem, Vec<(Size, Size)>>,
    /// From this month of life on, a child probably wears this; `None` ends the list.
    pub(super) ages: Vec<(u16, Option<Size>)>,
}

/// The values of one system.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    pub names: Words,
    pub values: Vec<String>,
    pub with: Vec<String>,
    pub double: Vec<String>,
    pub half: bool,
    pub aliases: HashMap<String, String>,
    pub bounds: (u16, u16),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSystem {
    code: SizeSystem,
    de: String,
    en: String,
    #[serde(default)]
    values: Vec<String>,
    #[serde(default)]
    with: Vec<String>,
    #[serde(default)]
    double: Vec<String>,
    #[serde(default)]
    half: bool,
    #[serde(default)]
    aliases: HashMap<String, String>,
    from: Option<u16>,
    to: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAge {
    from_months: u16,
    size: Option<String>,
}

impl Sizes {
    /// Reads a town's own `sizes.toml`. The first wrong entry is named.
    pub fn parse(toml: &str) -> Result<Sizes, CatalogueError> {
        let mut file = DataFile::read("sizes.toml", toml)?;
        let mut sizes = Sizes { scales: BTreeMap::new(), letters: BTreeMap::new(), ages: Vec::new() };
        for (entry, raw) in file.entries::<RawSystem>("system")? {
            let system = raw.code;
            let scale = Scale::new(raw).map_err(|problem| file.error(&entry, problem))?;
            if sizes.scales.insert(system, scale).is_some() {
                return Err(file.error(entry, "stands here twice"));
            }
            sizes.check_labels(system).map_err(|problem| file.error(entry, problem))?;
        }
        if let Some(missing) = SizeSystem::ALL.iter().find(|system| !sizes.scales.contains_key(system)) {
            return Err(file.error(format!("system \"{missing}\""), "is missing"));
        }

        type RawLetters = BTreeMap<SizeSystem, BTreeMap<String, Vec<String>>>;
        for (system, letters) in file.section::<RawLetters>("letters")? {
            let pairs = letters
                .into_iter()
                .flat_map(|(letter, numbers)| numbers.into_iter().map(move |number| (letter.clone(), number)));
            for (letter, number) in pairs {
                let pair = sizes.read_in(SizeSystem::AL, &letter).zip(sizes.read_in(system, &number));
                let pair = pair.ok_or_else(|| {
                    file.error(
                        format!("[letters.{system}]"),
                        format!("{letter} = {number} are not sizes of AL and {system}"),
                    )
                })?;
                sizes.letters.entry(system).or_default().push(pair);
            }
        }

        for (entry, raw) in file.entries::<RawAge>("age")? {
            if sizes.ages.last().is_some_and(|(months, _)| *months >= raw.from_months) {
                return Err(file.error(entry, "from_months must grow from entry to entry"));
            }
            let size = raw.size.map(|label| {
                let known = sizes.read_in(SizeSystem::BK, &label);
                known.ok_or_else(|| file.error(&entry, format!("\"{label}\" is not a size of BK")))
            });
            sizes.ages.push((raw.from_months, size.transpose()?));
        }
        file.finish()?;
        Ok(sizes)
    }

    /// The size systems that come with the program.
    pub fn shipped() -> &'static Sizes {
        static SHIPPED: LazyLock<Sizes> = LazyLock::new(|| {
            Sizes::parse(include_str!("../../../config/catalogue/sizes.toml"))
                .expect("the sizes that are built in are tested")
        });
        &SHIPPED
    }

    /// What a system is called on a form.
    pub fn names(&self, system: SizeSystem) -> Option<&Words> {
        self.scales.get(&system).map(|scale| &scale.names)
    }

    /// Every label must be read as itself, every alias as a size: otherwise the file contradicts itself.
    fn check_labels(&self, system: SizeSystem) -> Result<(), String> {
        let scale = &self.scales[&system];
        if self.all_of(system).len() != scale.values.len() * scale.with.len().max(1) {
            return Err("a value is not a size that this system can have, or stands there twice".into());
        }
        for label in self.all_of(system).iter().map(Size::label).chain(scale.double.iter().map(String::as_str)) {
            match self.reading_in(system, label) {
                Some((size, Grade::Exact)) if size.label() == label => {}
                _ => return Err(format!("\"{label}\" is not a size that this system can have, or stands there twice")),
            }
        }
        match scale.aliases.iter().find(|(alias, _)| self.read_in(system, alias).is_none()) {
            Some((alias, size)) => Err(format!("the alias \"{alias}\" stands for \"{size}\", which is no size")),
            None => Ok(()),
        }
    }
}

impl Scale {
    fn new(raw: RawSystem) -> Result<Scale, &'static str> {
        let shape = raw.code.shape();
        let listed = !matches!(shape, Shape::Number | Shape::AnyArea | Shape::None);
        if listed == raw.values.is_empty() {
            return Err(if listed { "it needs values" } else { "it can have no values" });
        }
        if matches!(shape, Shape::Jeans | Shape::Bra) == raw.with.is_empty() {
            return Err("only JW and BR need \"with\", the second half of the size");
        }
        if shape != Shape::List && (raw.half || !raw.double.is_empty()) {
            return Err("it can have neither double labels nor half sizes");
        }
        let bounds = match (matches!(shape, Shape::Number | Shape::AnyArea), raw.from, raw.to) {
            (true, Some(from), Some(to)) if 0 < from && from < to => (from, to),
            (false, None, None) => (0, 0),
            _ => return Err("only BE, CU and PO need \"from\" and \"to\", the smaller first"),
        };
        Ok(Scale {
            names: Words::new(raw.de, raw.en),
            values: raw.values,
            with: raw.with,
            double: raw.double,
            half: raw.half,
            aliases: raw.aliases.into_iter().map(|(alias, size)| (tidy(&alias), tidy(&size))).collect(),
            bounds,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../../../config/catalogue/sizes.toml");

    fn complaint(text: &str, put: &str) -> String {
        assert!(SHIPPED.contains(text), "{text}");
        Sizes::parse(&SHIPPED.replacen(text, put, 1)).unwrap_err().to_string()
    }

    #[test]
    fn an_error_names_the_system_and_what_is_wrong() {
        assert_eq!(complaint("code = \"SL\"", "code = \"ZZ\"").split(": ").nth(1), Some("system \"ZZ\""));
        assert_eq!(
            complaint("\"40x60\"", "\"40\""),
            "sizes.toml: system \"PI\": \"40\" is not a size that this system can have, or stands there twice"
        );
        assert_eq!(
            complaint("\"US M 13\" = \"47\"", "\"US M 13\" = \"77\""),
            "sizes.toml: system \"SH\": the alias \"USM13\" stands for \"77\", which is no size"
        );
        assert_eq!(
            complaint("XS = [\"32\"", "XS = [\"33\""),
            "sizes.toml: [letters.WN]: XS = 33 are not sizes of AL and WN"
        );
        assert!(complaint("size = \"56\"", "size = \"57\"").ends_with("age no. 1: \"57\" is not a size of BK"));
        assert!(complaint("from_months = 12", "from_months = 3").contains("must grow"));
        assert!(complaint("half = true", "halves = true").starts_with("sizes.toml: system \"SH\": unknown field"));
    }
}
