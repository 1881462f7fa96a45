//! The file that `gabentisch allocate` reads: what is in it, what is wrong with it, and the problem that it poses.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use serde::Deserialize;

use crate::domain::allocation::{Household, Line, Problem, serves};
use crate::domain::catalogue::Cut;

/// A problem, with the names of the items as the file has them.
#[derive(Debug)]
pub(super) struct Input {
    pub problem: Problem,
    pub items: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    as_of: String,
    seed: String,
    households: Vec<FileHousehold>,
    lines: Vec<FileLine>,
    items: Vec<FileItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileHousehold {
    id: String,
    have_weight: i64,
    template_weight: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileLine {
    id: String,
    household: String,
    product: String,
    cut: Option<String>,
    sizes: Option<Vec<String>>,
    urgency: u16,
    weight: i64,
    recorded_on: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileItem {
    id: String,
    product: String,
    cut: Option<String>,
    size: Option<String>,
}

/// What makes two items alike for everybody.
type Alike = (String, Option<Cut>, Option<String>);

/// Reads the file.
///
/// # Errors
/// One sentence that names what is wrong and what to do.
pub(super) fn read(bytes: &[u8]) -> Result<Input, String> {
    // Some editors and shells write this mark before the text.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let file: File = serde_json::from_slice(bytes).map_err(|error| {
        format!("this is not what allocate reads: {error}; \"allocate --help\" shows what it reads")
    })?;

    let as_of = date("as_of", &file.as_of)?;
    let mut households = Vec::with_capacity(file.households.len());
    let mut household_at = HashMap::with_capacity(file.households.len());
    for FileHousehold { id, have_weight, template_weight } in file.households {
        let name = named("household", &id)?;
        if have_weight < 0 || template_weight < 0 {
            return Err(format!("{name}: have_weight and template_weight are sums of pieces and never below 0"));
        }
        once(&mut household_at, &id, households.len(), &name)?;
        households.push(Household { id, have_weight, template_weight });
    }

    let mut item_at = HashMap::with_capacity(file.items.len());
    let mut items = Vec::with_capacity(file.items.len());
    let mut shelf: BTreeMap<Alike, Vec<usize>> = BTreeMap::new();
    for (index, item) in file.items.into_iter().enumerate() {
        let name = named("item", &item.id)?;
        once(&mut item_at, &item.id, index, &name)?;
        let kind = (filled(&name, "product", item.product)?, cut(&name, item.cut)?, size(&name, item.size)?);
        shelf.entry(kind).or_default().push(index);
        items.push(item.id);
    }
    let shelf = Shelf::of(shelf, &items);

    let mut line_at = HashMap::with_capacity(file.lines.len());
    let mut lines = Vec::with_capacity(file.lines.len());
    for line in file.lines {
        let name = named("line", &line.id)?;
        once(&mut line_at, &line.id, lines.len(), &name)?;
        let Some(&household) = household_at.get(&line.household) else {
            return Err(format!(
                "{name}: there is no household {:?} in the file: add it to \"households\"",
                line.household
            ));
        };
        if !matches!(line.urgency, 0 | 40 | 80) {
            return Err(format!(
                "{name}: urgency {}: write 80 (has none yet), 40 (has some) or 0 (wish)",
                line.urgency
            ));
        }
        if line.weight < 1 {
            return Err(format!("{name}: weight {}: write 2 (essential) or 1", line.weight));
        }
        let product = filled(&name, "product", line.product)?;
        let sizes: Vec<String> = line.sizes.unwrap_or_default();
        let sizes = sizes.into_iter().map(|one| filled(&name, "size", one)).collect::<Result<Vec<_>, _>>()?;
        let fits = shelf.fits(&product, cut(&name, line.cut)?, &sizes);
        let recorded_on = date(&format!("{name}: recorded_on"), &line.recorded_on)?;
        lines.push(Line {
            id: line.id,
            household,
            urgency: line.urgency,
            counts: line.urgency > 0,
            weight: line.weight,
            recorded_on,
            fits,
        });
    }
    Ok(Input { problem: Problem { as_of, seed: file.seed, households, lines, piles: shelf.piles }, items })
}

/// The items by what they are, and where to look for a product in a size.
struct Shelf {
    kinds: Vec<Alike>,
    piles: Vec<Vec<usize>>,
    by_size: HashMap<(String, Option<String>), Vec<usize>>,
}

impl Shelf {
    fn of(shelf: BTreeMap<Alike, Vec<usize>>, names: &[String]) -> Shelf {
        let mut by_size: HashMap<_, Vec<usize>> = HashMap::new();
        let (mut kinds, mut piles) = (Vec::with_capacity(shelf.len()), Vec::with_capacity(shelf.len()));
        for (kind, mut pile) in shelf {
            by_size.entry((kind.0.clone(), kind.2.clone())).or_default().push(piles.len());
            // In the order of their names, so that the order of the file has no say.
            pile.sort_by_key(|item| &names[*item]);
            kinds.push(kind);
            piles.push(pile);
        }
        Shelf { kinds, piles, by_size }
    }

