//! How old somebody is, as roughly as the work allows.

stable_words! {
    /// Age as a household's members have it: a band, not a birthday.
    pub enum AgeBand {
        /// 0 and 1 years.
        Baby = "baby",
        /// 2 to 5 years.
        ChildSmall = "child_small",
        /// 6 to 12 years.
        Child = "child",
        /// 13 to 17 years.
        Teen = "teen",
        Adult = "adult",
    }
}

impl AgeBand {
    pub fn of_years(years: u16) -> AgeBand {
        match years {
            0..=1 => AgeBand::Baby,
            2..=5 => AgeBand::ChildSmall,
            6..=12 => AgeBand::Child,
            13..=17 => AgeBand::Teen,
            _ => AgeBand::Adult,
        }
    }

    /// The age to reckon with when only the band is known: about the middle of it.
    pub fn assumed_months(self) -> u16 {
        match self {
            AgeBand::Baby => 6,
            AgeBand::ChildSmall => 4 * 12,
            AgeBand::Child => 9 * 12,
            AgeBand::Teen => 15 * 12,
            AgeBand::Adult => 40 * 12,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_assumed_age_lies_in_the_band() {
        assert!(AgeBand::ALL.iter().all(|&band| AgeBand::of_years(band.assumed_months() / 12) == band));
    }
}
