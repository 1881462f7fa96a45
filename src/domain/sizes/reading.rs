//! Understands what people type for a size: `104`, `50/56`, `m`, `W32/L32`, `38,5`, `140 × 200`.

use super::system::Shape;
use super::table::Scale;
use super::tidy::tidy;
use super::{Size, SizeSystem, Sizes};
use crate::domain::catalogue::{Cut, Product};

/// How clearly a text meant a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// The text is the label of a listed size.
    Exact,
    /// It is another way to write it, lies within its range, or is a number where any will do.
    Loose,
}

impl Grade {
    pub fn is_exact(self) -> bool {
        self == Grade::Exact
    }
}

impl Sizes {
    /// The size that a text means when nobody says for what. `38` could be a dress, a shoe or a collar: of equally clear
    /// readings the first system counts, in the order of [`SizeSystem`]. Use [`read`](Sizes::read) when the product is
    /// known.
    pub fn normalise(&self, text: &str) -> Option<Size> {
        let readings = SizeSystem::ALL.iter().filter_map(|&system| self.reading_in(system, text));
        readings.min_by_key(|(_, grade)| *grade).map(|(size, _)| size)
    }

    /// The size that a text means on this product. A known cut leaves out what that cut cannot have: `44` on trousers is
    /// a women's, a men's or a baby's size.
    pub fn read(&self, product: &Product, cut: Option<Cut>, text: &str) -> Option<Size> {
        self.read_graded(product, cut, text).map(|(size, _)| size)
    }

    /// Like [`read`](Sizes::read), and how clear it was.
    pub fn read_graded(&self, product: &Product, cut: Option<Cut>, text: &str) -> Option<(Size, Grade)> {
        let used = product.size_systems.iter().filter(|used| cut.is_none_or(|cut| used.system.suits(cut)));
        let readings = used.filter_map(|used| {
            let (size, grade) = self.reading_in(used.system, text)?;
            self.within(&size, used.bounds).then_some((size, grade))
        });
        readings.min_by_key(|(_, grade)| *grade)
    }

    /// Whether a size stays the same size when the product turns out to have another cut. `44` is a size of women's and of
    /// men's trousers, but not the same; where no cut was known it only has to be a size of the new one.
    pub fn stays(&self, product: &Product, from: Option<Cut>, to: Option<Cut>, text: &str) -> bool {
        match (self.read(product, from, text), self.read(product, to, text)) {
            (_, None) => false,
            (Some(before), Some(after)) => from.is_none() || before == after,
            (None, Some(_)) => true,
        }
    }

    /// The size that a text means in this system.
    pub fn read_in(&self, system: SizeSystem, text: &str) -> Option<Size> {
        self.reading_in(system, text).map(|(size, _)| size)
    }

    /// The sizes to choose from on a form, small ones first. Double labels are left out: they can be typed.
    pub fn choices(&self, product: &Product, cut: Option<Cut>) -> Vec<Size> {
        let used = product.size_systems.iter().filter(|used| cut.is_none_or(|cut| used.system.suits(cut)));
        used.flat_map(|used| {
            let all = self.all_of(used.system).into_iter();
            all.filter(|size| self.within(size, used.bounds))
        })
        .collect()
    }

    /// The single sizes of a system in the order of the file.
    pub(super) fn all_of(&self, system: SizeSystem) -> Vec<Size> {
        let Some(scale) = self.scales.get(&system) else { return Vec::new() };
        match system.shape() {
            Shape::List | Shape::Ranges | Shape::Areas => {
                let numbered = scale.values.iter().zip((0..).step_by(2));
                numbered.map(|(label, place)| Size::new(system, label, (place, place))).collect()
            }
            Shape::Jeans => scale
                .pairs()
                .filter_map(|(waist, length)| jeans(scale, &format!("W{waist}/L{length}")).map(|(size, _)| size))
                .collect(),
            Shape::Bra => scale
                .pairs()
                .filter_map(|(band, cup)| bra(scale, &format!("{band}{cup}")).map(|(size, _)| size))
                .collect(),
            Shape::Number | Shape::AnyArea | Shape::None => Vec::new(),
        }
    }

    pub(super) fn reading_in(&self, system: SizeSystem, text: &str) -> Option<(Size, Grade)> {
        let scale = self.scales.get(&system)?;
        let text = tidy(text);
        let direct = match system.shape() {
            Shape::List => list(system, scale, &text),
            Shape::Ranges => ranges(system, scale, &text),
            Shape::Areas => areas(system, scale, &text),
            Shape::Jeans => jeans(scale, &text),
            Shape::Bra => bra(scale, &text),
            Shape::Number => number(scale, &text).map(|n| (Size::new(system, n.to_string(), (n, n)), Grade::Loose)),
            Shape::AnyArea => any_area(system, scale, &text),
            Shape::None => None,
        };
        direct.or_else(|| {
            // An alias never leads to another alias, so this ends.
            let meant = scale.aliases.get(&text).filter(|meant| !scale.aliases.contains_key(meant.as_str()))?;
            self.reading_in(system, meant).map(|(size, _)| (size, Grade::Loose))
        })
    }

