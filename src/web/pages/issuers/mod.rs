//! The pages about who issues receipts: which there are, one of them with its texts, and its form.

pub(in crate::web) mod form;
pub(in crate::web) mod list;
pub(in crate::web) mod show;

use crate::actions::issuers::Standing;
use crate::texts::Texts;

/// How long an issuer may go on, as a sentence and the tone of its notice.
struct Validity {
    /// `ok`, `warning`, `error`, or nothing where no notice is needed.
    tone: &'static str,
    text: String,
}

impl Validity {
    fn of(t: &Texts, standing: Standing) -> Validity {
        match standing {
            Standing::Always => Validity { tone: "", text: t.issuers_valid_always() },
            Standing::Until(day) => Validity { tone: "ok", text: t.issuers_valid_until(day) },
            Standing::Soon { until, days } => Validity { tone: "warning", text: t.issuers_valid_soon(days, until) },
            Standing::Over(day) => Validity { tone: "error", text: t.issuers_valid_over(day) },
        }
    }

    fn needs_care(&self) -> bool {
        matches!(self.tone, "warning" | "error")
    }
}
