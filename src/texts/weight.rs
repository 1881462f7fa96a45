//! Weights as people of each language write them.

use super::Texts;
use super::money::grouped;

impl Texts {
    /// Grams as kilograms with at least so many decimals: `1.234,5`, `0,35`, `1,234.5`. No gram is lost.
    pub fn kilograms(&self, grams: i64, decimals: usize) -> String {
        let (thousands, point) = self.marks();
        let text = grouped((grams / 1000).unsigned_abs(), thousands);
        let mut part = format!("{:03}", (grams % 1000).abs());
        while part.len() > decimals && part.ends_with('0') {
            part.pop();
        }
        let sign = if grams < 0 { "-" } else { "" };
        if part.is_empty() { format!("{sign}{text}") } else { format!("{sign}{text}{point}{part}") }
    }
}

/// As many decimals as all of these weights need, so that they stand below each other.
pub fn decimals(grams: impl IntoIterator<Item = i64>) -> usize {
    let needed = |grams: i64| match grams.abs() % 1000 {
        part if part % 100 == 0 => 1,
        part if part % 10 == 0 => 2,
        _ => 3,
    };
    grams.into_iter().map(needed).max().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Lang;

    #[test]
    fn weights_are_written_as_each_language_does() {
        let said = |lang, grams, decimals| Texts::of(lang).kilograms(grams, decimals);
        assert_eq!(said(Lang::De, 1_234_500, 1), "1.234,5");
        assert_eq!(said(Lang::De, 350, 1), "0,35");
        assert_eq!(said(Lang::De, 12_000, 0), "12");
        assert_eq!(said(Lang::De, 12_000, 2), "12,00");
        assert_eq!(said(Lang::En, 1_234_005, 1), "1,234.005");
        assert_eq!(said(Lang::Uk, 20_000_000, 1), "20\u{a0}000,0");
        assert_eq!(decimals([12_500, 350, 1_000]), 2);
        assert_eq!(decimals([]), 1);
    }
}
