//! Who should get what: the proposals, and one piece with everybody who waits for it.

pub(in crate::web) mod list;
pub(in crate::web) mod one;

use crate::actions::allocate::Proposals;
use crate::domain::catalogue::{Catalogue, ProductCode};
use crate::domain::turn::{FIRST, Row, Waits};
use crate::texts::{Texts, Words};

/// “Winterjacke Gr. 104”.
fn named(t: &Texts, catalogue: &Catalogue, product: &ProductCode, size: Option<&String>) -> String {
    let words = words(catalogue, product);
    match size {
        Some(size) => t.item_with_size(words, size),
        None => t.item_without_size(words),
    }
}

fn words(catalogue: &Catalogue, product: &ProductCode) -> Words {
    match catalogue.product(product.as_str()) {
        Some(product) => product.names.clone(),
        None => Words::new(product.to_string(), product.to_string()),
    }
}

/// The three numbers of a piece that is waited for, in one sentence (law reference 5.3).
fn sentence(t: &Texts, catalogue: &Catalogue, proposals: &Proposals, waits: &Waits) -> String {
    let asks = &proposals.supply.lines[waits.line];
    let product = words(catalogue, &asks.line.product);
    let why = match waits.score.u {
        _ if asks.is_marked => t.allocation_u_marked(),
        FIRST => t.allocation_u_first(product),
        0 => t.allocation_u_wish(),
        _ if waits.have + asks.elsewhere == 0 => t.allocation_u_later(product),
        _ => {
            let line = &asks.line;
            let mut why = t.allocation_u_more(line.got + asks.elsewhere, line.wanted + asks.elsewhere);
            if asks.aside > 0 {
                why = t.allocation_u_aside(why, asks.aside);
            }
            let before = |row: &&Row| row.waits.line == waits.line && row.waits.have < waits.have;
            match proposals.solved.rows.iter().filter(before).count() {
                0 => why,
                proposed => t.allocation_u_proposed(why, proposed),
            }
        }
    };
    let (score, reasons) = (waits.score, waits.reasons);
    let weeks = t.allocation_weeks(i32::from(reasons.weeks));
    t.allocation_sentence(
        i32::from(score.u),
        why,
        i32::from(score.b),
        i32::from(reasons.percent),
        i32::from(score.w),
        weeks,
        i32::from(score.total()),
    )
}
