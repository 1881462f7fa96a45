//! Who fits whom: the fit rules of the law reference, part 3.3.

use super::system::Shape;
use super::{Size, SizeSystem, Sizes};
use crate::domain::catalogue::Product;

/// How well an offered piece fits what was asked for, worst first. It speaks of sizes only: whether the cut is right says
/// [`Cut::takes`](crate::domain::catalogue::Cut::takes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fit {
    No,
    /// One side has no size, or only half of one: worth holding up, but after everything that surely fits.
    Unknown,
    /// To grow into.
    NextSize,
    Exact,
}

impl Fit {
    /// Whether the piece may be proposed at all.
    pub fn is_possible(self) -> bool {
        self != Fit::No
    }
}

/// One size of a list is two places further, because half sizes lie between.
const ONE_SIZE: u16 = 2;
/// Up to here a shoe is a child's.
const LARGEST_CHILDS_SHOE: &str = "35";

impl Sizes {
    /// How well a piece in size `offered` serves somebody who asked for `wanted`; `None` is a size that nobody knows.
    ///
    /// - Children's heights: the same or the next (s, s + 6 cm), roomy things one more (s + 12).
    /// - Shoes: the same; children's boots also one larger.
    /// - Letters and adults' numbers: the same, and across by the table of letters (Richtwert). All others: the same.
    /// - A label that covers several sizes (`50/56`) counts as each of them.
    pub fn fits(&self, product: &Product, wanted: Option<&Size>, offered: Option<&Size>) -> Fit {
        if !product.is_sized() {
            return Fit::Exact;
        }
        let (Some(wanted), Some(offered)) = (wanted, offered) else { return Fit::Unknown };
        if wanted.system() != offered.system() {
            return if self.same_by_letters(wanted, offered) { Fit::Exact } else { Fit::No };
        }
        match wanted.system().shape() {
            Shape::None => Fit::Exact,
            Shape::Jeans => jeans(wanted.span(), offered.span()),
            Shape::Bra | Shape::AnyArea if wanted.span() == offered.span() => Fit::Exact,
            Shape::Bra | Shape::AnyArea => Fit::No,
            _ if wanted.overlaps(offered) => Fit::Exact,
            _ => {
                let smallest_larger = wanted.span().1 + 1;
                let largest = wanted.span().1 + self.room_to_grow(product, wanted);
                let grows_into = (smallest_larger..=largest).contains(&offered.span().0);
                if grows_into { Fit::NextSize } else { Fit::No }
            }
        }
    }

    fn room_to_grow(&self, product: &Product, wanted: &Size) -> u16 {
        match wanted.system() {
            SizeSystem::BK if product.roomy => 2 * ONE_SIZE,
            SizeSystem::BK => ONE_SIZE,
            SizeSystem::SH if product.roomy && self.is_childs_shoe(wanted) => ONE_SIZE,
            _ => 0,
        }
    }

    fn is_childs_shoe(&self, size: &Size) -> bool {
        let largest = self.read_in(SizeSystem::SH, LARGEST_CHILDS_SHOE);
        largest.is_some_and(|largest| size.span().1 <= largest.span().1)
    }

    /// Whether one is a letter and the other a number that goes with it.
    fn same_by_letters(&self, one: &Size, other: &Size) -> bool {
        let (letter, number) = if one.system() == SizeSystem::AL { (one, other) } else { (other, one) };
        let pairs = self.letters.get(&number.system()).map(Vec::as_slice).unwrap_or_default();
        pairs.iter().any(|(l, n)| l.overlaps(letter) && n.overlaps(number))
    }
}

