//! Slips of the finger: how many lie between two words, and which words are one slip away.

/// How many letters were added, left out, changed or swapped with their neighbour from one word to the other, as far as
/// `most`; `None` beyond it. (Optimal string alignment: no letter is changed twice.)
///
/// ```
/// use gabentisch::texts::slips;
///
/// assert_eq!(slips("winterjake", "winterjacke", 2), Some(1));
/// assert_eq!(slips("wintrejacke", "winterjacke", 2), Some(1));
/// assert_eq!(slips("hose", "hemd", 2), None);
/// ```
pub fn slips(one: &str, other: &str, most: usize) -> Option<usize> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut two_before: Vec<usize> = Vec::new();
    let mut before: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut now = vec![row + 1];
        for (column, facing) in other.iter().enumerate() {
            let changed = before[column] + usize::from(letter != facing);
            let mut least = changed.min(before[column + 1] + 1).min(now[column] + 1);
            if row > 0 && column > 0 && *letter == other[column - 1] && one[row - 1] == *facing {
                least = least.min(two_before[column - 1] + 1);
            }
            now.push(least);
        }
        if now.iter().min().is_none_or(|least| *least > most) {
            return None;
        }
        two_before = std::mem::replace(&mut before, now);
    }
    before.last().copied().filter(|slips| *slips <= most)
}

/// How many slips a word of this length may have: in short words every letter counts.
pub fn allowed_slips(word: &str) -> usize {
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The word itself and the word with each one of its letters left out. Two words that are one slip apart have one of these
/// in common, so that equality finds what is similar.
pub fn slip_keys(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let without =
        |at: usize| letters.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, letter)| letter).collect();
    let mut keys: Vec<String> = (0..letters.len()).map(without).collect();
    keys.push(word.to_owned());
    keys.sort();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn slips_are_counted() {
        for (one, other, slip) in [
            ("", "", Some(0)),
            ("mueller", "mueler", Some(1)),
            ("mueller", "meuller", Some(1)),
            ("mueller", "maier", None),
            ("kleid", "kleider", Some(2)),
            ("ab", "ba", Some(1)),
        ] {
            assert_eq!(slips(one, other, 2), slip, "{one} {other}");
        }
    }

    proptest! {
        #[test]
        fn one_slip_apart_means_a_key_in_common(word in "[a-e]{1,9}", at in 0..9usize, kind in 0..4usize, letter in "[a-e]") {
            let mut other: Vec<char> = word.chars().collect();
            let at = at % other.len();
            match kind {
                0 => { other.remove(at); }
                1 => other.insert(at, letter.chars().next().unwrap()),
                2 => other[at] = letter.chars().next().unwrap(),
                _ => if at + 1 < other.len() { other.swap(at, at + 1) },
            }
            let other: String = other.into_iter().collect();
            prop_assert!(slips(&word, &other, 1).is_some());
            prop_assert!(slip_keys(&word).iter().any(|key| slip_keys(&other).contains(key)), "{word} {other}");
        }

        #[test]
        fn both_directions_are_equally_long(one in "[a-d]{0,8}", other in "[a-d]{0,8}") {
            prop_assert_eq!(slips(&one, &other, 2), slips(&other, &one, 2));
        }
    }
}
