//! The colours as the style sheets name them, and how well each ink is seen on its ground, measured as WCAG 2.2 says.

use std::collections::BTreeMap;

use crate::texts::Lang;
use crate::web::assets;

/// Custom properties and their values.
type Tokens = BTreeMap<String, String>;

/// For text, WCAG 2.2 success criterion 1.4.3.
const TEXT: f64 = 4.5;
/// For borders of controls, signs, focus and charts, 1.4.11.
const SIGN: f64 = 3.0;

/// Ink, ground, and the ratio that they need.
const PAIRS: [(&str, &str, f64); 45] = [
    ("--ink", "--page", TEXT),
    ("--ink", "--surface", TEXT),
    ("--ink", "--sunken", TEXT),
    ("--ink-2", "--page", TEXT),
    ("--ink-2", "--surface", TEXT),
    ("--ink-2", "--sunken", TEXT),
    ("--brand", "--page", TEXT),
    ("--brand", "--surface", TEXT),
    ("--brand", "--sunken", TEXT),
    ("--brand", "--brand-soft", TEXT),
    ("--ink", "--brand-soft", TEXT),
    ("--on-brand", "--brand", TEXT),
    ("--on-brand", "--brand-hover", TEXT),
    ("--on-head", "--head", TEXT),
    ("--on-head-2", "--head", TEXT),
    ("--marigold", "--head", SIGN),
    ("--edge", "--page", SIGN),
    ("--edge", "--surface", SIGN),
    ("--edge", "--sunken", SIGN),
    ("--focus", "--page", SIGN),
    ("--focus", "--surface", SIGN),
    ("--focus", "--sunken", SIGN),
    ("--green", "--green-soft", TEXT),
    ("--blue", "--blue-soft", TEXT),
    ("--violet", "--violet-soft", TEXT),
    ("--teal", "--teal-soft", TEXT),
    ("--amber", "--amber-soft", TEXT),
    ("--red", "--red-soft", TEXT),
    ("--grey", "--grey-soft", TEXT),
    ("--red", "--surface", TEXT),
    ("--red", "--page", TEXT),
    ("--on-ok", "--ok", TEXT),
    ("--on-again", "--again", TEXT),
    ("--on-stop", "--stop", TEXT),
    ("--on-head", "--mode-handout", TEXT),
    ("--on-head", "--mode-intake", TEXT),
    ("--on-head", "--mode-return", TEXT),
    ("--on-head", "--mode-move", TEXT),
    ("--on-head", "--mode-stocktake", TEXT),
    ("--on-head", "--mode-lookup", TEXT),
    ("--chart-1", "--surface", SIGN),
    ("--chart-2", "--surface", SIGN),
    ("--chart-3", "--surface", SIGN),
    ("--chart-4", "--surface", SIGN),
    ("--chart-5", "--surface", SIGN),
];

/// A colour in light and in dark.
pub(super) struct Swatch {
    pub name: String,
    pub values: [String; 2],
}

/// One ink on one ground.
pub(super) struct Pair {
    pub ink: &'static str,
    pub ground: &'static str,
    pub needed: String,
    /// In the order of [`themes`].
    pub ratios: Vec<Ratio>,
}

pub(super) struct Ratio {
    pub words: String,
    pub suffices: bool,
    pub ink: String,
    pub ground: String,
}

/// Every plain colour of the tokens.
pub(super) fn swatches() -> Vec<Swatch> {
    let [light, dark, ..] = themes();
    let names = light.iter().filter(|(_, value)| rgb(value).is_some());
    names
        .map(|(name, value)| Swatch {
            name: name.clone(),
            values: [value.clone(), dark.get(name).unwrap_or(value).clone()],
        })
        .collect()
}

/// Every pair, measured in every theme.
pub(super) fn pairs(lang: Lang) -> Vec<Pair> {
    let themes = themes();
    let measure = |&(ink, ground, needed): &(&'static str, &'static str, f64)| Pair {
        ink,
        ground,
        needed: number(needed, lang),
        ratios: themes
            .iter()
            .filter_map(|tokens| {
                let (ink, ground) = (resolve(tokens, ink)?, resolve(tokens, ground)?);
                let ratio = contrast(rgb(ink)?, rgb(ground)?);
                let words = number(ratio, lang);
                Some(Ratio { words, suffices: ratio >= needed, ink: ink.to_owned(), ground: ground.to_owned() })
            })
            .collect(),
    };
    PAIRS.iter().map(measure).collect()
}

/// Light, dark, and both with strong contrasts.
fn themes() -> [Tokens; 4] {
    let (light, dark, strong) = (read("tokens.css"), read("dark.css"), read("contrast.css"));
    let over = |base: &Tokens, change: &Tokens| base.clone().into_iter().chain(change.clone()).collect::<Tokens>();
    let dark = over(&light, &dark);
    let (light_strong, dark_strong) = (over(&light, &strong), over(&dark, &strong));
    [light, dark, light_strong, dark_strong]
}

/// The custom properties of a style sheet.
fn read(sheet: &str) -> Tokens {
    let text = assets::text(sheet);
    // What follows a comment's end, up to the next one's begin: comments hold colons too.
    let bare: String = text.split("*/").filter_map(|part| part.split("/*").next()).collect();
    let named = bare.split([';', '{', '}']).filter_map(|line| line.split_once(':'));
    named
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .filter(|(name, _)| name.starts_with("--"))
        .collect()
}

/// The colour that a name means in the end. A circle of names means none.
fn resolve<'t>(tokens: &'t Tokens, name: &str) -> Option<&'t str> {
    let mut value = tokens.get(name)?.as_str();
    for _ in 0..4 {
        match value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) {
            Some(other) => value = tokens.get(other)?,
            None => return Some(value),
        }
    }
    None
}

/// `#rgb` or `#rrggbb`.
fn rgb(value: &str) -> Option<[u8; 3]> {
    let digits: Vec<u32> = value.strip_prefix('#')?.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>()?;
    let byte = |high: u32, low: u32| u8::try_from(high * 16 + low).ok();
    match digits[..] {
        [r, g, b] => Some([byte(r, r)?, byte(g, g)?, byte(b, b)?]),
        [r, r2, g, g2, b, b2] => Some([byte(r, r2)?, byte(g, g2)?, byte(b, b2)?]),
        _ => None,
    }
}

/// The ratio of two colours, from 1 (the same) to 21 (black and white).
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance as WCAG 2.2 defines it.
fn luminance(colour: [u8; 3]) -> f64 {
    let [r, g, b] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// Cut off, not rounded up: 4.49 is not 4.5.
fn number(ratio: f64, lang: Lang) -> String {
    let text = format!("{:.1}", (ratio * 10.0).floor() / 10.0);
    if matches!(lang, Lang::De | Lang::Uk) { text.replace('.', ",") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_on_white_is_21_and_grey_is_as_the_standard_says() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
        assert!((contrast([0x76; 3], [255; 3]) - 4.54).abs() < 0.01);
    }

    #[test]
    fn every_ink_is_seen_on_its_ground_in_every_theme() {
        let mut wrong = Vec::new();
        for pair in pairs(Lang::En) {
            assert_eq!(pair.ratios.len(), 4, "{} on {} is measured in four themes", pair.ink, pair.ground);
            let names = ["light", "dark", "light strong", "dark strong"];
            for (theme, ratio) in names.iter().zip(pair.ratios).filter(|(_, ratio)| !ratio.suffices) {
                wrong.push(format!(
                    "{} on {}: {} in {theme}, {} is needed",
                    pair.ink, pair.ground, ratio.words, pair.needed
                ));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