    /// Whether a size of the product's part of the system is meant; a double label counts with either half.
    fn within(&self, size: &Size, bounds: Option<(u16, u16)>) -> bool {
        let Some((from, to)) = bounds else { return true };
        let bound = |number: u16| self.read_in(size.system(), &number.to_string()).map(|bound| bound.span());
        match (bound(from), bound(to)) {
            (Some(from), Some(to)) => size.span().1 >= from.0 && size.span().0 <= to.1,
            _ => true,
        }
    }
}

impl Scale {
    /// Twice the place of a value in the list.
    fn place(&self, label: &str) -> Option<u16> {
        self.values.iter().zip((0..).step_by(2)).find(|(value, _)| *value == label).map(|(_, place)| place)
    }

    fn pairs(&self) -> impl Iterator<Item = (&String, &String)> {
        self.values.iter().flat_map(|first| self.with.iter().map(move |second| (first, second)))
    }
}

fn list(system: SizeSystem, scale: &Scale, text: &str) -> Option<(Size, Grade)> {
    if let Some(place) = scale.place(text) {
        return Some((Size::new(system, text, (place, place)), Grade::Exact));
    }
    if let Some(whole) = text.strip_suffix(".5").filter(|_| scale.half) {
        let place = scale.place(whole)? + 1;
        return Some((Size::new(system, text, (place, place)), Grade::Exact));
    }
    let (first, second) = text.split_once(['/', '-'])?;
    let label = scale.double.iter().find(|label| label.split_once('/') == Some((first, second)))?;
    Some((Size::new(system, label, (scale.place(first)?, scale.place(second)?)), Grade::Exact))
}

fn ranges(system: SizeSystem, scale: &Scale, text: &str) -> Option<(Size, Grade)> {
    let text = text.replace('/', "-");
    if let Some(place) = scale.place(&text) {
        return Some((Size::new(system, text, (place, place)), Grade::Exact));
    }
    let number: u16 = text.parse().ok()?;
    let holds = |range: &&String| {
        let ends = range.split_once('-').and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
        ends.is_some_and(|(from, to): (u16, u16)| (from..=to).contains(&number))
    };
    let label = scale.values.iter().find(holds)?;
    let place = scale.place(label)?;
    Some((Size::new(system, label, (place, place)), Grade::Loose))
}

fn areas(system: SizeSystem, scale: &Scale, text: &str) -> Option<(Size, Grade)> {
    let (width, height) = text.split_once(['X', '/'])?;
    let label = |width: &str, height: &str| {
        let label = format!("{width}x{height}");
        scale.place(&label).map(|place| Size::new(system, label, (place, place)))
    };
    let turned = || label(height, width).map(|size| (size, Grade::Loose));
    label(width, height).map(|size| (size, Grade::Exact)).or_else(turned)
}

fn jeans(scale: &Scale, text: &str) -> Option<(Size, Grade)> {
    let (waist, length) = match text.split_once(['/', 'X', '-']) {
        Some(halves) => halves,
        None => text.split_at(text.find('L').unwrap_or(text.len())),
    };
    let named = waist.starts_with('W');
    let waist = waist.trim_start_matches('W');
    let length = length.trim_start_matches('L');
    scale.place(waist)?;
    let grade = if named { Grade::Exact } else { Grade::Loose };
    if length.is_empty() {
        return Some((Size::new(SizeSystem::JW, format!("W{waist}"), (waist.parse().ok()?, 0)), grade));
    }
    scale.with.iter().find(|known| *known == length)?;
    let span = (waist.parse().ok()?, length.parse().ok()?);
    Some((Size::new(SizeSystem::JW, format!("W{waist}/L{length}"), span), grade))
}

fn bra(scale: &Scale, text: &str) -> Option<(Size, Grade)> {
    let number = |c: char| c.is_ascii_digit();
    let (band, cup, grade) = if text.starts_with(number) {
        let (band, cup) = text.split_at(text.find(|c| !number(c))?);
        (band, cup, Grade::Exact)
    } else {
        let (cup, band) = text.split_at(text.find(number)?);
        (band, cup, Grade::Loose)
    };
    let cup_place = scale.with.iter().zip(0..).find(|(known, _)| *known == cup).map(|(_, place)| place)?;
    Some((Size::new(SizeSystem::BR, format!("{band}{cup}"), (scale.place(band)?, cup_place)), grade))
}

fn number(scale: &Scale, text: &str) -> Option<u16> {
    text.parse().ok().filter(|number| (scale.bounds.0..=scale.bounds.1).contains(number))
}

