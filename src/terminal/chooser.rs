//! Choosing at intake what the next pieces are: a few letters, a key beside the result, and it sticks.

use super::wedge::Wedge;
use crate::web::api::wire::{ScanFields, WireProduct};

/// Results that have a key of their own, F1 to F8.
pub const MOST_SHOWN: usize = 8;
/// The search begins when fingers rest this long: a scanner's code never starts one.
const REST_MS: u64 = 150;
const SHORTEST_QUERY: usize = 2;

/// What is being asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Step {
    #[default]
    Product,
    Cut(WireProduct),
    Size,
}

/// The product that the next pieces are.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    pub product: WireProduct,
    pub cut: Option<String>,
    pub size: Option<String>,
}

#[derive(Clone, Debug, Default)]
pub struct Chooser {
    pub(super) step: Step,
    pub(super) results: Vec<WireProduct>,
    pub(super) selected: usize,
    pub(super) chosen: Option<Chosen>,
    /// What was last asked of the server, and whether it has answered.
    asked: Option<String>,
    pub(super) answered: bool,
}

impl Chooser {
    /// What every scan says about its piece, until something else is chosen.
    pub fn fields(&self) -> ScanFields {
        match &self.chosen {
            None => ScanFields::default(),
            Some(chosen) => ScanFields {
                product: Some(chosen.product.code.clone()),
                cut: chosen.cut.clone(),
                size: chosen.size.clone(),
                ..ScanFields::default()
            },
        }
    }

    /// Whether the keys F1 to F8 stand beside something.
    pub fn is_open(&self) -> bool {
        match self.step {
            Step::Product => !self.results.is_empty(),
            Step::Cut(_) => true,
            Step::Size => false,
        }
    }

    /// Whether the search takes the middle of the screen.
    pub fn is_active(&self, typed: &str) -> bool {
        !typed.is_empty() || self.step != Step::Product
    }

    /// Whether it is said what the pieces are, with nothing left to ask.
    pub fn is_settled(&self) -> bool {
        self.chosen.is_some() && self.step == Step::Product
    }

    /// Gives up what is being chosen; what was chosen before stays.
    pub fn close(&mut self) {
        *self = Chooser { chosen: self.chosen.take(), ..Chooser::default() };
    }

    pub fn move_by(&mut self, by: isize) {
        let most = self.choices().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(most);
    }

    fn choices(&self) -> usize {
        match &self.step {
            Step::Product => self.results.len(),
            Step::Cut(product) => product.cuts.len(),
            Step::Size => 0,
        }
    }

    /// The query to send, once for each text that rests.
    pub fn wants(&mut self, wedge: &Wedge, ms: u64) -> Option<String> {
        if self.step != Step::Product {
            return None;
        }
        let query = wedge.text().trim().to_lowercase();
        if query.chars().count() < SHORTEST_QUERY {
            self.results.clear();
            self.asked = None;
            self.answered = false;
            return None;
        }
        let rests = wedge.last_ms().is_some_and(|last| ms.saturating_sub(last) >= REST_MS);
        if !rests || self.asked.as_deref() == Some(&query) {
            return None;
        }
        self.asked = Some(query.clone());
        self.answered = false;
        Some(query)
    }

    /// Takes results, unless another text was typed meanwhile.
    pub fn found(&mut self, query: &str, mut products: Vec<WireProduct>) {
        if self.asked.as_deref() == Some(query) && self.step == Step::Product {
            products.truncate(MOST_SHOWN);
            self.results = products;
            self.selected = 0;
            self.answered = true;
        }
    }

    /// Takes the choice with this number, or the marked one; at the size, the typed text. Says whether there was one.
    pub fn choose(&mut self, which: Option<usize>, typed: &str) -> bool {
        let at = which.unwrap_or(self.selected);
        match std::mem::take(&mut self.step) {
            Step::Product => {
                let Some(product) = self.results.get(at).cloned() else { return false };
                match product.cuts.len() {
                    0 | 1 => self.settle(product, None),
                    _ => self.ask_cut(product),
                }
                true
            }
            Step::Cut(product) => match product.cuts.get(at).cloned() {
                Some(cut) => {
                    self.settle(product, Some(cut));
                    true
                }
                None => {
                    self.step = Step::Cut(product);
                    false
                }
            },
            Step::Size => {
                self.step = Step::Size;
                self.take_size(typed)
            }
        }
    }

    /// A size that was typed and not confirmed counts when the label is scanned: it stands on the screen.
    pub fn take_size(&mut self, typed: &str) -> bool {
        let size = typed.trim();
        if self.step != Step::Size {
            return false;
        }
        self.step = Step::Product;
        if let Some(chosen) = self.chosen.as_mut().filter(|_| !size.is_empty()) {
            chosen.size = Some(size.chars().take(16).collect::<String>().to_uppercase());
        }
        true
    }

    fn ask_cut(&mut self, product: WireProduct) {
        self.results.clear();
        self.asked = None;
        self.selected = 0;
        self.step = Step::Cut(product);
    }

    fn settle(&mut self, product: WireProduct, cut: Option<String>) {
        let cut = cut.or_else(|| product.cuts.first().cloned());
        let size = product.size.clone();
        let step = if size.is_none() { Step::Size } else { Step::Product };
        *self = Chooser { step, chosen: Some(Chosen { product, cut, size }), ..Chooser::default() };
    }
}