/// Waist and length must both be right; a length that the label does not say has to be tried on.
fn jeans(wanted: (u16, u16), offered: (u16, u16)) -> Fit {
    match (wanted.0 == offered.0, wanted.1, offered.1) {
        (false, ..) => Fit::No,
        (true, wanted, offered) if wanted == offered && wanted > 0 => Fit::Exact,
        (true, 0, _) | (true, _, 0) => Fit::Unknown,
        _ => Fit::No,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::catalogue::{Catalogue, Cut};

    fn product(code: &str) -> &'static Product {
        Catalogue::shipped().product(code).unwrap()
    }

    fn fit(code: &str, cut: Cut, wanted: &str, offered: &str) -> Fit {
        let sizes = Sizes::shipped();
        let read =
            |text: &str| Some(sizes.read(product(code), Some(cut), text).unwrap_or_else(|| panic!("{code} {text}")));
        sizes.fits(product(code), read(wanted).as_ref(), read(offered).as_ref())
    }

    #[test]
    fn children_grow_into_the_next_size_and_jackets_into_the_one_after() {
        assert_eq!(fit("jeans", Cut::K, "104", "104"), Fit::Exact);
        assert_eq!(fit("jeans", Cut::K, "104", "110"), Fit::NextSize);
        assert_eq!(fit("jeans", Cut::K, "104", "116"), Fit::No);
        assert_eq!(fit("jeans", Cut::K, "104", "98"), Fit::No);
        assert_eq!(fit("winterjacke", Cut::K, "104", "116"), Fit::NextSize);
        assert_eq!(fit("winterjacke", Cut::K, "104", "122"), Fit::No);
    }

    #[test]
    fn a_double_label_counts_as_both() {
        assert_eq!(fit("body", Cut::B, "56", "50/56"), Fit::Exact);
        assert_eq!(fit("body", Cut::B, "50", "50/56"), Fit::Exact);
        assert_eq!(fit("body", Cut::B, "50/56", "62"), Fit::NextSize);
        assert_eq!(fit("body", Cut::B, "50/56", "68"), Fit::No);
        assert_eq!(fit("body", Cut::B, "62", "50/56"), Fit::No);
    }

    #[test]
    fn shoes_fit_exactly_but_childrens_boots_may_be_larger() {
        assert_eq!(fit("sneaker", Cut::K, "28", "29"), Fit::No);
        assert_eq!(fit("winterschuhe", Cut::K, "28", "29"), Fit::NextSize);
        assert_eq!(fit("winterschuhe", Cut::K, "28", "28.5"), Fit::NextSize);
        assert_eq!(fit("winterschuhe", Cut::K, "28", "30"), Fit::No);
        assert_eq!(fit("gummistiefel", Cut::K, "26", "26/27"), Fit::Exact);
        assert_eq!(fit("winterschuhe", Cut::W, "38", "39"), Fit::No);
    }

    #[test]
    fn letters_meet_numbers_in_the_table_and_stay_as_they_are() {
        assert_eq!(fit("winterjacke", Cut::W, "M", "40"), Fit::Exact);
        assert_eq!(fit("winterjacke", Cut::W, "42", "M"), Fit::Exact);
        assert_eq!(fit("winterjacke", Cut::W, "M", "44"), Fit::No);
        assert_eq!(fit("winterjacke", Cut::M, "M", "50"), Fit::Exact);
        assert_eq!(fit("winterjacke", Cut::M, "S/M", "48"), Fit::Exact);
        assert_eq!(fit("winterjacke", Cut::M, "L", "50"), Fit::No);
        assert_eq!(fit("tshirt", Cut::M, "M", "L"), Fit::No);
    }

    #[test]
    fn jeans_need_waist_and_length() {
        assert_eq!(fit("jeans", Cut::M, "W32/L32", "32/32"), Fit::Exact);
        assert_eq!(fit("jeans", Cut::M, "W32/L32", "W32/L34"), Fit::No);
        assert_eq!(fit("jeans", Cut::M, "W32/L32", "W32"), Fit::Unknown);
        assert_eq!(fit("jeans", Cut::M, "W32", "W33"), Fit::No);
    }

    #[test]
    fn an_unknown_size_comes_after_everything_that_fits() {
        let sizes = Sizes::shipped();
        let jacket = product("winterjacke");
        let size = sizes.read(jacket, Some(Cut::K), "104");
        assert_eq!(sizes.fits(jacket, size.as_ref(), None), Fit::Unknown);
        assert_eq!(sizes.fits(jacket, None, size.as_ref()), Fit::Unknown);
        assert_eq!(sizes.fits(product("topf"), None, None), Fit::Unknown);
        assert_eq!(sizes.fits(product("schal"), None, None), Fit::Exact);
        assert!(Fit::Exact > Fit::NextSize && Fit::NextSize > Fit::Unknown && Fit::Unknown > Fit::No);
    }

    /// Any size that a label of some product can carry.
    fn any_size() -> impl Strategy<Value = (&'static Product, Cut, Size)> {
        (0..146usize, 0..5usize, any::<prop::sample::Index>()).prop_filter_map("without sizes", |(at, cut, pick)| {
            let product = &Catalogue::shipped().products()[at];
            let choices = Sizes::shipped().choices(product, Some(Cut::ALL[cut]));
            (product.cuts.contains(&Cut::ALL[cut]) && !choices.is_empty())
                .then(|| (product, Cut::ALL[cut], choices[pick.index(choices.len())].clone()))
        })
    }

    proptest! {
        #[test]
        fn every_size_fits_itself((product, _, size) in any_size()) {
            prop_assert_eq!(Sizes::shipped().fits(product, Some(&size), Some(&size)), Fit::Exact);
        }

        #[test]
        fn nothing_fits_across_systems_but_letters((product, _, one) in any_size(), (_, _, other) in any_size()) {
            let pair = (one.system(), other.system());
            prop_assume!(pair.0 != pair.1);
            let adults = |system| matches!(system, SizeSystem::WN | SizeSystem::MN);
            let letters = pair.0 == SizeSystem::AL && adults(pair.1) || pair.1 == SizeSystem::AL && adults(pair.0);
            let fit = Sizes::shipped().fits(product, Some(&one), Some(&other));
            prop_assert!(letters || fit == Fit::No);
            prop_assert_eq!(fit, Sizes::shipped().fits(product, Some(&other), Some(&one)));
        }

        #[test]
        fn exact_is_mutual_and_nobody_grows_backwards((product, cut, one) in any_size(), pick: prop::sample::Index) {
            let sizes = Sizes::shipped();
            let choices = sizes.choices(product, Some(cut));
            let other = &choices[pick.index(choices.len())];
            let there = sizes.fits(product, Some(&one), Some(other));
            let back = sizes.fits(product, Some(other), Some(&one));
            prop_assert_eq!(there == Fit::Exact, back == Fit::Exact);
            prop_assert!(there != Fit::NextSize || (back == Fit::No && *other > one));
        }

        #[test]
        fn a_double_label_fits_where_one_half_fits(at in 0..22usize, wanted in 0..23usize, roomy: bool) {
            let sizes = Sizes::shipped();
            let heights = sizes.all_of(SizeSystem::BK);
            let product = product(if roomy { "winterjacke" } else { "jeans" });
            let fit = |offered: &Size| sizes.fits(product, Some(&heights[wanted]), Some(offered));
            let double = sizes.read_in(SizeSystem::BK, &format!("{}/{}", heights[at], heights[at + 1])).unwrap();
            prop_assert_eq!(fit(&double), fit(&heights[at]).max(fit(&heights[at + 1])));
        }

        #[test]
        fn product_cut_and_label_are_enough_to_store_a_size((product, cut, size) in any_size()) {
            prop_assert_eq!(Sizes::shipped().read(product, Some(cut), size.label()), Some(size));
        }

        #[test]
        fn any_text_can_be_read_without_harm(text in "\\PC{0,12}") {
            let size = Sizes::shipped().normalise(&text);
            let again = size.as_ref().and_then(|size| Sizes::shipped().read_in(size.system(), size.label()));
            prop_assert_eq!(size, again);
        }
    }
}
