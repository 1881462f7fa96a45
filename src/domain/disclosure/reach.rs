//! How many households, said so roughly that none can be found (item 5).

use serde::{Deserialize, Serialize};

use crate::texts::{Message, say};

/// A range of households. The exact number never leaves this room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    None,
    Under5,
    /// For things about health and pregnancy, which are told apart only from ten households on.
    Under10,
    From5,
    From10,
    From20,
    From50,
    /// The number beside it is hidden, and a range would tell why.
    Hidden,
}

impl Reach {
    /// The range that this number of households lies in.
    pub fn of(households: i64) -> Reach {
        match households {
            ..=0 => Reach::None,
            1..5 => Reach::Under5,
            5..10 => Reach::From5,
            10..20 => Reach::From10,
            20..50 => Reach::From20,
            _ => Reach::From50,
        }
    }

    /// The same for special needs.
    pub fn of_special(households: i64) -> Reach {
        match households {
            1..10 => Reach::Under10,
            other => Reach::of(other),
        }
    }

    /// “unter 5”, “5–9” …
    pub fn words(self) -> Message {
        match self {
            Reach::None => say::reach_none(),
            Reach::Under5 => say::reach_under(5),
            Reach::Under10 => say::reach_under(10),
            Reach::From5 => say::reach_range(5, 9),
            Reach::From10 => say::reach_range(10, 19),
            Reach::From20 => say::reach_range(20, 49),
            Reach::From50 => say::reach_from(50),
            Reach::Hidden => say::reach_hidden(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Reach;

    #[test]
    fn few_households_are_never_a_number() {
        assert_eq!([1, 4].map(Reach::of), [Reach::Under5; 2]);
        assert_eq!([5, 9, 10, 19, 20, 49, 50, 900].map(Reach::of), {
            use Reach::*;
            [From5, From5, From10, From10, From20, From20, From50, From50]
        });
        assert_eq!([1, 9].map(Reach::of_special), [Reach::Under10; 2]);
        assert_eq!(Reach::of_special(10), Reach::From10);
        assert_eq!((Reach::of(0), Reach::of_special(0)), (Reach::None, Reach::None));
    }
}