fn any_area(system: SizeSystem, scale: &Scale, text: &str) -> Option<(Size, Grade)> {
    let (width, height) = text.split_once('X')?;
    let (width, height) = (number(scale, width)?, number(scale, height)?);
    Some((Size::new(system, format!("{width}x{height}"), (width, height)), Grade::Loose))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Catalogue;

    #[test]
    fn what_people_type_becomes_a_label() {
        for (typed, system, label) in [
            ("104", SizeSystem::BK, "104"),
            ("50/56", SizeSystem::BK, "50/56"),
            ("92-98", SizeSystem::BK, "92/98"),
            ("m", SizeSystem::AL, "M"),
            ("xxxl", SizeSystem::AL, "3XL"),
            ("W32/L32", SizeSystem::JW, "W32/L32"),
            ("w32 l32", SizeSystem::JW, "W32/L32"),
            ("38", SizeSystem::WN, "38"),
            ("Gr. 36/38", SizeSystem::WN, "36/38"),
            ("38,5", SizeSystem::SH, "38.5"),
            ("uk 5", SizeSystem::SH, "38"),
            ("39-42", SizeSystem::SO, "39-42"),
            ("75 b", SizeSystem::BR, "75B"),
            ("B75", SizeSystem::BR, "75B"),
            ("140 × 200 cm", SizeSystem::BL, "140x200"),
            ("200x135", SizeSystem::BL, "135x200"),
            ("pants 4", SizeSystem::DI, "P4"),
            ("3+", SizeSystem::AG, "3+"),
        ] {
            let size = Sizes::shipped().normalise(typed).unwrap_or_else(|| panic!("{typed}"));
            assert_eq!((size.system(), size.label()), (system, label), "{typed}");
        }
        for typed in ["", "   ", "rot", "999", "38/40/42", "56/50", "W99/L32", "M/XL", "75J"] {
            assert_eq!(Sizes::shipped().normalise(typed), None, "{typed}");
        }
    }

    #[test]
    fn product_and_cut_say_which_system_is_meant() {
        let read = |code: &str, cut, text: &str| {
            let size = Sizes::shipped().read(Catalogue::shipped().product(code).unwrap(), Some(cut), text);
            size.map(|size| format!("{} {size}", size.system()))
        };
        assert_eq!(read("stoffhose", Cut::W, "44").unwrap(), "WN 44");
        assert_eq!(read("stoffhose", Cut::M, "44").unwrap(), "MN 44");
        assert_eq!(read("stoffhose", Cut::K, "44").unwrap(), "BK 44");
        assert_eq!(read("stoffhose", Cut::M, "98").unwrap(), "MN 50", "a long size");
        assert_eq!(read("stoffhose", Cut::W, "20").unwrap(), "WN 40", "a short size");
        assert_eq!(read("jeans", Cut::W, "38").unwrap(), "WN 38");
        assert_eq!(read("jeans", Cut::W, "31").unwrap(), "JW W31");
        assert_eq!(read("jeans", Cut::M, "32").unwrap(), "JW W32");
        assert_eq!(read("hemd", Cut::M, "41").unwrap(), "MC 41");
        assert_eq!(read("guertel", Cut::U, "95 cm").unwrap(), "BE 95");
        assert_eq!(read("vorhang", Cut::U, "140*250").unwrap(), "CU 140x250");
        assert_eq!(read("body", Cut::B, "98/104").unwrap(), "BK 98/104");
        assert_eq!(read("body", Cut::B, "104"), None);
        assert_eq!(read("sneaker", Cut::W, "M"), None);
        assert_eq!(read("kopftuch", Cut::W, "M"), None);
    }

    #[test]
    fn lists_go_from_small_to_large() {
        let sizes = Sizes::shipped();
        let jacket = Catalogue::shipped().product("winterjacke").unwrap();
        let labels = |cut| sizes.choices(jacket, Some(cut)).iter().map(|size| size.to_string()).collect::<Vec<_>>();
        assert_eq!(labels(Cut::M)[..4], ["XXS", "XS", "S", "M"]);
        assert_eq!(labels(Cut::W)[10..12], ["32", "34"]);
        let body = sizes.choices(Catalogue::shipped().product("body").unwrap(), Some(Cut::B));
        assert_eq!((body[0].label(), body[9].label(), body.len()), ("44", "98", 10));
        for &system in SizeSystem::ALL {
            assert!(sizes.all_of(system).is_sorted(), "{system}");
        }
        let between = sizes.read_in(SizeSystem::SH, "38.5").unwrap();
        assert!(sizes.read_in(SizeSystem::SH, "38") < Some(between.clone()));
        assert!(Some(between) < sizes.read_in(SizeSystem::SH, "39"));
    }
}
