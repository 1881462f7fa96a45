//! The figures of the house by name.

use super::rights::Right;

stable_words! {
    /// What can be asked for, as addresses and the command line name it.
    pub enum FigureName {
        Stock = "stock",
        InOut = "in-out",
        Needs = "needs",
        Waiting = "waiting",
    }
}

impl FigureName {
    /// Who may see it. A line of a needs list in a small group could be somebody's, so needs are for those who may see
    /// every household.
    pub fn right(self) -> Right {
        match self {
            FigureName::Stock | FigureName::InOut => Right::SeeItems,
            FigureName::Needs | FigureName::Waiting => Right::SeeHouseholds,
        }
    }
}
