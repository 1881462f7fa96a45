//! What a child that nobody measured probably wears.

use super::{Size, SizeSystem, Sizes};

/// A size that was guessed from an age. Always shown as a guess, never stored as measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuessedSize(pub Size);

impl Sizes {
    /// The body height size for a child of so many months (Richtwert, law reference 3.3). `None` from 15 years on.
    pub fn guess_for_age(&self, months: u16) -> Option<GuessedSize> {
        let (_, size) = self.ages.iter().rev().find(|(from, _)| *from <= months)?;
        size.clone().map(GuessedSize)
    }

    /// The single sizes of a system, small ones first; none where any number will do.
    pub fn of_system(&self, system: SizeSystem) -> Vec<Size> {
        self.all_of(system)
    }

    /// The body heights of babies and children, small ones first.
    pub fn heights(&self) -> Vec<Size> {
        self.all_of(SizeSystem::BK)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_are_guessed_from_their_age() {
        let guess = |months| Sizes::shipped().guess_for_age(months).map(|guess| guess.0.to_string());
        let years = |years: u16| guess(12 * years + 5);
        assert_eq!([guess(0), guess(4), guess(11)].map(Option::unwrap), ["56", "62/68", "74/80"]);
        assert_eq!(
            [years(1), years(2), years(3), years(9), years(14)].map(Option::unwrap),
            ["86", "92/98", "104", "140", "170"]
        );
        assert_eq!(years(15), None);
    }

    #[test]
    fn a_guess_never_shrinks() {
        let guesses: Vec<Size> = (0..180).map(|months| Sizes::shipped().guess_for_age(months).unwrap().0).collect();
        assert!(guesses.is_sorted());
    }
}
