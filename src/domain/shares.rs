//! What is wanted and given in simulations and demo data: assumptions from `config/catalogue/shares.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::CatalogueError;
use super::catalogue::Cut;
use super::data_file::DataFile;

/// Shares of five size classes, small to large; each list adds up to 1 (law reference 3.4, an assumption).
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SizeShares {
    pub demand: [f64; 5],
    pub supply: [f64; 5],
}

/// Who asks for which sizes, and what donors bring. Nothing that a person sees is computed from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// XS, S, M, L, XL and larger.
    pub men: SizeShares,
    /// XS, S, M, L, XL and larger.
    pub women: SizeShares,
    /// Body heights 50 to 68, 74 to 92, 98 to 116, 122 to 146, 152 to 176.
    pub children: SizeShares,
    /// How much of what is given is cut for whom.
    pub cuts: BTreeMap<Cut, f64>,
}

impl Shares {
    pub fn parse(toml: &str) -> Result<Shares, CatalogueError> {
        let mut file = DataFile::read("shares.toml", toml)?;
        let shares = Shares {
            men: file.section("men")?,
            women: file.section("women")?,
            children: file.section("children")?,
            cuts: file.section("cuts")?,
        };
        let lists = [("men", &shares.men), ("women", &shares.women), ("children", &shares.children)];
        for (section, list) in lists {
            for (name, values) in [("demand", list.demand), ("supply", list.supply)] {
                if !adds_up(values) {
                    return Err(file.error(format!("[{section}]"), format!("{name} does not add up to 1")));
                }
            }
        }
        if !adds_up(shares.cuts.values().copied()) {
            return Err(file.error("[cuts]", "they do not add up to 1"));
        }
        file.finish()?;
        Ok(shares)
    }

    /// The shares that come with the program.
    pub fn shipped() -> &'static Shares {
        static SHIPPED: LazyLock<Shares> = LazyLock::new(|| {
            Shares::parse(include_str!("../../config/catalogue/shares.toml"))
                .expect("the shares that are built in are tested")
        });
        &SHIPPED
    }
}

fn adds_up(shares: impl IntoIterator<Item = f64>) -> bool {
    let mut sum = 0.0;
    for share in shares {
        if share < 0.0 {
            return false;
        }
        sum += share;
    }
    (sum - 1.0).abs() < 1e-6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_shares_say_what_the_reference_says() {
        let shares = Shares::shipped();
        assert_eq!(shares.men.demand, [0.10, 0.32, 0.33, 0.17, 0.08]);
        assert_eq!(shares.cuts[&Cut::W], 0.50);
    }

    #[test]
    fn shares_that_do_not_add_up_are_refused() {
        let wrong = include_str!("../../config/catalogue/shares.toml").replace("0.33", "0.34");
        assert_eq!(Shares::parse(&wrong).unwrap_err().to_string(), "shares.toml: [men]: demand does not add up to 1");
    }
}