    /// The piles that serve a line, best fit first: the sizes in the order that the line names them, of each size first the cut
    /// that was asked for.
    fn fits(&self, product: &str, cut: Option<Cut>, sizes: &[String]) -> Vec<usize> {
        let asked: Vec<Option<String>> =
            if sizes.is_empty() { vec![None] } else { sizes.iter().cloned().map(Some).collect() };
        let mut fits = Vec::new();
        for size in asked {
            let there = self.by_size.get(&(product.to_owned(), size)).map(Vec::as_slice).unwrap_or_default();
            let serving = |pile: &&usize| {
                let (product_of, cut_of, size_of) = &self.kinds[**pile];
                serves((product, cut, sizes), (product_of, *cut_of, size_of.as_deref())) && !fits.contains(*pile)
            };
            let mut here: Vec<usize> = there.iter().filter(serving).copied().collect();
            here.sort_by_key(|pile| self.kinds[*pile].1 != cut);
            fits.append(&mut here);
        }
        fits
    }
}

/// `line "n1"`, with an id that can be told.
fn named(what: &str, id: &str) -> Result<String, String> {
    if id.trim().is_empty() {
        Err(format!("one {what} has no id: give each its own"))
    } else {
        Ok(format!("{what} {id:?}"))
    }
}

fn once(seen: &mut HashMap<String, usize>, id: &str, index: usize, name: &str) -> Result<(), String> {
    match seen.insert(id.to_owned(), index) {
        Some(_) => Err(format!("{name} is there twice: give each its own id")),
        None => Ok(()),
    }
}

fn filled(name: &str, what: &str, text: String) -> Result<String, String> {
    if text.trim().is_empty() { Err(format!("{name}: its {what} is empty: fill it in")) } else { Ok(text) }
}

fn cut(name: &str, word: Option<String>) -> Result<Option<Cut>, String> {
    let Some(word) = word else { return Ok(None) };
    let wrong = || {
        let words: Vec<&str> = Cut::ALL.iter().map(|cut| cut.word()).collect();
        format!("{name}: cut {word:?}: write one of {}, or leave it out", words.join(", "))
    };
    word.parse().map(Some).map_err(|_| wrong())
}

fn size(name: &str, text: Option<String>) -> Result<Option<String>, String> {
    text.map(|text| {
        let empty = text.trim().is_empty();
        if empty { Err(format!("{name}: its size is empty: leave it out if it has none")) } else { Ok(text) }
    })
    .transpose()
}

fn date(what: &str, text: &str) -> Result<Date, String> {
    let as_written = text.len() == "2026-11-22".len();
    text.parse().ok().filter(|_| as_written).ok_or(format!("{what}: {text:?} is no day: write it as 2026-11-22"))
}
