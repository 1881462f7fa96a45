//! The small words that describe a product: how it is cut, when it is needed, how it is counted.

stable_words! {
    /// How a piece is cut: an attribute of the piece, never of a person.
    pub enum Cut {
        /// Women's cut.
        W = "W",
        /// Men's cut.
        M = "M",
        /// Children's cut.
        K = "K",
        /// For babies.
        B = "B",
        /// For everybody.
        U = "U",
    }
}

impl Cut {
    /// Whether a piece of the cut `offered` may serve somebody who asked for this cut: the same, or for everybody on
    /// either side.
    pub fn takes(self, offered: Cut) -> bool {
        self == offered || self == Cut::U || offered == Cut::U
    }
}

stable_words! {
    /// When a product is needed (law reference 3.2).
    pub enum Season {
        AllYear = "A",
        /// October to March.
        Winter = "W",
        /// April to September.
        Summer = "S",
    }
}

impl Season {
    /// The half of the year that a month (1 to 12) lies in.
    pub fn of_month(month: i8) -> Season {
        if (4..=9).contains(&month) { Season::Summer } else { Season::Winter }
    }

    pub fn covers(self, month: i8) -> bool {
        self.meets(Season::of_month(month))
    }

    /// Whether the two have a day in common.
    pub fn meets(self, other: Season) -> bool {
        self == other || self == Season::AllYear || other == Season::AllYear
    }
}

stable_words! {
    /// What one of a product is.
    pub enum Unit {
        Piece = "piece",
        Pair = "pair",
        Pack = "pack",
        Set = "set",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn winter_is_october_to_march() {
        let winter: Vec<i8> = (1..=12).filter(|&month| Season::Winter.covers(month)).collect();
        assert_eq!(winter, [1, 2, 3, 10, 11, 12]);
        assert!((1..=12).all(|month| Season::Winter.covers(month) != Season::Summer.covers(month)));
        assert!((1..=12).all(|month| Season::AllYear.covers(month)));
    }

    #[test]
    fn a_cut_takes_itself_and_what_is_for_everybody() {
        assert!(Cut::W.takes(Cut::W) && Cut::W.takes(Cut::U) && Cut::U.takes(Cut::K));
        assert!(!Cut::W.takes(Cut::M) && !Cut::K.takes(Cut::B));
    }
}
